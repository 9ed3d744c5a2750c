import type { Memento } from '../../services/services';

/** What is being written where, for the next window to tell whether it arrived. */
export interface Sent {
  /** The address of the journal. */
  readonly journal: string;
  readonly path: string;
  readonly item: string;
  /** How often the item stood in the note before. */
  readonly before: number;
}

/** A text that is not in the journal yet. */
export interface CaptureDraft {
  text: string;
  /** On its way into the journal, where it may not arrive: the next note can be begun meanwhile. */
  isSent: boolean;
  /** While it is written. */
  sent: Sent | undefined;
}

type Left = Pick<CaptureDraft, 'text' | 'sent'>;

const draftsKey = 'capture.drafts';
const originKey = 'capture.withOrigin';

/** What was typed and not saved comes back, in later windows, too. */
export class CaptureDrafts {
  /** Whether a note is saved with the place where it was written. */
  withOrigin: boolean;
  #all: readonly CaptureDraft[];
  /** What this window has saved, among what others have. */
  #saved: readonly string[];

  constructor(private readonly memory: Memento) {
    const left = leftDrafts(memory);
    this.#saved = left.map(({ text }) => text);
    // What was being written when its window ended waits for `settle`.
    this.#all = left.map(({ text, sent }) => ({ text, isSent: sent !== undefined, sent }));
    this.withOrigin = memory.get(originKey) === true;
  }

  /** The newest one that was left, or an empty one. */
  take(): CaptureDraft {
    const left = this.#all.filter(({ isSent }) => !isSent);
    const found = left.findLast(({ text }) => text !== '') ?? left[0];
    return found ?? this.#begin();
  }

  /** The one that a box was opened with; a new one where that is gone, so that nothing is typed over another. */
  takeFor(offered: string): CaptureDraft {
    const draft = this.take();
    return draft.text === offered ? draft : this.#begin(offered);
  }

  #begin(text = ''): CaptureDraft {
    const draft: CaptureDraft = { text, isSent: false, sent: undefined };
    this.#all = [...this.#all, draft];
    return draft;
  }

  /**
   * What earlier windows were writing when they ended is offered again, unless it arrived.
   * @param times how often an item stands in its note now
   */
  async settle(times: (sent: Sent) => Promise<number>): Promise<void> {
    const arrived = new Map<string, number>();
    for (const draft of this.#all.filter(({ sent }) => sent !== undefined)) {
      if (draft.sent && (await times(draft.sent)) > draft.sent.before + alike(arrived, draft.sent)) {
        arrived.set(keyOf(draft.sent), alike(arrived, draft.sent) + 1);
        draft.text = '';
      }
      draft.sent = undefined;
      draft.isSent = false;
      await this.save();
    }
  }

  async save(): Promise<void> {
    const others = leftDrafts(this.memory);
    for (const saved of this.#saved) {
      const index = others.findIndex(({ text }) => text === saved);
      if (index >= 0) others.splice(index, 1);
    }
    const own = this.#all.filter(({ text }) => text !== '');
    this.#saved = own.map(({ text }) => text);
    await Promise.all([
      this.memory.update(draftsKey, [...others, ...own].map(stored)),
      this.memory.update(originKey, this.withOrigin),
    ]);
  }
}

/** What `take` answers in a window that has just been opened. */
export function firstOffered(memory: Pick<Memento, 'get'>): string {
  return leftDrafts(memory).findLast(({ text, sent }) => text !== '' && !sent)?.text ?? '';
}

/** For a window in which nothing else could be loaded. */
export async function remember(memory: DraftStore, text: string): Promise<void> {
  if (text !== '') await memory.update(draftsKey, [...leftDrafts(memory).map(stored), text]);
}

type DraftStore = Pick<Memento, 'get'> & { update(key: string, value: unknown): PromiseLike<void> };

function keyOf({ journal, path, item }: Sent): string {
  return JSON.stringify([journal, path, item]);
}

function alike(arrived: ReadonlyMap<string, number>, sent: Sent): number {
  return arrived.get(keyOf(sent)) ?? 0;
}

function stored({ text, sent }: Left): unknown {
  return sent ? { text, sent } : text;
}

function leftDrafts(memory: Pick<Memento, 'get'>): Left[] {
  const all: unknown = memory.get(draftsKey);
  return Array.isArray(all) ? all.flatMap(parseLeft) : [];
}

function parseLeft(value: unknown): Left[] {
  if (typeof value === 'string') return [{ text: value, sent: undefined }];
  if (typeof value !== 'object' || value === null || !('text' in value)) return [];
  if (typeof value.text !== 'string') return [];
  return [{ text: value.text, sent: 'sent' in value ? parseSent(value.sent) : undefined }];
}

function parseSent(value: unknown): Sent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('journal' in value) || typeof value.journal !== 'string') return undefined;
  if (!('path' in value) || typeof value.path !== 'string') return undefined;
  if (!('item' in value) || typeof value.item !== 'string') return undefined;
  if (!('before' in value) || typeof value.before !== 'number') return undefined;
  return { journal: value.journal, path: value.path, item: value.item, before: value.before };
}
