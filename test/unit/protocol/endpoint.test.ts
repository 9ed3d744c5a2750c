import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { Endpoint, type Envelope, type Reply, type Voice } from '../../../src/protocol/endpoint';
import {
  parseFromHost,
  parseFromView,
  type FrameworkHost,
  type FrameworkPage,
  type ViewState,
} from '../../../src/protocol/frameworkView';
import type { TextRequest } from '../../../src/protocol/page';
import { envelope, parser } from '../../../src/protocol/schemas';

type Log = string[];
type Answer = (request: TextRequest) => Promise<'done'>;

/** A host and a view that hear each other at once; what happens to either is a line. */
function connect(answer: Answer = () => Promise.resolve('done')) {
  const log: Log = [];
  const host = new Endpoint<FrameworkPage, FrameworkHost>({
    parse: parseFromView,
    post: (message) => {
      view.receive(structuredClone(message));
    },
    onEvent: (event) => {
      log.push(`host heard ${JSON.stringify(event)}`);
    },
    onRequest: (request) => {
      log.push(`host was asked ${JSON.stringify(request)}`);
      return answer(request);
    },
    warn: (text) => log.push(`host warns: ${text}`),
  });
  const view = new Endpoint<FrameworkHost, FrameworkPage>({
    parse: parseFromHost,
    post: (message) => {
      host.receive(structuredClone(message));
    },
    onEvent: (event) => {
      log.push(`view heard ${JSON.stringify(event)}`);
    },
    onRequest: () => Promise.reject(new Error('nothing to ask')),
    warn: (text) => log.push(`view warns: ${text}`),
  });
  return { host, view, log };
}

const state: ViewState = {
  marked: { dimension: 'd', hat: null },
  hasEditor: true,
  cardButtons: [],
  introduction: false,
  ratings: { date: '2026-11-24', scores: [{ dimension: 'd', hat: 'h', score: 3.5, count: 2 }] },
  evidence: [{ dimension: 'd', hat: 'h', notes: 4, early: { weeks: 3, needed: 8 } }],
};

describe('The two ends of a webview', () => {
  it('hear each other’s events', () => {
    const { host, view, log } = connect();
    view.send({ type: 'ready' });
    view.send({ type: 'check' });
    view.send({ type: 'cardButton', button: 'b', dimension: 'd' });
    host.send({ type: 'state', state });
    host.send({ type: 'reveal', place: { dimension: 'd', item: { hat: 'h', section: 'moves', index: 1 } } });
    assert.deepEqual(log, [
      'host heard {"type":"ready"}',
      'host heard {"type":"check"}',
      'host heard {"type":"cardButton","button":"b","dimension":"d"}',
      `view heard ${JSON.stringify({ type: 'state', state })}`,
      'view heard {"type":"reveal","place":{"dimension":"d","item":{"hat":"h","section":"moves","index":1}}}',
    ]);
  });

  it('answer a request when it was carried out', async () => {
    let carryOut: (value: 'done') => void = () => undefined;
    const { view, log } = connect(() => new Promise((resolve) => (carryOut = resolve)));
    let reply: Reply<'done'> | undefined;
    const asked = view.request({ type: 'copy', text: 'x' }).then((value) => (reply = value));
    await Promise.resolve();
    assert.equal(reply, undefined);
    carryOut('done');
    await asked;
    assert.deepEqual(reply, { value: 'done' });
    assert.deepEqual(log, ['host was asked {"type":"copy","text":"x"}']);
  });

  it('answer a request that failed with its error', async () => {
    const { view } = connect(() => Promise.reject(new Error('read-only')));
    assert.deepEqual(await view.request({ type: 'insert', text: 'x' }), { error: 'Error: read-only' });
  });

  it('tell the replies to several requests apart', async () => {
    const waiting: ((value: 'done') => void)[] = [];
    const { view } = connect(({ text }) =>
      text === 'bad' ? Promise.reject(new Error('bad')) : new Promise((resolve) => waiting.push(resolve)),
    );
    const replies = ['one', 'bad', 'two'].map((text) => view.request({ type: 'copy', text }));
    for (const resolve of waiting.reverse()) resolve('done');
    assert.deepEqual(await Promise.all(replies), [
      { value: 'done' },
      { error: 'Error: bad' },
      { value: 'done' },
    ]);
  });

  it('end what still waits when one of them is closed', async () => {
    const { view } = connect(() => new Promise(() => undefined));
    const asked = view.request({ type: 'copy', text: 'x' });
    view.dispose();
    assert.deepEqual(await asked, { error: 'closed' });
  });

  it('do not wait for ever', async () => {
    const view = new Endpoint<FrameworkHost, FrameworkPage>(
      {
        parse: parseFromHost,
        post: () => undefined,
        onEvent: () => undefined,
        onRequest: () => Promise.reject(new Error('nothing to ask')),
        warn: () => undefined,
      },
      1,
    );
    assert.deepEqual(await view.request({ type: 'copy', text: 'x' }), { error: 'timeout' });
  });

  it('report a reply that nobody waits for, and a handler that throws', () => {
    const warnings: string[] = [];
    const end = lonely(warnings, () => {
      throw new Error('broken');
    });
    end.receive({ kind: 'reply', id: 1, reply: { error: 'late' } });
    end.receive({ kind: 'event', event: { type: 'ready' } });
    assert.deepEqual(warnings, ['Dropped reply 1: nobody waits for it.', 'Error: broken']);
  });
});

