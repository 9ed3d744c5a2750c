import type { IndexedNote, LineRange, NoteTag } from '../note';

/** A tagged block of a note. */
export interface TaggedBlock {
  readonly note: IndexedNote;
  /** Its place among the entries of its note, from 0. */
  readonly index: number;
  readonly block: LineRange;
  /** In the order of the text. */
  readonly tags: readonly [NoteTag, ...NoteTag[]];
  /** Did the person write something in it? */
  readonly evidence: boolean;
  readonly isPrivate: boolean;
}

const known = new WeakMap<IndexedNote, readonly TaggedBlock[]>();
const none: readonly TaggedBlock[] = [];

/** The tagged blocks of a note, in the order of their first tags. A changed note is another object. */
export function taggedBlocksOf(note: IndexedNote): readonly TaggedBlock[] {
  if (note.tags.length === 0) return none;
  let entries = known.get(note);
  if (!entries) known.set(note, (entries = readEntries(note)));
  return entries;
}

function readEntries(note: IndexedNote): readonly TaggedBlock[] {
  const [first, second] = note.tags;
  if (first && !second) return [entry(note, 0, [first])];
  const blocks = new Map<number, [NoteTag, ...NoteTag[]]>();
  for (const tag of note.tags) {
    const key = tag.block.first * moreThanLines + tag.block.last;
    const tags = blocks.get(key);
    if (tags) tags.push(tag);
    else blocks.set(key, [tag]);
  }
  return Array.from(blocks.values(), (tags, index) => entry(note, index, tags));
}

/** No note has so many lines: see `maxFileSize`. */
const moreThanLines = 2 ** 26;

function entry(note: IndexedNote, index: number, tags: TaggedBlock['tags']): TaggedBlock {
  return {
    note,
    index,
    block: tags[0].block,
    tags,
    evidence: tags.some(({ evidence }) => evidence),
    isPrivate: tags.some(({ isPrivate }) => isPrivate),
  };
}

/** So many notes take a few ms. */
const atOnce = 250;

/** Knows the entries of all notes beforehand, with pauses in which other work of the host gets its turn. */
export async function prepareTaggedBlocks(
  notes: Iterable<IndexedNote>,
  pause: () => Promise<void>,
): Promise<void> {
  let read = 0;
  for (const note of notes) {
    if (note.tags.length === 0 || known.has(note)) continue;
    taggedBlocksOf(note);
    if (++read % atOnce === 0) await pause();
  }
}

/** The innermost entry of a note that holds a line. */
export function taggedBlockAt(note: IndexedNote, line: number): TaggedBlock | undefined {
  let found: TaggedBlock | undefined;
  for (const entry of taggedBlocksOf(note)) {
    const { first, last } = entry.block;
    if (line < first || line > last) continue;
    if (!found || last - first < found.block.last - found.block.first) found = entry;
  }
  return found;
}

/** The newest first, those without a date last; of one day by their paths. */
export function newestFirst(notes: Iterable<IndexedNote>): readonly IndexedNote[] {
  const days = new Map<string, IndexedNote[]>();
  for (const note of notes) {
    const day = days.get(note.date ?? '');
    if (day) day.push(note);
    else days.set(note.date ?? '', [note]);
  }
  return [...days]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .flatMap(([, day]) => day.sort((one, other) => (one.path < other.path ? -1 : 1)));
}
