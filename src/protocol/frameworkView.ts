/**
 * What a webview and its host say to each other. Messages are data: each side parses what arrives, drops what it does
 * not know, and never runs anything by a name that the other side sent.
 */
import * as v from 'valibot';
import type { Framework } from '../core/framework/model';
import type { Hit } from '../core/framework/search';

// ---- What both sides know -------------------------------------------------------------------------------

const line = v.pipe(v.string(), v.maxLength(10_000));
const texts = v.array(v.string());
const hat = v.object({ id: v.string(), label: v.string(), letter: v.string(), purpose: v.string() });
const pole = v.object({
  short: v.optional(v.string()),
  summary: v.string(),
  behaviours: texts,
  tooMuch: texts,
  tooLittle: texts,
  statements: texts,
  prompts: v.object({ reflection: texts, oneOnOne: texts, retrospective: texts }),
  moves: texts,
});
const side = v.object({ dimension: v.string(), hat: v.string() });
const framework: v.GenericSchema<unknown, Framework> = v.object({
  id: v.string(),
  version: v.string(),
  language: v.string(),
  title: v.string(),
  attribution: v.object({ author: v.string(), title: v.string(), date: v.string() }),
  principle: v.string(),
  hats: v.tuple([hat, hat]),
  dimensions: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      question: v.string(),
      icon: v.string(),
      poles: v.tuple([pole, pole]),
    }),
  ),
  situations: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      keywords: texts,
      first: side,
      move: v.string(),
      then: side,
      trap: v.string(),
    }),
  ),
});

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
  'checkDimension',
  'showNotes',
  'atCursor',
  'atCursorHat',
  'rating',
  'ratingsLegend',
  'attribution',
] as const;
export type Words = Readonly<Record<(typeof wordKeys)[number], string>>;

/** What a page finds again that is made anew: because the view was hidden or moved, or the window reloaded. */
const memory = v.object({
  /** When it was remembered, in ms since the epoch. */
  at: v.number(),
  /** Ids of the dimensions whose cards are open. */
  open: v.array(line),
  query: line,
  /** A result was opened: the cards are shown although there is a query. */
  leftResults: v.boolean(),
  scroll: v.number(),
  /** Id of the element that had the focus, or `''`. */
  focus: line,
});
export type Memory = v.InferOutput<typeof memory>;

/** What the Framework view needs for its first paint: it stands in the page itself. */
const model = v.object({
  framework,
  words: v.object(v.entriesFromList(wordKeys, v.string())),
  /** BCP 47 tag of the display language, for dates and numbers. */
  language: v.string(),
  memory: v.nullable(memory),
});
export type Model = v.InferOutput<typeof model>;

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
export type Section = (typeof sections)[number];

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
export function sectionOf(hit: ItemHit): Section {
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
export function placeOf(hit: Exclude<Hit, { kind: 'situation' }>): ItemAddress {
  const { dimension } = hit;
  if (hit.kind === 'dimension') return { dimension, item: null };
  return { dimension, item: { hat: hit.hat, section: sectionOf(hit), index: hit.index } };
}

/** What changes while the view is open. */
const viewState = v.object({
  /** The tag under the cursor of the last Markdown editor. */
  marked: v.nullable(v.object({ dimension: v.string(), hat: v.nullable(v.string()) })),
  hasEditor: v.boolean(),
  /** Whether the search of VS Code reaches the journal. */
  canShowNotes: v.boolean(),
  /** `null` unless the person chose to see them. */
  ratings: v.nullable(
    v.object({
      /** Local date `YYYY-MM-DD` of the newest check. */
      date: v.string(),
      /** Means of frequency answers, 1 to 5. */
      scores: v.array(v.object({ ...side.entries, score: v.pipe(v.number(), v.minValue(1), v.maxValue(5)) })),
    }),
  ),
});
export type ViewState = v.InferOutput<typeof viewState>;

// ---- Host to view ---------------------------------------------------------------------------------------

const hostEvent = v.variant('type', [
  v.object({ type: v.literal('framework'), framework }),
  v.object({ type: v.literal('state'), state: viewState }),
  v.object({ type: v.literal('reveal'), place }),
]);
export type HostEvent = v.InferOutput<typeof hostEvent>;
/** The host asks nothing of the view. */
const hostRequest = v.never();

// ---- View to host ---------------------------------------------------------------------------------------

const viewEvent = v.variant('type', [
  /** The page listens now; the host sends nothing before. Said again each time the page was made anew. */
  v.object({ type: v.literal('ready') }),
  /** Starts a check of one dimension, or with `null` the quick check of all. */
  v.object({ type: v.literal('check'), dimension: v.nullable(line) }),
  v.object({ type: v.literal('showNotes'), dimension: line }),
  v.object({ type: v.literal('remember'), memory }),
  /** Something for the log. */
  v.object({ type: v.literal('problem'), text: line }),
]);
export type ViewEvent = v.InferOutput<typeof viewEvent>;
const viewRequest = v.variant('type', [
  /** Inserts at the cursor of the last Markdown editor, else in a new document. */
  v.object({ type: v.literal('insert'), text: line }),
  v.object({ type: v.literal('copy'), text: line }),
]);
export type ViewRequest = v.InferOutput<typeof viewRequest>;

// ---- Envelopes and their parsers ------------------------------------------------------------------------

/** An event needs no answer; a request gets exactly one reply with its number: a value or an error. */
export type Envelope<Event, Request> =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'request'; readonly id: number; readonly request: Request }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply };
export type Reply = { readonly value: 'done' } | { readonly error: string };

