/**
 * The index between two sessions. Nothing of a note's text is in it, but for the names in its front matter.
 */
import { taskStates, type NoteTag, type NoteTask } from '../note';
import { PackedReader, PackedWriter } from './packed';
import type { StoredNote } from './storedNote';

/** Changes with whatever the scanner finds or the cache holds. */
const format = 'two-hats-index/6';

/** @param key of what the notes were scanned with */
export function cacheTitle(key: string): string {
  return `${format} ${key}`;
}

export class CacheWriter {
  readonly #packed = new PackedWriter();

  /** @param key of what the notes were scanned with */
  constructor(private readonly key: string) {}

  add({ path, title, date, kind, person, tags, tasks, size, mtime }: StoredNote): void {
    const packed = this.#packed;
    for (const text of [path, title, date, kind, person]) packed.addString(text);
    packed.add(size);
    packed.addFloat(mtime);
    packed.add(tags.length);
    for (const tag of tags) this.#addTag(tag);
    packed.add(tasks.length);
    for (const task of tasks) this.#addTask(task);
  }

  text(): string {
    return this.#packed.text(cacheTitle(this.key));
  }

  #addTag(tag: NoteTag): void {
    const { start, end, line, character, block, inFrontMatter, evidence, isPrivate } = tag;
    const places = [start, end - start, line, character, block.first, block.last];
    for (const place of places) this.#packed.add(place);
    this.#packed.add(flag(inFrontMatter, 1) + flag(evidence, 2) + flag(isPrivate, 4));
    this.#packed.addString(tag.dimension);
    this.#packed.addString(tag.hat);
  }

  #addTask({ line, character, state, due, owner, hash, isPrivate }: NoteTask): void {
    const packed = this.#packed;
    packed.add(line);
    packed.add(character);
    packed.add(2 * taskStates.indexOf(state) + flag(isPrivate, 1));
    packed.add(Number.parseInt(hash, 16));
    packed.addString(due);
    packed.addString(owner);
  }
}

/** Gives back the notes of a cache one by one. */
export class CacheReader {
  readonly #packed: PackedReader;

  /** @throws Error for another format, other keys, and what is damaged; so does `next` */
  constructor(text: string, key: string) {
    this.#packed = new PackedReader(text, cacheTitle(key));
  }

  next(): StoredNote | undefined {
    const packed = this.#packed;
    if (packed.isAtEnd) return undefined;
    return {
      path: packed.string(),
      title: packed.stringIfAny(),
      date: packed.stringIfAny(),
      kind: packed.stringIfAny(),
      person: packed.stringIfAny(),
      size: packed.next(),
      mtime: packed.nextFloat(),
      tags: this.#tags(),
      tasks: this.#tasks(),
    };
  }

  #tags(): readonly NoteTag[] {
    let left = this.#packed.next();
    if (left === 0) return none;
    const tags: NoteTag[] = [];
    for (; left > 0; left--) tags.push(this.#tag());
    return tags;
  }

  #tasks(): readonly NoteTask[] {
    let left = this.#packed.next();
    if (left === 0) return none;
    const tasks: NoteTask[] = [];
    for (; left > 0; left--) tasks.push(this.#task());
    return tasks;
  }

  #tag(): NoteTag {
    const packed = this.#packed;
    const start = packed.next();
    const end = start + packed.next();
    const line = packed.next();
    const character = packed.next();
    const block = { first: packed.next(), last: packed.next() };
    const flags = packed.next();
    return {
      start,
      end,
      line,
      character,
      dimension: packed.string(),
      hat: packed.stringIfAny(),
      block,
      inFrontMatter: (flags & 1) !== 0,
      evidence: (flags & 2) !== 0,
      isPrivate: (flags & 4) !== 0,
    };
  }

  #task(): NoteTask {
    const packed = this.#packed;
    const line = packed.next();
    const character = packed.next();
    const flags = packed.next();
    const state = taskStates[flags >> 1];
    if (!state) throw new RangeError(`There is no task state ${flags >> 1}.`);
    const hash = (packed.next() >>> 0).toString(16).padStart(8, '0');
    const due = packed.stringIfAny();
    const owner = packed.stringIfAny();
    return { line, character, state, due, owner, hash, isPrivate: (flags & 1) !== 0 };
  }
}

const none: readonly never[] = [];

function flag(isSet: boolean, value: number): number {
  return isSet ? value : 0;
}
