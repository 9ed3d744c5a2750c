/** How much the notes show of each side. Notes are what is judged by; blocks come in clumps. */
import type { Side } from '../framework/model';
import type { IndexedNote } from '../journal/note';

export interface EvidenceCount {
  readonly notes: number;
  readonly blocks: number;
}

export function sideKey({ dimension, hat }: Side): string {
  return `${dimension}/${hat}`;
}

/** Notes and blocks with evidence of each side, by `sideKey`; sides without are absent. Private ones count. */
export function countSides(notes: Iterable<IndexedNote>): ReadonlyMap<string, EvidenceCount> {
  const counts = new Map<string, EvidenceCount>();
  for (const note of notes)
    for (const [side, blocks] of blockCounts(note)) {
      const before = counts.get(side) ?? { notes: 0, blocks: 0 };
      counts.set(side, { notes: before.notes + 1, blocks: before.blocks + blocks });
    }
  return counts;
}

const known = new WeakMap<IndexedNote, ReadonlyMap<string, number>>();

/** A note’s blocks with evidence, by `sideKey`. A tag without a hat shows no side. A changed note is another object. */
export function blockCounts(note: IndexedNote): ReadonlyMap<string, number> {
  let counts = known.get(note);
  if (!counts) known.set(note, (counts = readCounts(note)));
  return counts;
}

function readCounts({ tags }: IndexedNote): ReadonlyMap<string, number> {
  const blocks = new Map<string, Set<string>>();
  for (const { dimension, hat, evidence, block } of tags) {
    if (!evidence || hat === undefined) continue;
    const side = sideKey({ dimension, hat });
    blocks.set(side, (blocks.get(side) ?? new Set<string>()).add(`${block.first}-${block.last}`));
  }
  return new Map(Array.from(blocks, ([side, places]) => [side, places.size]));
}
