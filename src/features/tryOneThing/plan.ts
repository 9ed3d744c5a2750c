import * as vscode from 'vscode';
import {
  endAfter,
  firstStart,
  maxMoveLength,
  neededBefore,
  type Experiment,
} from '../../core/experiment/experiment';
import { findSide, sidesOf, type SideContent } from '../../core/framework/lookup';
import type { Side } from '../../core/framework/model';
import { findingsAt } from '../../core/report/findings';
import { sideKey } from '../../core/report/evidence';
import { oldestFirst, seriesOf } from '../../core/report/series';
import { localDate } from '../../core/util/dates';
import type { Services } from '../../services/services';
import { askInTurn, type Turn } from '../shared/askInTurn';
import { formatDate, formatTag } from '../shared/format';
import { ask, pick, type InputAnswer } from '../shared/quickInput';
import { searchableRows, wrapRow } from '../shared/wrappedRows';
import { beginExperiment } from './begin';

interface SideItem extends vscode.QuickPickItem {
  readonly side: Side;
}

interface MoveItem extends vscode.QuickPickItem {
  /** What the wording begins with. */
  readonly wording: string;
}

interface SpanItem extends vscode.QuickPickItem {
  readonly span: Pick<Experiment, 'start' | 'end'>;
}

/** Six weekly answers before and six after are what the look at its end is made for. */
const spans = [6, 8, 12] as const;

/** What is asked for, one after the other. */
type Chosen = Side & Pick<Experiment, 'move' | 'start' | 'end'>;

/** Which side, which move of it, in which words, and how long; then it begins. */
export async function planExperiment(services: Services): Promise<void> {
  const planned = localDate(services.clock);
  const sides = await sideRows(services);
  const nothing = { dimension: '', hat: '', move: '', start: planned, end: planned };
  const chosen = await askInTurn<Chosen>(nothing, [
    (_, turn) => pickSide(sides, turn),
    (chosen, turn) => pickMove(services, chosen, turn),
    (chosen, turn) => askWording(services, chosen, turn),
    (chosen, turn) => pickSpan(services, chosen, turn),
  ]);
  if (chosen) await beginExperiment(services, { ...chosen, planned });
}

async function pickSide(
  items: Awaited<ReturnType<typeof sideRows>>,
  turn: Turn,
): Promise<InputAnswer<Partial<Chosen>>> {
  const picked = await pick<SideItem>({
    ...{ ...turn, title: vscode.l10n.t('Try One Thing'), items },
    placeholder: vscode.l10n.t('Of which side would you like to show more?'),
  });
  return typeof picked === 'object' ? picked.item.side : picked;
}

/** What the balance report would suggest comes first. */
async function sideRows({ checks, clock, framework, index, privacy }: Services) {
  await index.whenReady();
  const { current } = framework;
  const today = localDate(clock);
  const { list } = findingsAt(current, index.notes.values(), oldestFirst(checks.current.records), today);
  const isSuggested = new Set(privacy.hidden ? [] : list.filter(({ kind }) => kind !== 'both').map(sideKey));
  const row = ({ side, pole }: SideContent): SideItem => ({
    ...{ side, label: formatTag(current, side) },
    detail: pole.summary,
  });
  const all = sidesOf(current);
  const suggested = all.filter(({ side }) => isSuggested.has(sideKey(side)));
  const others = all.filter(({ side }) => !isSuggested.has(sideKey(side)));
  return searchableRows(
    suggested.length === 0
      ? [{ rows: all.map(row) }]
      : [
          { title: vscode.l10n.t('Where the balance report asks a question'), rows: suggested.map(row) },
          { title: vscode.l10n.t('All others'), rows: others.map(row) },
        ],
    current.language,
  );
}

/** As the wording begins. */
async function pickMove(
  { framework }: Services,
  side: Side,
  turn: Turn,
): Promise<InputAnswer<Partial<Chosen>>> {
  const moves = findSide(framework.current, side)?.pole.moves ?? [];
  const own = vscode.l10n.t('In your own words');
  const items: readonly MoveItem[] = [
    ...moves.map((move) => ({
      label: move,
      wording: vscode.l10n.t('When I plan the coming week, I will do this: {0}', move),
    })),
    { label: own, wording: vscode.l10n.t('When …, I will …') },
  ];
  const picked = await pick<MoveItem>({
    ...{ ...turn, title: formatTag(framework.current, side), items: items.flatMap(wrapRow) },
    placeholder: vscode.l10n.t('Which one move? You can put it in your own words next'),
  });
  return typeof picked === 'object' ? { move: picked.item.wording } : picked;
}

async function askWording(
  { framework }: Services,
  chosen: Chosen,
  turn: Turn,
): Promise<InputAnswer<Partial<Chosen>>> {
  const move = await ask({
    ...{ ...turn, title: formatTag(framework.current, chosen), value: chosen.move },
    prompt: vscode.l10n.t('Name a moment that comes for sure, and what you will do then.'),
    placeholder: vscode.l10n.t('When …, I will …'),
    validate: whyNoMove,
  });
  return typeof move === 'string' ? { move } : move;
}

function whyNoMove(text: string): string | undefined {
  if (text === '' || text.includes('…'))
    return vscode.l10n.t(
      'Say when, and what you will do: “When the weekly planning begins, I will ask for one risk.”',
    );
  return text.length > maxMoveLength
    ? vscode.l10n.t('Shorten it to {0} characters: one move is easier to remember.', maxMoveLength)
    : undefined;
}

async function pickSpan(
  { checks, clock, framework }: Services,
  side: Side,
  turn: Turn,
): Promise<InputAnswer<Partial<Chosen>>> {
  const today = localDate(clock);
  const series = seriesOf(framework.current, oldestFirst(checks.current.records), today);
  const before = series.find((each) => sideKey(each) === sideKey(side))?.full.length ?? 0;
  const start = firstStart(before, today);
  const items = spans.map((weeks): SpanItem => {
    const span = { start, end: endAfter(weeks, start) };
    const description = vscode.l10n.t('{0} to {1}', formatDate(span.start), formatDate(span.end));
    return { span, label: vscode.l10n.t('{0} weeks', weeks), description };
  });
  const picked = await pick<SpanItem>({
    ...{ ...turn, title: formatTag(framework.current, side), items },
    placeholder:
      before >= neededBefore
        ? vscode.l10n.t('How long? A weekly check of its dimension goes with it, half a minute each')
        : vscode.l10n.t(
            'How long? It starts after {0} weekly checks, to have something to compare with',
            neededBefore - before,
          ),
  });
  return typeof picked === 'object' ? picked.item.span : picked;
}
