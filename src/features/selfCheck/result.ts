import * as vscode from 'vscode';
import { findDimension } from '../../core/framework/lookup';
import type { Framework, Hat, Side } from '../../core/framework/model';
import { sideAnswers, type CheckRun } from '../../core/selfcheck/run';
import {
  leanOf,
  presenceOf,
  scoresOf,
  suggestMove,
  type Score,
  type SuggestedMove,
} from '../../core/selfcheck/scores';
import { answered, separator, showItems } from '../shared/quickInput';
import { wrapGroup } from '../shared/wrappedRows';

/** What a person can do with a result. */
export type ResultAction =
  | { readonly do: 'save' | 'open' | 'review' | 'discard' | 'showOnCards' | 'refresh' | 'report' | 'close' }
  | { readonly do: 'insertMove' | 'copyMove'; readonly move: string };

interface ResultItem extends vscode.QuickPickItem {
  readonly action?: ResultAction;
}

export interface ResultView {
  readonly framework: Framework;
  /** Path of the file in the journal, or `undefined` while the check is not saved. */
  readonly savedIn: string | undefined;
  readonly hideRatings: boolean;
  readonly offerCards: boolean;
}

/**
 * Shows the result in the quick pick that asked; answers what the person chose. Typing does nothing here, and
 * neither does an Enter too many: at first a row is active that only tells.
 * @param changed ends the wait by `refresh`
 */
export function showResult(
  pick: vscode.QuickPick<vscode.QuickPickItem>,
  run: CheckRun,
  view: ResultView,
  changed: vscode.Event<void>,
): Promise<ResultAction> {
  const items = resultItems(run, view);
  return choose(pick, items, {
    changed,
    title: vscode.l10n.t('Your self-check: how often each hat showed'),
    placeholder: view.savedIn
      ? vscode.l10n.t('Kept in {0}', view.savedIn)
      : vscode.l10n.t('Not kept yet: Escape keeps it for later'),
  });
}

/** Asks whether to go through answers that say little again. */
export function showLookAlike(pick: vscode.QuickPick<vscode.QuickPickItem>): Promise<boolean | undefined> {
  const again: ResultItem = { label: vscode.l10n.t('Go through them again'), action: { do: 'review' } };
  const anyway: ResultItem = { label: vscode.l10n.t('Show the result anyway'), action: { do: 'open' } };
  return choose(pick, [again, anyway], {
    title: vscode.l10n.t('These answers look alike; go through them again?'),
    placeholder: vscode.l10n.t('All the same, or faster than one can read'),
  }).then((action) => (action.do === 'close' ? undefined : action.do === 'review'));
}

interface Choice {
  readonly title: string;
  readonly placeholder: string;
  readonly changed?: vscode.Event<void>;
}

function choose(
  pick: vscode.QuickPick<vscode.QuickPickItem>,
  items: readonly ResultItem[],
  { title, placeholder, changed }: Choice,
): Promise<ResultAction> {
  pick.title = title;
  pick.placeholder = placeholder;
  pick.step = undefined;
  pick.totalSteps = undefined;
  pick.buttons = [];
  pick.value = '';
  showItems(
    pick,
    items.map((item) => ({ ...item, alwaysShow: true })),
  );
  const told = items.findIndex(({ action, kind }) => !action && kind !== vscode.QuickPickItemKind.Separator);
  const active = pick.items[Math.max(told, 0)];
  pick.activeItems = active ? [active] : [];
  return answered(pick, (end: (action: ResultAction) => void) => [
    // A key too many, typed after the last answer, must not filter anything.
    pick.onDidChangeValue((value) => {
      if (value !== '') pick.value = '';
    }),
    pick.onDidAccept(() => {
      const [active] = pick.activeItems;
      const chosen = items[active ? pick.items.indexOf(active) : -1]?.action;
      if (chosen) end(chosen);
    }),
    pick.onDidHide(() => {
      end({ do: 'close' });
    }),
    ...(changed
      ? [
          changed(() => {
            end({ do: 'refresh' });
          }),
        ]
      : []),
  ]);
}

function resultItems(run: CheckRun, view: ResultView): readonly ResultItem[] {
  const { framework, savedIn, hideRatings } = view;
  const saved = savedItem(savedIn);
  if (hideRatings) {
    const notice = vscode.l10n.t('Ratings are hidden: Show Private Details brings them back');
    return [saved, { label: notice }, ...laterItems(view)];
  }
  const scores = scoresOf(sideAnswers(run));
  return [
    saved,
    ...scoreItems(framework, scores),
    ...moveItems(framework, suggestMove(framework, scores, run.seed)),
    ...laterItems(view),
  ];
}

function savedItem(savedIn: string | undefined): ResultItem {
  return savedIn === undefined
    ? {
        label: vscode.l10n.t('Keep this check'),
        iconPath: new vscode.ThemeIcon('save'),
        action: { do: 'save' },
      }
    : {
        label: vscode.l10n.t('Open the file of this check'),
        iconPath: new vscode.ThemeIcon('check'),
        action: { do: 'open' },
      };
}