/** A host's end whose view never says a word of its own. */
function lonely(warnings: string[], onEvent: () => void, did: string[] = []) {
  return new Endpoint<FrameworkPage, FrameworkHost>({
    parse: parseFromView,
    post: () => undefined,
    onEvent,
    onRequest: ({ type }) => {
      did.push(type);
      return Promise.resolve('done');
    },
    warn: (text) => warnings.push(text),
  });
}

/** Two ends that ask each other for what each of them knows: a text and a number. */
interface Asks extends Voice {
  readonly event: never;
  readonly request: { readonly of: string };
  readonly value: string;
}
interface Counts extends Voice {
  readonly event: never;
  readonly request: { readonly at: number };
  readonly value: number;
}

describe('Two ends that both ask', () => {
  const parseAsks = parser(envelope<Asks>(v.never(), v.object({ of: v.string() }), v.string()));
  const parseCounts = parser(envelope<Counts>(v.never(), v.object({ at: v.number() }), v.number()));
  const ends = { onEvent: () => undefined, warn: () => undefined };

  it('get the values that the other end answers with', async () => {
    const asks = new Endpoint<Counts, Asks>({
      ...{ ...ends, parse: parseCounts },
      post: (message) => {
        counts.receive(structuredClone(message));
      },
      onRequest: ({ at }) => Promise.resolve('ab'.charAt(at)),
    });
    const counts = new Endpoint<Asks, Counts>({
      ...{ ...ends, parse: parseAsks },
      post: (message) => {
        asks.receive(structuredClone(message));
      },
      onRequest: ({ of }) => Promise.resolve(of.length),
    });
    assert.deepEqual(await asks.request({ of: 'abc' }), { value: 3 });
    assert.deepEqual(await counts.request({ at: 1 }), { value: 'b' });
  });

  it('drop a value of another kind', () => {
    assert.equal(parseCounts({ kind: 'reply', id: 1, reply: { value: '3' } }), undefined);
    assert.deepEqual(parseCounts({ kind: 'reply', id: 1, reply: { value: 3 } }), {
      kind: 'reply',
      id: 1,
      reply: { value: 3 },
    });
  });
});

interface Anyone extends Voice {
  readonly event: { readonly type: string };
  readonly request: { readonly type: string };
}

