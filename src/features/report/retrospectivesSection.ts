/** Retrospectives as facts: what came up when, and what became of each action. No curve, no rate. */
import type { ReportSection, Table } from '../../core/report/blocks';
import type { RetrospectiveFacts } from '../../core/report/retrospectives';
import { list, more, text } from './blocks';
import type { Facts } from './facts';
import type { Telling } from './telling';

/** So many are in sight. */
const inSight = 8;
/** Of the last eight: what came up so often is asked about. */
const often = 3;

export function retrospectivesSection(facts: Facts, telling: Telling): ReportSection | undefined {
  if (facts.person) return undefined;
  const { l10n } = telling;
  const { from, to } = facts.report;
  const newestFirst = facts.report.retrospectives.toReversed();
  const heading = l10n.t('Retrospectives');
  if (newestFirst.length === 0) {
    const none = l10n.t('No retrospective, {0}.', telling.range(telling.date(from), telling.date(to)));
    return { id: 'retrospectives', heading, blocks: [text(none)] };
  }
  const older = newestFirst.slice(inSight);
  const recurring = recurringWords(newestFirst.slice(0, inSight), facts, telling);
  return {
    id: 'retrospectives',
    heading,
    blocks: [
      ...list(recurring),
      table(newestFirst.slice(0, inSight), facts, telling),
      ...more(l10n.t('{0} older', older.length), older.length > 0 ? [table(older, facts, telling)] : []),
    ],
  };
}

function recurringWords(
  last: readonly RetrospectiveFacts[],
  { framework }: Facts,
  { l10n }: Telling,
): readonly string[] {
  return framework.dimensions.flatMap(({ id, title }) => {
    const times = last.filter(({ notes }) =>
      Object.keys(notes).some((side) => side.startsWith(`${id}/`)),
    ).length;
    return times < often
      ? []
      : [l10n.t('{0} came up in {1} of the last {2}: is it yours to change?', title, times, last.length)];
  });
}

function table(retrospectives: readonly RetrospectiveFacts[], facts: Facts, telling: Telling): Table {
  const { l10n } = telling;
  return {
    kind: 'table',
    caption: l10n.t('What came up, and what became of the actions'),
    head: [l10n.t('Retrospective'), l10n.t('Came up'), l10n.t('Actions')],
    rows: retrospectives.map((each) => [
      { text: titleOf(each, facts, telling), file: telling.context.numberOf(each.path) },
      cameUp(each, telling),
      actions(each, telling),
    ]),
  };
}

function titleOf({ path, date }: RetrospectiveFacts, { notes }: Facts, telling: Telling): string {
  const note = notes.find((each) => each.path === path);
  const { l10n, context } = telling;
  return l10n.t('{0}: {1}', telling.date(date), note ? context.titleOf(note) : context.pathOf(path));
}

function cameUp({ notes }: RetrospectiveFacts, telling: Telling): string {
  const sides = Object.entries(notes).map(([side, count]) =>
    count > 1 ? telling.l10n.t('{0} ({1} times)', telling.side(side), count) : telling.side(side),
  );
  return sides.length === 0 ? telling.l10n.t('nothing tagged') : sides.join(', ');
}

function actions({ actions: { open, done, moved, dropped } }: RetrospectiveFacts, { l10n }: Telling): string {
  const told = [
    ...(open > 0 ? [l10n.t('{0} open', open)] : []),
    ...(done > 0 ? [l10n.t('{0} done', done)] : []),
    ...(moved > 0 ? [l10n.t('{0} moved on', moved)] : []),
    ...(dropped > 0 ? [l10n.t('{0} dropped', dropped)] : []),
  ];
  return told.length === 0 ? l10n.t('none') : told.join(', ');
}