function moveItems(framework: Framework, suggestion: SuggestedMove | undefined): readonly ResultItem[] {
  if (!suggestion) return [];
  const { move } = suggestion;
  return [
    ...wrapGroup<ResultItem>({
      title: vscode.l10n.t('One small move'),
      rows: [{ label: reasonWords(framework, suggestion) }, { label: move }],
    }),
    {
      label: vscode.l10n.t('Insert the move into a note'),
      iconPath: new vscode.ThemeIcon('edit'),
      action: { do: 'insertMove', move },
    },
    {
      label: vscode.l10n.t('Copy the move'),
      iconPath: new vscode.ThemeIcon('copy'),
      action: { do: 'copyMove', move },
    },
  ];
}

function laterItems({ savedIn, hideRatings, offerCards }: ResultView): readonly ResultItem[] {
  const cards = vscode.l10n.t('Show my last ratings on the cards');
  const report = vscode.l10n.t('See the balance report');
  const again = vscode.l10n.t('Go through the answers again');
  const discard = vscode.l10n.t('Discard this check');
  const items: readonly ResultItem[] = [
    ...(savedIn === undefined
      ? []
      : [
          {
            label: report,
            iconPath: new vscode.ThemeIcon('graph-scatter'),
            action: { do: 'report' },
          } as const,
        ]),
    ...(offerCards && !hideRatings
      ? [{ label: cards, iconPath: new vscode.ThemeIcon('eye'), action: { do: 'showOnCards' } } as const]
      : []),
    ...(savedIn === undefined
      ? ([
          { label: again, iconPath: new vscode.ThemeIcon('debug-restart'), action: { do: 'review' } },
          { label: discard, iconPath: new vscode.ThemeIcon('trash'), action: { do: 'discard' } },
        ] as const)
      : []),
  ];
  return items.length > 0 ? [separator(vscode.l10n.t('This check')), ...items] : [];
}

/** The dimensions of the framework in use in their order, then those that only the check knows. */
function scoreItems(framework: Framework, scores: readonly Score[]): readonly ResultItem[] {
  const order = [...framework.dimensions.map(({ id }) => id), ...scores.map(({ dimension }) => dimension)];
  return [...new Set(order)].flatMap((dimension) => {
    const sides = scores.filter((score) => score.dimension === dimension);
    return sides.length > 0 ? [scoreItem(framework, dimension, sides)] : [];
  });
}

function scoreItem(framework: Framework, dimension: string, scores: readonly Score[]): ResultItem {
  const place = ({ hat }: Score) => framework.hats.findIndex(({ id }) => id === hat);
  const sides = [...scores].sort((one, other) => place(one) - place(other));
  const letterOf = (side: Score) => hatOf(framework, side)?.letter ?? side.hat;
  const label = findDimension(framework, dimension)?.title ?? dimension;
  // A quick check has one answer a side: its number beside the dots says it all, on one line, to listeners as well.
  if (sides.every(({ count }) => count < 2)) {
    const shown = sides.map((side) =>
      [letterOf(side), dots(side), ...(side.mean ? [side.mean] : [])].join(' '),
    );
    return { label, description: shown.join('   ') };
  }
  return {
    label,
    description: sides.map((side) => `${letterOf(side)} ${dots(side)}`).join('   '),
    detail: [
      ...sides.map((side) => scoreWords(hatOf(framework, side)?.label ?? side.hat, side)),
      ...pairWords(framework, sides),
    ].join(' · '),
  };
}

function hatOf({ hats }: Framework, { hat }: Side): Hat | undefined {
  return hats.find(({ id }) => id === hat);
}

/** Whole dots: the mean rounded, half up; a side without an occasion has none. */
function dots({ mean }: Score): string {
  if (mean === undefined) return '—';
  const filled = Math.round(mean);
  return '●'.repeat(filled) + '○'.repeat(5 - filled);
}

function scoreWords(label: string, { mean, count }: Score): string {
  if (mean === undefined) return vscode.l10n.t('{0}: no occasion', label);
  const digits = count > 1 ? 1 : 0;
  const number = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: digits }).format(mean);
  return vscode.l10n.t('{0} {1} of 5', label, number);
}

function pairWords(framework: Framework, [one, other]: readonly Score[]): readonly string[] {
  if (!one || !other) return [];
  const hat = framework.hats.find(({ id }) => id === leanOf(one, other));
  const presence = one.count > 1 && other.count > 1 ? presenceOf(one, other) : undefined;
  return [
    ...(hat ? [vscode.l10n.t('leans to {0}', hat.label)] : []),
    ...(presence === 'seldom' ? [vscode.l10n.t('both seldom')] : []),
    ...(presence === 'often' ? [vscode.l10n.t('both often')] : []),
  ];
}

function reasonWords(framework: Framework, side: Side): string {
  const title = findDimension(framework, side.dimension)?.title ?? side.dimension;
  const label = hatOf(framework, side)?.label ?? side.hat;
  return vscode.l10n.t('Because {0} in “{1}” showed least', label, title);
}
