/**
 * A webview and its host in conversation. Messages are data: each end parses what arrives, drops what it does not know,
 * and never runs anything by a name that the other end sent. What a page and its host say lies in a file each.
 */

/** What one end says. */
export interface Voice {
  /** Needs no answer. */
  readonly event: unknown;
  /** Gets exactly one reply with its number. */
  readonly request: unknown;
  /** What it answers the requests of the other end with. */
  readonly value: unknown;
}

export type Envelope<Says extends Voice> =
  | { readonly kind: 'event'; readonly event: Says['event'] }
  | { readonly kind: 'request'; readonly id: number; readonly request: Says['request'] }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<Says['value']> };
export type Reply<Value> = { readonly value: Value } | { readonly error: string };

/** Turns what arrived into a value, or into `undefined` when it is no such thing. Never throws. */
export type Parser<T> = (message: unknown) => T | undefined;

/** What this end does with what the other end says, and how it reaches it. */
export interface Ends<In extends Voice, Out extends Voice> {
  readonly parse: Parser<Envelope<In>>;
  post(message: Envelope<Out>): void;
  onEvent(event: In['event']): void;
  /** Resolves when the request was carried out; a rejection is the other end's `error`. */
  onRequest(request: In['request']): Promise<Out['value']>;
  /** Told about messages that are none, replies that are late and handlers that throw. */
  warn(text: string): void;
}

/** Both the host's and the page's end, with the type parameters swapped. */
export class Endpoint<In extends Voice, Out extends Voice> {
  readonly #ends: Ends<In, Out>;
  readonly #waiting = new Map<number, (reply: Reply<In['value']>) => void>();
  readonly #patience: number;
  #lastId = 0;

  /** @param patience how long a request waits for its reply, in ms */
  constructor(ends: Ends<In, Out>, patience = 10_000) {
    this.#ends = ends;
    this.#patience = patience;
  }

  send(event: Out['event']): void {
    this.#ends.post({ kind: 'event', event });
  }

  /** Never rejects: a failure, a missing answer and the end of this endpoint are replies with an error. */
  request(request: Out['request']): Promise<Reply<In['value']>> {
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

  async #answer(id: number, request: In['request']): Promise<void> {
    const reply = await this.#ends.onRequest(request).then(
      (value): Reply<Out['value']> => ({ value }),
      (error: unknown): Reply<Out['value']> => ({ error: String(error) }),
    );
    this.#guarded(() => {
      this.#ends.post({ kind: 'reply', id, reply });
    });
  }

  #settle(id: number, reply: Reply<In['value']>): void {
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
