/** When somebody was last met: facts by date, never a measure of a person. */
import type { ReportSection, Table } from '../../core/report/blocks';
import type { PersonFacts } from '../../core/report/people';
import { daysBetween } from '../../core/util/calendar';
import { more, text } from './blocks';
import type { Facts } from './facts';
import type { Telling } from './telling';

/** So many are in sight. */
const inSight = 12;

export function peopleSection(facts: Facts, telling: Telling): ReportSection {
  const { people } = facts.report;
  const { l10n } = telling;
  const heading = l10n.t('When you last met');
  if (people.length === 0) {
    const none = l10n.t('Your notes are about nobody yet: New 1:1 Note… begins a folder for somebody.');
    return { id: 'people', heading, blocks: [text(none)] };
  }
  const later = people.slice(inSight);
  return {
    id: 'people',
    heading,
    blocks: [
      table(people.slice(0, inSight), facts, telling),
      ...more(
        l10n.t('{0} more people', later.length),
        later.length > 0 ? [table(later, facts, telling)] : [],
      ),
      ...cadenceHint(people, telling),
    ],
  };
}

function cadenceHint(people: readonly PersonFacts[], { l10n }: Telling) {
  const without = people.filter(({ cadence }) => cadence === null).length;
  if (without === 0) return [];
  const hint = l10n.t(
    'How often you mean to meet stands as “cadence” in two-hats.yaml; it is not given for {0} of {1} people.',
    without,
    people.length,
  );
  return [text(hint, 'quiet')];
}

function table(people: readonly PersonFacts[], facts: Facts, telling: Telling): Table {
  const { l10n } = telling;
  return {
    kind: 'table',
    caption: l10n.t('By your notes, the newest first'),
    head: [
      l10n.t('Person'),
      l10n.t('Last note'),
      l10n.t('You mean to meet'),
      l10n.t('Open, yours'),
      l10n.t('Open, theirs'),
    ],
    rows: people.map(({ person, lastMet, cadence, openMine, openTheirs }) => [
      telling.context.nameOf(person),
      lastMet === null ? l10n.t('none with a date') : lastMetWords(lastMet, facts.report.to, telling),
      cadence === null ? l10n.t('not given') : telling.context.textOf(cadence),
      String(openMine),
      String(openTheirs),
    ]),
  };
}

function lastMetWords(lastMet: string, to: string, telling: Telling): string {
  const { l10n } = telling;
  const days = daysBetween(lastMet, to);
  const date = telling.date(lastMet);
  if (days === 0) return l10n.t('{0}, today', date);
  return days === 1 ? l10n.t('{0}, yesterday', date) : l10n.t('{0}, {1} days ago', date, days);
}
