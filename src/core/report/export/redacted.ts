import type { Report } from '../report';

/** How names and paths may leave the journal. */
export interface Naming {
  readonly nameOf: (name: string) => string;
  readonly pathOf: (path: string) => string;
  /** A text that may hold names. */
  readonly textOf: (text: string) => string;
}

/** A report as it may leave the journal. */
export function redactedReport(report: Report, { nameOf, pathOf, textOf }: Naming): Report {
  const { checks, experiment, people, retrospectives } = report;
  return {
    ...report,
    checks: checks && {
      ...checks,
      leftOut: checks.leftOut.map((check) => ({ ...check, path: pathOf(check.path) })),
    },
    people: people.map((facts) => ({
      ...{ ...facts, person: nameOf(facts.person) },
      cadence: facts.cadence === null ? null : textOf(facts.cadence),
    })),
    experiment: experiment && {
      ...experiment,
      move: experiment.move === null ? null : textOf(experiment.move),
    },
    retrospectives: retrospectives.map((facts) => ({ ...facts, path: pathOf(facts.path) })),
  };
}

/** Without anything that somebody said of themselves: what is left is what notes show. */
export function withoutRatings(report: Report): Report {
  return {
    ...{ ...report, series: null, findings: null, experiment: null },
    sides: report.sides.map((side) => ({ ...side, noOccasion: null, anchor: null, full: null })),
  };
}
