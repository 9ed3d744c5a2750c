/** The report in words: what the page shows, and nothing that it must not. */
import { blockCounts } from '../../core/report/evidence';
import { periods, type ReportPeriod } from '../../core/report/report';
import type { ReportView } from '../../protocol/report';
import { coursesSection } from './courses';
import { personId, type Facts } from './facts';
import { experimentSection } from './experimentSection';
import { findingsSection } from './findingsSection';
import { peopleSection } from './peopleSection';
import { retrospectivesSection } from './retrospectivesSection';
import { saidSection } from './said';
import type { Telling } from './telling';

/** From top to bottom. */
const all = [
  saidSection,
  findingsSection,
  experimentSection,
  coursesSection,
  retrospectivesSection,
  peopleSection,
];

export function composeReport(facts: Facts, telling: Telling): ReportView {
  const { l10n, context } = telling;
  const sections = facts.hasJournal ? all : [saidSection];
  return {
    title: l10n.t('Balance Report'),
    summary: summary(facts, telling),
    periods: periods.map((period) => ({ id: String(period), label: periodWords(period, telling) })),
    period: String(facts.period),
    people: [
      { id: '', label: l10n.t('Everyone') },
      ...facts.people.all.map((person) => ({ id: personId(person), label: context.nameOf(person.name) })),
    ],
    person: facts.person ? personId(facts.person) : '',
    sections: sections.flatMap((make) => make(facts, telling) ?? []),
  };
}

export function periodWords(period: ReportPeriod, { l10n }: Pick<Telling, 'l10n'>): string {
  return period === 'all' ? l10n.t('All') : l10n.t('{0} weeks', period);
}

function summary(facts: Facts, telling: Telling): readonly string[] {
  const { l10n } = telling;
  if (!facts.hasJournal)
    return [
      l10n.t(
        'What you say about yourself, beside what your notes say. You have no journal yet: your first check or note begins one.',
      ),
    ];
  if (facts.person) return personSummary(telling.context.nameOf(facts.person.name), facts, telling);
  return [
    l10n.t(
      'What you say about yourself, beside what your notes say. It is for you: self-ratings can’t be compared between people.',
    ),
    restsOn(facts, telling),
    ...running(facts, telling),
    ...missing(facts, telling),
  ];
}

function personSummary(name: string, facts: Facts, telling: Telling): readonly string[] {
  const { l10n } = telling;
  return [
    l10n.t(
      'Only notes about {0}, and what they show of you. Checks are about you, and not about you with {0}: there are none here.',
      name,
    ),
    l10n.t('{0}: {1}.', periodOf(facts, telling), notesWords(facts, telling)),
  ];
}

/** On how much it rests. */
function restsOn(facts: Facts, telling: Telling): string {
  const { l10n } = telling;
  const { quick = 0, full = 0, dimension = 0 } = facts.report.checks ?? {};
  const all = quick + full + dimension;
  const [period, notes] = [periodOf(facts, telling), notesWords(facts, telling)];
  if (all === 0) return l10n.t('{0}: {1}, no check.', period, notes);
  const kinds = [
    ...(quick > 0 ? [l10n.t('{0} quick', quick)] : []),
    ...(full > 0 ? [l10n.t('{0} full', full)] : []),
    ...(dimension > 0 ? [l10n.t('{0} of one dimension', dimension)] : []),
  ];
  if (all === 1) return l10n.t('{0}: {1}, 1 check ({2}).', period, notes, telling.list(kinds));
  return l10n.t(
    '{0}: {1}, {2} ({3}), of which at most one a week counts.',
    period,
    notes,
    telling.checkCount(all),
    telling.list(kinds),
  );
}

function periodOf({ report: { from, to } }: Facts, telling: Telling): string {
  return telling.range(telling.date(from), telling.date(to));
}

function notesWords({ report, notes, people, person }: Facts, telling: Telling): string {
  const within = notes.filter(
    (note) => (note.date ?? '') >= report.from && (!person || people.of(note) === person),
  );
  const evidence = within.filter((note) => blockCounts(note).size > 0).length;
  if (within.length === 0) return telling.noteCount(0);
  return telling.l10n.t('{0} (with one of the hats: {1})', telling.noteCount(within.length), evidence);
}

/** What is shown and not judged yet. */
function running({ shown }: Facts, telling: Telling): readonly string[] {
  const dates = Array.from(shown.values(), ({ running: answer }) => answer?.date).filter(
    (date) => date !== undefined,
  );
  return dates.length === 0
    ? []
    : [
        telling.l10n.t(
          'This week is not over: what you answered in it is shown ({0}), and counts once it is.',
          telling.answerCount(dates.length),
        ),
      ];
}

/** What is not in the figures. */
function missing({ report, notes, foreign }: Facts, telling: Telling): readonly string[] {
  const { l10n, context } = telling;
  const undated = notes.filter(({ date }) => date === undefined).length;
  const leftOut = report.checks?.leftOut ?? [];
  return [
    ...(leftOut.length > 0
      ? [
          l10n.t(
            'Left out: {0} that can’t be read ({1}).',
            telling.checkCount(leftOut.length),
            leftOutWords(
              leftOut.map(({ path }) => context.pathOf(path)),
              telling,
            ),
          ),
        ]
      : []),
    ...(undated > 0 ? [l10n.t('In no period: {0} without a date.', telling.noteCount(undated))] : []),
    ...(foreign > 0
      ? [
          l10n.t(
            'Not compared: {0} to statements that your framework does not have, or has in other words by now.',
            telling.answerCount(foreign),
          ),
        ]
      : []),
  ];
}

const named = 3;

function leftOutWords(paths: readonly string[], telling: Telling): string {
  const more = paths.length - named;
  const shown = paths.slice(0, named);
  return telling.list(more > 0 ? [...shown, telling.l10n.t('{0} more', more)] : shown);
}
