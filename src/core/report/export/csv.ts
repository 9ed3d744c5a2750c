/**
 * The figures of a report as a table for spreadsheets: one figure a row. RFC 4180, with CRLF; UTF-8 without a byte order
 * mark, which would be part of the first column's name to many programs.
 */
import type { Findings } from '../findings';
import type { PersonFacts } from '../people';
import type { ExperimentFacts, Report, SideFacts } from '../report';
import type { RetrospectiveFacts } from '../retrospectives';

interface Figure {
  /** What it is a figure of: `answer`, `change`, `side`, `finding`, `experiment`, `person`, `retrospective`; `about` the file itself. */
  readonly record: string;
  /** Local date `YYYY-MM-DD`. */
  readonly date?: string | null;
  readonly dimension?: string;
  readonly hat?: string;
  /** As they may be named, or the path of a retrospective. */
  readonly whose?: string;
  /** Which figure of the record it is. */
  readonly measure?: string;
  readonly value?: number | null;
  readonly text?: string | null;
}

/** In their order. Another one: its name here, and in `Figure`. The README documents each. */
export const csvColumns = [
  'record',
  'date',
  'dimension',
  'hat',
  'whose',
  'measure',
  'value',
  'text',
] as const satisfies readonly (keyof Figure)[];

/** @param about what it is and what it is not */
export function csvText(report: Report, about: readonly string[]): string {
  const rows = figures(report, about).map((figure) => csvColumns.map((column) => cell(figure[column])));
  return [csvColumns, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/**
 * What begins one, also of a cell that there is where semicolons or tabs part them, whatever is quoted, and in the
 * wide signs of Chinese and Japanese keyboards.
 */
const formula = /^(?=[\t\r\n])|(?=[=+\-@＝＋－＠])(?<=(?:^|[;\t\r\n])["\s]*)/g;

/** Text that a spreadsheet would take for a formula is marked as text; numbers are numbers. */
function cell(value: string | number | null | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = value.replace(formula, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Another figure: another row here, and a line in the README. */
function figures(report: Report, about: readonly string[]): readonly Figure[] {
  return [
    ...about.map((text) => ({ record: 'about', text })),
    { record: 'about', date: report.from, measure: 'from' },
    { record: 'about', date: report.to, measure: 'to' },
    ...report.sides.flatMap(sideFigures),
    ...(report.findings ? findingFigures(report.findings) : []),
    ...(report.experiment ? experimentFigures(report.experiment) : []),
    ...report.people.flatMap(personFigures),
    ...report.retrospectives.flatMap(retrospectiveFigures),
  ];
}

function findingFigures({ asOf, list }: Findings): Figure[] {
  return list.flatMap(({ kind, dimension, hat, rating, notes }) => {
    const record = { record: 'finding', date: asOf, dimension, hat, text: kind };
    return Object.entries({ rating, notes }).map(([measure, value]) => ({ ...record, measure, value }));
  });
}

function experimentFigures({
  dimension,
  hat,
  move,
  start,
  end,
  word,
  ...numbers
}: ExperimentFacts): Figure[] {
  const record = { record: 'experiment', dimension, hat };
  return [
    { ...record, measure: 'move', date: start, text: move },
    { ...record, measure: 'word', date: end, text: word },
    ...Object.entries(numbers).map(([measure, value]) => ({ ...record, date: end, measure, value })),
  ];
}

function personFigures({ person, lastMet, cadence, openMine, openTheirs }: PersonFacts): Figure[] {
  const record = { record: 'person', whose: person };
  return [
    { ...record, measure: 'lastMet', date: lastMet },
    { ...record, measure: 'cadence', text: cadence },
    { ...record, measure: 'openMine', value: openMine },
    { ...record, measure: 'openTheirs', value: openTheirs },
  ];
}

function retrospectiveFigures({ date, path, notes, actions }: RetrospectiveFacts): Figure[] {
  const record = { record: 'retrospective', date, whose: path };
  return [
    ...Object.entries(notes).map(([text, value]) => ({ ...record, measure: 'blocks', value, text })),
    ...Object.entries(actions).map(([measure, value]) => ({ ...record, measure, value })),
  ];
}

function sideFigures({ dimension, hat, noOccasion, notes, blocks, ...series }: SideFacts): Figure[] {
  const side = { dimension, hat };
  return [
    ...Object.entries({ noOccasion, notes, blocks }).map(([measure, value]) => ({
      ...{ record: 'side', ...side, measure, value },
    })),
    ...(['anchor', 'full'] as const).flatMap((text): Figure[] => {
      const { values = [], change } = series[text] ?? {};
      const answers = values.map(({ date, value }) => ({
        ...{ record: 'answer', date, ...side, measure: text, value },
      }));
      if (!change) return answers;
      const { word, date, ...numbers } = change;
      const record = { record: 'change', date, ...side };
      return [
        ...answers,
        { ...record, measure: `${text}.word`, text: word },
        ...Object.entries(numbers).map(([name, value]) => ({ ...record, measure: `${text}.${name}`, value })),
      ];
    }),
  ];
}
