import type { IndexedNote } from '../note';
import { tagText, type KnownTag } from './tags';

/** How much a tag is used. */
export interface TagCount {
  /** Blocks in which the person wrote something. */
  readonly evidence: number;
  readonly notes: number;
  /** Local date of the newest note with it. */
  readonly last: string | undefined;
}

/**
 * Counts by tag, kept in step with an index: only notes that changed are counted anew. A dimension counts with all
 * its hats.
 */
export class TagCounts {
  readonly #counted = new Map<string, { readonly note: IndexedNote; readonly uses: Uses }>();
  readonly #totals = new Map<string, Total>();

  update(notes: ReadonlyMap<string, IndexedNote>): void {
    for (const [path, note] of notes) {
      const known = this.#counted.get(path);
      if (known?.note === note) continue;
      if (known) this.#add(known.note, known.uses, -1);
      const uses = usesIn(note);
      this.#add(note, uses, 1);
      this.#counted.set(path, { note, uses });
    }
    if (this.#counted.size === notes.size) return;
    for (const [path, { note, uses }] of this.#counted) {
      if (notes.has(path)) continue;
      this.#add(note, uses, -1);
      this.#counted.delete(path);
    }
  }

  of(tag: KnownTag): TagCount {
    const total = this.#totals.get(tagText(tag));
    return { evidence: total?.evidence ?? 0, notes: total?.notes ?? 0, last: total && newest(total.dates) };
  }

  #add({ date }: IndexedNote, uses: Uses, sign: 1 | -1): void {
    for (const [tag, evidence] of uses) {
      const total = this.#totals.get(tag) ?? { evidence: 0, notes: 0, dates: new Map<string, number>() };
      this.#totals.set(tag, total);
      total.evidence += sign * evidence;
      total.notes += sign;
      if (date === undefined) continue;
      const left = (total.dates.get(date) ?? 0) + sign;
      if (left > 0) total.dates.set(date, left);
      else total.dates.delete(date);
    }
  }
}

/** Evidence blocks by the tag's text. */
type Uses = ReadonlyMap<string, number>;

interface Total {
  evidence: number;
  notes: number;
  /** Notes by date. */
  readonly dates: Map<string, number>;
}

function usesIn({ tags }: IndexedNote): Uses {
  const blocks = new Map<string, Set<string>>();
  for (const { dimension, hat, block, evidence } of tags)
    for (const tag of hat === undefined
      ? [{ dimension, hat }]
      : [
          { dimension, hat },
          { dimension, hat: undefined },
        ]) {
      const text = tagText(tag);
      const seen = blocks.get(text) ?? new Set<string>();
      blocks.set(text, seen);
      if (evidence) seen.add(`${block.first}-${block.last}`);
    }
  return new Map(Array.from(blocks, ([text, seen]) => [text, seen.size]));
}

function newest(dates: ReadonlyMap<string, number>): string | undefined {
  let last: string | undefined;
  for (const date of dates.keys()) if (last === undefined || date > last) last = date;
  return last;
}
