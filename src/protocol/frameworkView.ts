/** What the Framework view and its host say to each other. */
import * as v from 'valibot';
import type { Framework } from '../core/framework/model';
import { frameworkShape, sideShape } from '../core/framework/shape';
import type { Hit } from '../core/framework/search';
import type { PageEvent, TextRequest } from './page';
import { envelope, line, pageEvent, pageMemory, pageModel, parser, textRequest } from './schemas';

// ---- What both sides know -------------------------------------------------------------------------------

const framework: v.GenericSchema<unknown, Framework> = frameworkShape;

/** The sentences of the Framework view, in the display language; `{0}`, `{1}` … stand for values. */
export const wordKeys = [
  'intro',
  'startCheck',
  'searchLabel',
  'clearSearch',
  'cards',
  'results',
  'resultCount',
  'nothingFits',
  'backToCards',
  'backToResults',
  'situation',
  'first',
  'then',
  'trap',
  'behaviours',
  'tooMuch',
  'tooLittle',
  'reflection',
  'oneOnOne',
  'retrospective',
  'moves',
  'insert',
  'insertHere',
  'insertNew',
  'copy',
  'copied',
  'failed',
  'atCursor',
  'atCursorHat',
  'rating',
  'ratingsLegend',
  'noted',
  'tooEarly',
  'attribution',
] as const;
export type FrameworkPageStrings = Readonly<Record<(typeof wordKeys)[number], string>>;

/** The buttons of an open card, in their order. The host alone knows what each does. */
const cardButton = v.object({ id: line, label: v.string() });
export type CardButton = v.InferOutput<typeof cardButton>;

/** What a page finds again that is made anew: because the view was hidden or moved, or the window reloaded. */
const memory = v.object({
  ...pageMemory,
  /** Ids of the dimensions whose cards are open. */
  open: v.array(line),
  query: line,
  /** A result was opened: the cards are shown although there is a query. */
  leftResults: v.boolean(),
  scroll: v.number(),
  /** Id of the element that had the focus, or `''`. */
  focus: line,
});
export type FrameworkMemory = v.InferOutput<typeof memory>;

/** What the Framework view needs for its first paint. */
const model = v.object({
  ...pageModel(memory),
  framework,
  words: v.object(v.entriesFromList(wordKeys, v.string())),
  cardButtons: v.array(cardButton),
  /** Is somebody new to it? The page says what it is about, and offers the check. */
  introduction: v.boolean(),
});
export type FrameworkPageModel = v.InferOutput<typeof model>;

/** The lists of an open card. */
export const sections = [
  'behaviours',
  'tooMuch',
  'tooLittle',
  'reflection',
  'oneOnOne',
  'retrospective',
  'moves',
] as const;
export type CardSection = (typeof sections)[number];

/** A card, or an entry (from 0) of one of its lists. */
const place = v.object({
  dimension: v.string(),
  item: v.nullable(
    v.object({
      hat: v.string(),
      section: v.picklist(sections),
      index: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
});
export type ItemAddress = v.InferOutput<typeof place>;

/** The list in which a hit stands. */
export function sectionOf(hit: ItemHit): CardSection {
  switch (hit.kind) {
    case 'behaviour':
      return 'behaviours';
    case 'move':
      return 'moves';
    case 'sign':
      return hit.of;
    case 'prompt':
      return hit.prompt;
  }
}
type ItemHit = Exclude<Hit, { kind: 'situation' | 'dimension' }>;

/** Where a hit stands; a situation stands on no card. */
export function addressOfHit(hit: Exclude<Hit, { kind: 'situation' }>): ItemAddress {
  const { dimension } = hit;
  if (hit.kind === 'dimension') return { dimension, item: null };
  return { dimension, item: { hat: hit.hat, section: sectionOf(hit), index: hit.index } };
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const rating = v.object({
  ...sideShape.entries,
  /** Mean of frequency answers, 1 to 5. */
  score: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
  /** So many answers it rests on. */
  count,
});
export type SideRating = v.InferOutput<typeof rating>;

const sideEvidence = v.object({
  ...sideShape.entries,
  /** Those of the last twelve weeks that show the side. */
  notes: count,
  /** While a change can't be seen yet: weeks with a check so far, and how many it takes. */
  early: v.nullable(v.object({ weeks: count, needed: count })),
});
export type SideEvidence = v.InferOutput<typeof sideEvidence>;

/** What changes while the view is open. */
const viewState = v.object({
  /** The tag under the cursor of the last Markdown editor. */
  marked: v.nullable(v.object({ dimension: v.string(), hat: v.nullable(v.string()) })),
  hasEditor: v.boolean(),
  /** Ids of those that have something to do now. */
  cardButtons: v.array(v.string()),
  /** See the model. */
  introduction: v.boolean(),
  /** `null` unless the person chose to see them. With the local date `YYYY-MM-DD` of the newest check. */
  ratings: v.nullable(v.object({ date: v.string(), scores: v.array(rating) })),
  /** `null` unless the person chose to see the ratings. */
  evidence: v.nullable(v.array(sideEvidence)),
});
export type ViewState = v.InferOutput<typeof viewState>;

// ---- Host to view ---------------------------------------------------------------------------------------

const hostEvent = v.variant('type', [
  v.object({ type: v.literal('framework'), framework }),
  v.object({ type: v.literal('state'), state: viewState }),
  v.object({ type: v.literal('reveal'), place }),
]);
export type FrameworkHostEvent = v.InferOutput<typeof hostEvent>;
/** It asks nothing of the page. */
export interface FrameworkHost {
  readonly event: FrameworkHostEvent;
  readonly request: never;
  readonly value: 'done';
}

// ---- View to host ---------------------------------------------------------------------------------------

const viewEvent = v.variant('type', [
  /** Starts the quick check of all dimensions. */
  v.object({ type: v.literal('check') }),
  v.object({ type: v.literal('cardButton'), button: line, dimension: line }),
]);
export type ViewEvent = v.InferOutput<typeof viewEvent>;
export interface FrameworkPage {
  readonly event: PageEvent<FrameworkMemory> | ViewEvent;
  readonly request: TextRequest;
  readonly value: never;
}

export const parseModel = parser(model);
export const parseMemory = parser(memory);
export const parseFromHost = parser(envelope<FrameworkHost>(hostEvent, v.never(), v.literal('done')));
export const parseFromView = parser(
  envelope<FrameworkPage>(v.variant('type', [pageEvent(memory), viewEvent]), textRequest, v.never()),
);
