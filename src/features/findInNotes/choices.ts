/** What narrows the blocks down: dimension and hat first, then hat, person and period by buttons. */
import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import {
  anything,
  lastDays,
  wholeYear,
  yearsOf,
  type DatePeriod,
  type BlockFilter,
} from '../../core/journal/blocks/find';
import type { IndexedNote } from '../../core/journal/note';
import { localDate } from '../../core/util/dates';
import type { NoteLabels } from '../shared/noteLabels';
import type { Services } from '../../services/services';
import { personRows, type PersonRows } from '../shared/personRows';
import { pick, type InputAnswer } from '../shared/quickInput';
import { formatTag } from '../shared/format';

interface Choice extends vscode.QuickPickItem {
  readonly filter: BlockFilter;
}

type ChosenSide = Pick<BlockFilter, 'dimension' | 'hat'>;

/** The first step. `undefined` when the person cancels. */
export async function chooseSide(framework: Framework, before: ChosenSide): Promise<BlockFilter | undefined> {
  const side = (dimension: string, hat: string | undefined): Choice => ({
    label: formatTag(framework, { dimension, hat }),
    filter: { ...anything, dimension, hat: hat === undefined ? undefined : { id: hat } },
  });
  const all: Choice = { label: vscode.l10n.t('All Notes'), filter: anything };
  const sides = framework.dimensions.flatMap(({ id }) => [
    side(id, undefined),
    ...framework.hats.map((hat) => side(id, hat.id)),
  ]);
  const items = [all, ...sides];
  const picked = await pick<Choice>({
    title: vscode.l10n.t('Find in Notes'),
    ...{ step: 1, totalSteps: 2 },
    placeholder: vscode.l10n.t('What are they about?'),
    items,
    active: items.find(
      ({ filter }) => filter.dimension === before.dimension && filter.hat?.id === before.hat?.id,
    ),
  });
  return typeof picked === 'object' ? picked.item.filter : undefined;
}

export function chooseHat({ hats }: Framework, filter: BlockFilter): Promise<InputAnswer<BlockFilter>> {
  return choose(filter, vscode.l10n.t('Which hat?'), [
    { label: vscode.l10n.t('Any hat'), filter: { ...filter, hat: undefined } },
    ...hats.map(({ id, label }) => ({ label, filter: { ...filter, hat: { id } } })),
    { label: vscode.l10n.t('Both or undecided'), filter: { ...filter, hat: { id: undefined } } },
  ]);
}

/** Names are found as they are, also where only initials are shown. */
export function choosePerson(
  { people, privacy }: Pick<Services, 'people' | 'privacy'>,
  notes: readonly IndexedNote[],
  words: NoteLabels,
  filter: BlockFilter,
): Promise<InputAnswer<BlockFilter>> {
  const written = new Set(notes.filter(({ tags }) => tags.length > 0).map((note) => words.nameOf(note)));
  const known = people.current.all.filter(({ name }) => written.has(name));
  const fixed: readonly Choice[] = [
    { label: vscode.l10n.t('Anyone'), filter: { ...filter, person: undefined } },
    { label: vscode.l10n.t('Not about one person'), filter: { ...filter, person: { name: undefined } } },
  ];
  const choices = (rows: PersonRows['found']): Choice[] =>
    rows.map(({ label, alwaysShow = false, person: { name } }) => ({
      ...{ label, alwaysShow, filter: { ...filter, person: { name } } },
    }));
  return choose(filter, vscode.l10n.t('About whom?'), (typed) => {
    const { found, others } = personRows(privacy, known, typed);
    // Somebody who was asked for stands before what is always offered.
    return typed.trim() === ''
      ? [...fixed, ...choices(found)]
      : [...choices(found), ...fixed, ...choices(others)];
  });
}

export function choosePeriod(
  { clock }: Pick<Services, 'clock'>,
  notes: readonly IndexedNote[],
  filter: BlockFilter,
): Promise<InputAnswer<BlockFilter>> {
  const today = localDate(clock);
  const choice = (label: string, period: DatePeriod | undefined): Choice => ({
    label,
    filter: { ...filter, period },
  });
  return choose(filter, vscode.l10n.t('From when?'), [
    choice(vscode.l10n.t('Any time'), undefined),
    choice(vscode.l10n.t('The last 4 weeks'), lastDays(today, 28)),
    choice(vscode.l10n.t('The last 3 months'), lastDays(today, 91)),
    choice(vscode.l10n.t('The last 12 months'), lastDays(today, 365)),
    ...yearsOf(notes).map((year) => choice(year, wholeYear(year))),
  ]);
}

async function choose(
  before: BlockFilter,
  placeholder: string,
  items: readonly Choice[] | ((typed: string) => readonly Choice[]),
): Promise<InputAnswer<BlockFilter>> {
  const all = typeof items === 'function' ? items('') : items;
  const same = JSON.stringify(before);
  const picked = await pick<Choice>({
    ...{ title: vscode.l10n.t('Find in Notes'), placeholder, canGoBack: true },
    // The one to begin at is one of these very rows.
    items: typeof items === 'function' ? (typed) => (typed === '' ? all : items(typed)) : items,
    active: all.find(({ filter }) => JSON.stringify(filter) === same),
  });
  return typeof picked === 'object' ? picked.item.filter : picked;
}
