import type { Memory } from '../parts';

/** A text that is not in the journal yet. */
export interface Draft {
  text: string;
  /** On its way into the journal, where it may not arrive: the next note can be begun meanwhile. */
  isSent: boolean;
}

const draftsKey = 'capture.drafts';
const originKey = 'capture.withOrigin';

/** What was typed and not kept comes back, in later windows, too. */
export class Drafts {
  /** Whether a note is kept with the place where it was written. */
  withOrigin: boolean;
  #all: readonly Draft[];
  /** What this window has kept, among what others have. */
  #kept: readonly string[];

  constructor(private readonly memory: Memory) {
    this.#kept = this.#remembered();
    this.#all = this.#kept.map((text) => ({ text, isSent: false }));
    this.withOrigin = memory.get(originKey) === true;
  }

  /** The newest one that was left, or an empty one. */
  take(): Draft {
    const left = this.#all.filter(({ isSent }) => !isSent);
    const found = left.findLast(({ text }) => text !== '') ?? left[0];
    if (found) return found;
    const draft = { text: '', isSent: false };
    this.#all = [...this.#all, draft];
    return draft;
  }

  async keep(): Promise<void> {
    const others = this.#remembered();
    for (const text of this.#kept) if (others.includes(text)) others.splice(others.indexOf(text), 1);
    this.#kept = this.#all.map(({ text }) => text).filter((text) => text !== '');
    await Promise.all([
      this.memory.update(draftsKey, [...others, ...this.#kept]),
      this.memory.update(originKey, this.withOrigin),
    ]);
  }

  #remembered(): string[] {
    const texts = this.memory.get(draftsKey);
    return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
  }
}
