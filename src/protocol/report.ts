/** What the page of the balance report and its host say to each other. */
import * as v from 'valibot';
import type { Balance } from '../core/report/charts/balance';
import type { Course } from '../core/report/charts/course';
import type { ReportSection } from '../core/report/blocks';
import type { PageEvent, TextRequest } from './page';
import { envelope, line, pageEvent, pageMemory, pageModel, parser, textRequest } from './schemas';

// ---- What both sides know -------------------------------------------------------------------------------

const texts = v.array(v.string());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const answers = v.array(v.pipe(v.number(), v.minValue(1), v.maxValue(5)));
const dated = v.array(v.object({ date: v.string(), value: v.number() }));
const spoken = { title: v.string(), description: v.string() };

const balance: v.GenericSchema<unknown, Balance> = v.object({
  ...spoken,
  answers: texts,
  hats: texts,
  rows: v.array(
    v.object({
      title: v.string(),
      lanes: v.array(v.object({ letter: v.string(), values: answers, noOccasion: count })),
    }),
  ),
});

const course: v.GenericSchema<unknown, Course> = v.object({
  ...spoken,
  place: v.picklist(['first', 'second']),
  from: v.string(),
  to: v.string(),
  dates: v.tuple([v.string(), v.string()]),
  values: dated,
  earlier: dated,
  change: v.object({
    word: v.picklist(['tooEarly', 'none', 'perhaps', 'changed']),
    date: v.nullable(v.string()),
    before: v.nullable(v.number()),
    after: v.nullable(v.number()),
    checksBefore: v.nullable(v.number()),
  }),
});

export interface ScopeChoice {
  readonly id: string;
  readonly label: string;
}

/** The whole report, in words. */
export interface ReportView {
  readonly title: string;
  /** What it is about and rests on. */
  readonly summary: readonly string[];
  readonly periods: readonly ScopeChoice[];
  readonly period: string;
  readonly people: readonly ScopeChoice[];
  /** `''` is everyone. */
  readonly person: string;
  readonly sections: readonly ReportSection[];
}

const link = v.object({ text: v.string(), file: count });
const plain = [
  v.object({ kind: v.literal('text'), text: v.string(), tone: v.picklist(['plain', 'quiet']) }),
  v.object({ kind: v.literal('list'), items: texts }),
  v.object({ kind: v.literal('balance'), balance }),
  v.object({ kind: v.literal('check'), label: v.string() }),
  v.object({
    kind: v.literal('courses'),
    courses: v.array(v.object({ heading: v.string(), sentences: texts, course })),
  }),
  v.object({
    ...{ kind: v.literal('table'), caption: v.string(), head: texts },
    rows: v.array(v.array(v.union([v.string(), link]))),
  }),
  v.object({
    ...{ kind: v.literal('finding'), title: v.string(), counts: v.string(), question: v.string() },
    ...{ move: v.string(), shows: v.string(), links: v.array(link) },
  }),
] as const;
const block = v.variant('kind', [
  ...plain,
  v.object({ kind: v.literal('more'), summary: v.string(), blocks: v.array(v.variant('kind', plain)) }),
]);
const choices = v.array(v.object({ id: v.string(), label: v.string() }));
const report: v.GenericSchema<unknown, ReportView> = v.object({
  ...{ title: v.string(), summary: texts },
  ...{ periods: choices, period: v.string(), people: choices, person: v.string() },
  sections: v.array(v.object({ id: v.string(), heading: v.string(), blocks: v.array(block) })),
});

/** The words of the page itself, in the display language. */
export const wordKeys = [
  'title',
  'loading',
  'period',
  'person',
  'insert',
  'copy',
  'copied',
  'failed',
  'move',
] as const;
export type ReportPageStrings = Readonly<Record<(typeof wordKeys)[number], string>>;

/** What the person chose to see. */
const scope = { period: line, person: line };

const memory = v.object({
  ...pageMemory,
  ...scope,
  /** Ids of what was opened. */
  open: v.array(line),
  scroll: v.number(),
  /** Id of the element that had the focus, or `''`. */
  focus: line,
});
export type ReportMemory = v.InferOutput<typeof memory>;

/** The report is not in it: what is hidden meanwhile must not come back with the page. */
const model = v.object({
  ...pageModel(memory),
  words: v.object(v.entriesFromList(wordKeys, v.string())),
});
export type ReportPageModel = v.InferOutput<typeof model>;

// ---- Host to page ---------------------------------------------------------------------------------------

const hostEvent = v.variant('type', [
  v.object({ type: v.literal('report'), report }),
  /** The journal is still being read. */
  v.object({ type: v.literal('loading') }),
]);
export type ReportHostEvent = v.InferOutput<typeof hostEvent>;
/** It asks nothing of the page. */
export interface ReportHost {
  readonly event: ReportHostEvent;
  readonly request: never;
  readonly value: 'done';
}

// ---- Page to host ---------------------------------------------------------------------------------------

const ownEvent = v.variant('type', [
  v.object({ type: v.literal('scope'), ...scope }),
  v.object({ type: v.literal('open'), file: count }),
  v.object({ type: v.literal('check') }),
]);
export type ReportEvent = v.InferOutput<typeof ownEvent>;
export interface ReportPage {
  readonly event: PageEvent<ReportMemory> | ReportEvent;
  readonly request: TextRequest;
  readonly value: never;
}

export const parseModel = parser(model);
export const parseMemory = parser(memory);
export const parseFromHost = parser(envelope<ReportHost>(hostEvent, v.never(), v.literal('done')));
export const parseFromPage = parser(
  envelope<ReportPage>(v.variant('type', [pageEvent(memory), ownEvent]), textRequest, v.never()),
);