const reply = v.union([v.object({ value: v.literal('done') }), v.object({ error: v.string() })]);

function envelope<Event, Request>(
  event: v.GenericSchema<unknown, Event>,
  request: v.GenericSchema<unknown, Request>,
): v.GenericSchema<unknown, Envelope<Event, Request>> {
  return v.variant('kind', [
    v.object({ kind: v.literal('event'), event }),
    v.object({ kind: v.literal('request'), id: v.number(), request }),
    v.object({ kind: v.literal('reply'), id: v.number(), reply }),
  ]);
}

/** Turns what arrived into a value, or into `undefined` when it is no such thing. Never throws. */
export type Parser<T> = (message: unknown) => T | undefined;

function parser<T>(schema: v.GenericSchema<unknown, T>): Parser<T> {
  return (message) => {
    const result = v.safeParse(schema, message);
    return result.success ? result.output : undefined;
  };
}

export const parseModel = parser(model);
export const parseMemory = parser(memory);
export const parseFromHost = parser(envelope(hostEvent, hostRequest));
export const parseFromView = parser(envelope(viewEvent, viewRequest));

// ---- One end of a conversation --------------------------------------------------------------------------

/** What this end does with what the other end says, and how it reaches it. */
export interface Ends<InEvent, InRequest, OutEvent, OutRequest> {
  readonly parse: Parser<Envelope<InEvent, InRequest>>;
  post(message: Envelope<OutEvent, OutRequest>): void;
  onEvent(event: InEvent): void;
  /** Resolves when the request was carried out; a rejection is the other end's `error`. */
  onRequest(request: InRequest): Promise<void>;
  /** Told about messages that are none, replies that are late and handlers that throw. */
  warn(text: string): void;
}

/** Both the host's and the view's end, with the type parameters swapped. */
export class Endpoint<InEvent, InRequest, OutEvent, OutRequest> {
  readonly #ends: Ends<InEvent, InRequest, OutEvent, OutRequest>;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #patience: number;
  #lastId = 0;

  /** @param patience how long a request waits for its reply, in ms */
  constructor(ends: Ends<InEvent, InRequest, OutEvent, OutRequest>, patience = 10_000) {
    this.#ends = ends;
    this.#patience = patience;
  }

  send(event: OutEvent): void {
    this.#ends.post({ kind: 'event', event });
  }

  /** Never rejects: a failure, a missing answer and the end of this endpoint are replies with an error. */
  request(request: OutRequest): Promise<Reply> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#settle(id, { error: 'timeout' });
      }, this.#patience);
      this.#waiting.set(id, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      this.#ends.post({ kind: 'request', id, request });
    });
  }

  /** Takes whatever arrived. Never throws; what is no message does nothing but a line in the log. */
  receive(message: unknown): void {
    const parsed = this.#ends.parse(message);
    switch (parsed?.kind) {
      case undefined:
        this.#ends.warn('Dropped a message that is none.');
        return;
      case 'event':
        this.#guarded(() => {
          this.#ends.onEvent(parsed.event);
        });
        return;
      case 'request':
        void this.#answer(parsed.id, parsed.request);
        return;
      case 'reply':
        this.#settle(parsed.id, parsed.reply);
    }
  }

  dispose(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { error: 'closed' });
  }

  async #answer(id: number, request: InRequest): Promise<void> {
    const reply = await this.#ends.onRequest(request).then(
      (): Reply => ({ value: 'done' }),
      (error: unknown): Reply => ({ error: String(error) }),
    );
    this.#guarded(() => {
      this.#ends.post({ kind: 'reply', id, reply });
    });
  }

  #settle(id: number, reply: Reply): void {
    const settle = this.#waiting.get(id);
    if (!settle) this.#ends.warn(`Dropped reply ${id}: nobody waits for it.`);
    this.#waiting.delete(id);
    settle?.(reply);
  }

  #guarded(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#ends.warn(String(error));
    }
  }
}
