/** Retrospectives as facts: what came up when, and what became of each action. No curve, no rate. */
import type { PlainBlock, ReportSection, Table } from '../../core/report/blocks';
import type { RetrospectiveFacts } from '../../core/report/retrospectives';
import { more, text } from './blocks';
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
  const newest = newestFirst.slice(0, inSight);
  const older = newestFirst.slice(inSight);
  return {
    id: 'retrospectives',
    heading,
    blocks: [
      ...recurring(newest, facts, telling),
      table(newest, facts, telling),
      ...more(l10n.t('{0} older', older.length), older.length > 0 ? [table(older, facts, telling)] : []),
    ],
  };
}

/** What came up often, and one question about all of it. */
function recurring(
  last: readonly RetrospectiveFacts[],
  { framework }: Facts,
  telling: Telling,
): readonly PlainBlock[] {
  const { l10n } = telling;
  const found = framework.dimensions
    .map(({ id, title }) => ({
      title,
      times: last.filter(({ notes }) => Object.keys(notes).some((side) => side.startsWith(`${id}/`))).length,
    }))
    .filter(({ times }) => times >= often);
  const [one] = found;
  if (!one) return [];
  if (found.length === 1)
    return [
      text(
        l10n.t(
          '{0} came up in {1} of the last {2}: is it yours to change?',
          one.title,
          one.times,
          last.length,
        ),
      ),
    ];
  const all = found.map(({ title, times }) =>
    l10n.t({
      message: '{0} in {1}',
      args: [title, times],
      comment: ['A dimension, and in how many retrospectives.'],
    }),
  );
  return [
    text(
      l10n.t(
        'Came up in the last {0} retrospectives: {1}. Which of these is yours to change?',
        last.length,
        telling.list(all),
      ),
    ),
  ];
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
