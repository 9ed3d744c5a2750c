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
    this.#kept = remembered(memory);
    this.#all = this.#kept.map((text) => ({ text, isSent: false }));
    this.withOrigin = memory.get(originKey) === true;
  }

  /** The newest one that was left, or an empty one. */
  take(): Draft {
    const left = this.#all.filter(({ isSent }) => !isSent);
    const found = left.findLast(({ text }) => text !== '') ?? left[0];
    return found ?? this.#begin();
  }

  /** The one that a box was opened with; a new one where that is gone, so that nothing is typed over another. */
  takeFor(offered: string): Draft {
    const draft = this.take();
    return draft.text === offered ? draft : this.#begin(offered);
  }

  #begin(text = ''): Draft {
    const draft = { text, isSent: false };
    this.#all = [...this.#all, draft];
    return draft;
  }

  async keep(): Promise<void> {
    const others = remembered(this.memory);
    for (const text of this.#kept) if (others.includes(text)) others.splice(others.indexOf(text), 1);
    this.#kept = this.#all.map(({ text }) => text).filter((text) => text !== '');
    await Promise.all([
      this.memory.update(draftsKey, [...others, ...this.#kept]),
      this.memory.update(originKey, this.withOrigin),
    ]);
  }
}

/** What `take` answers in a window that has just been opened. */
export function firstOffered(memory: Pick<Memory, 'get'>): string {
  return remembered(memory).findLast((text) => text !== '') ?? '';
}

/** For a window in which nothing else could be loaded. */
export async function remember(memory: Memento, text: string): Promise<void> {
  if (text !== '') await memory.update(draftsKey, [...remembered(memory), text]);
}

type Memento = Pick<Memory, 'get'> & { update(key: string, value: unknown): PromiseLike<void> };

function remembered(memory: Pick<Memory, 'get'>): string[] {
  const texts = memory.get(draftsKey);
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
}