describe('What is no message', () => {
  /** Rubbish of any kind, and messages that are nearly right. */
  const tags = [
    'event',
    'request',
    'reply',
    'ready',
    'check',
    'insert',
    'copy',
    'state',
    'framework',
    'reveal',
  ];
  const word = fc.oneof(fc.constantFrom(...tags, '__proto__', 'constructor', ''), fc.string());
  const part = fc.oneof(
    fc.anything(),
    word,
    fc.record({ type: word, text: fc.anything(), dimension: fc.anything() }),
  );
  const almost = fc.record({ kind: word, id: fc.anything(), event: part, request: part, reply: part });
  const rubbish = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), almost);

  const known: Record<string, (message: unknown) => unknown> = { view: parseFromView, host: parseFromHost };
  for (const [from, parse] of Object.entries(known))
    it(`from the ${from} is dropped: nothing thrown, nothing done, one line in the log`, () => {
      fc.assert(
        fc.property(rubbish, (message) => {
          fc.pre(parse(message) === undefined);
          const warnings: string[] = [];
          const did: string[] = [];
          const end = new Endpoint<Anyone, Voice>({
            parse: (value) => parse(value) as Envelope<Anyone> | undefined,
            post: () => did.push('posted'),
            onEvent: ({ type }) => did.push(type),
            onRequest: ({ type }) => {
              did.push(type);
              return Promise.resolve();
            },
            warn: (text) => warnings.push(text),
          });
          end.receive(message);
          assert.deepEqual(did, []);
          assert.deepEqual(warnings, ['Dropped a message that is none.']);
        }),
        { numRuns: 500 },
      );
    });

  const wrong: [string, unknown][] = [
    ['a command by name', { kind: 'event', event: { type: 'command', command: 'workbench.action.quit' } }],
    ['an unknown kind', { kind: 'run', event: { type: 'ready' } }],
    ['an event sent as a request', { kind: 'request', id: 1, request: { type: 'ready' } }],
    ['a request sent as an event', { kind: 'event', event: { type: 'copy', text: 'x' } }],
    ['a request without a number', { kind: 'request', request: { type: 'copy', text: 'x' } }],
    ['a text that is none', { kind: 'request', id: 1, request: { type: 'insert', text: { toString: 'x' } } }],
    ['a text without end', { kind: 'request', id: 1, request: { type: 'copy', text: 'x'.repeat(10_001) } }],
    ['a button of a list', { kind: 'event', event: { type: 'cardButton', button: 'b', dimension: ['d'] } }],
    ['a button of nothing said', { kind: 'event', event: { type: 'cardButton', button: 'b' } }],
    [
      'a button of no dimension',
      { kind: 'event', event: { type: 'cardButton', button: 'b', dimension: null } },
    ],
    ['a reply with another value', { kind: 'reply', id: 1, reply: { value: 'well' } }],
  ];
  for (const [what, message] of wrong)
    it(`includes, from the view, ${what}`, () => {
      assert.equal(parseFromView(message), undefined);
    });

  const place = { dimension: 'd', item: { hat: 'h', section: 'moves', index: 0 } };
  const reveal = (item: object) => ({ kind: 'event', event: { type: 'reveal', place: { ...place, item } } });
  const stateEvent = (changed: object) => ({
    kind: 'event',
    event: { type: 'state', state: { ...state, ...changed } },
  });
  const score = (value: unknown) => ({ date: 'd', scores: [{ dimension: 'd', hat: 'h', score: value }] });
  const wrongToView: [string, unknown][] = [
    ['a request', { kind: 'request', id: 1, request: { type: 'copy', text: 'x' } }],
    ['a framework that is none', { kind: 'event', event: { type: 'framework', framework: { hats: [] } } }],
    ['a list that no card has', reveal({ ...place.item, section: 'statements' })],
    ['a place before the first', reveal({ ...place.item, index: -1 })],
    ['a place between two', reveal({ ...place.item, index: 0.5 })],
    ['a state without its marks', stateEvent({ marked: undefined })],
    ['a score below the scale', stateEvent({ ratings: score(0.9) })],
    ['a score above the scale', stateEvent({ ratings: score(5.1) })],
    ['a score that is no number', stateEvent({ ratings: score(Number.NaN) })],
  ];
  for (const [what, message] of wrongToView)
    it(`includes, from the host, ${what}`, () => {
      assert.equal(parseFromHost(message), undefined);
    });
});
