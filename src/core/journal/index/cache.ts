/**
 * The index between two sessions, as text of three lines: what it is, numbers, and the strings that they name. Nothing
 * of a note's text is in it, but for the names in its front matter.
 */
import { taskStates, type NoteTag, type NoteTask } from '../note';
import { NumberReader, NumberWriter } from './numbers';
import type { StoredNote } from './storedNote';

/** Changes with whatever the scanner finds or the cache holds. */
const format = 'two-hats-index/5';

/** Takes notes one by one: writing all at once would stop the host. */
export class CacheWriter {
  readonly #numbers = new NumberWriter();
  readonly #strings: string[] = [];
  /** Places in `strings`, from 1 on. */
  readonly #places = new Map<string, number>();

  add({ path, title, date, kind, person, tags, tasks, size, mtime }: StoredNote): void {
    for (const text of [path, title, date, kind, person]) this.#addString(text);
    this.#numbers.add(size);
    this.#numbers.addFloat(mtime);
    this.#numbers.add(tags.length);
    for (const tag of tags) this.#addTag(tag);
    this.#numbers.add(tasks.length);
    for (const task of tasks) this.#addTask(task);
  }

  /** @param key of what the notes were scanned with */
  text(key: string): string {
    return sealed(key, `${this.#numbers.text()}\n${JSON.stringify(this.#strings)}`);
  }

  #addTag(tag: NoteTag): void {
    const { start, end, line, character, block, inFrontMatter, evidence, isPrivate } = tag;
    const places = [start, end - start, line, character, block.first, block.last];
    for (const place of places) this.#numbers.add(place);
    this.#numbers.add(flag(inFrontMatter, 1) + flag(evidence, 2) + flag(isPrivate, 4));
    this.#addString(tag.dimension);
    this.#addString(tag.hat);
  }

  #addTask({ line, character, state, due, owner, hash, isPrivate }: NoteTask): void {
    this.#numbers.add(line);
    this.#numbers.add(character);
    this.#numbers.add(2 * taskStates.indexOf(state) + flag(isPrivate, 1));
    this.#numbers.add(Number.parseInt(hash, 16));
    this.#addString(due);
    this.#addString(owner);
  }

  /** 0 stands for what is absent. */
  #addString(text: string | undefined): void {
    if (text === undefined) {
      this.#numbers.add(0);
      return;
    }
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.#strings.push(text);
      this.#places.set(text, place);
    }
    this.#numbers.add(place);
  }
}

/** Gives back the notes of a cache one by one. */
export class CacheReader {
  readonly #numbers: NumberReader;
  readonly #strings: readonly unknown[];

  /** @throws Error for another format, other keys, and what is damaged; so does `next` */
  constructor(text: string, key: string) {
    const headEnd = text.indexOf('\n');
    if (text.slice(0, headEnd) !== head(key, text, headEnd + 1))
      throw new Error('It is damaged, or was made otherwise.');
    const numbersEnd = text.indexOf('\n', headEnd + 1);
    const strings: unknown = JSON.parse(text.slice(numbersEnd + 1));
    if (!Array.isArray(strings)) throw new Error('It holds no strings.');
    this.#strings = strings;
    this.#numbers = new NumberReader(text, headEnd + 1, numbersEnd);
  }

  next(): StoredNote | undefined {
    if (this.#numbers.isAtEnd) return undefined;
    return {
      path: this.#string(),
      title: this.#stringIfAny(),
      date: this.#stringIfAny(),
      kind: this.#stringIfAny(),
      person: this.#stringIfAny(),
      size: this.#numbers.next(),
      mtime: this.#numbers.nextFloat(),
      tags: this.#tags(),
      tasks: this.#tasks(),
    };
  }

  #tags(): readonly NoteTag[] {
    let left = this.#numbers.next();
    if (left === 0) return none;
    const tags: NoteTag[] = [];
    for (; left > 0; left--) tags.push(this.#tag());
    return tags;
  }

  #tasks(): readonly NoteTask[] {
    let left = this.#numbers.next();
    if (left === 0) return none;
    const tasks: NoteTask[] = [];
    for (; left > 0; left--) tasks.push(this.#task());
    return tasks;
  }

  #tag(): NoteTag {
    const numbers = this.#numbers;
    const start = numbers.next();
    const end = start + numbers.next();
    const line = numbers.next();
    const character = numbers.next();
    const block = { first: numbers.next(), last: numbers.next() };
    const flags = numbers.next();
    return {
      start,
      end,
      line,
      character,
      dimension: this.#string(),
      hat: this.#stringIfAny(),
      block,
      inFrontMatter: (flags & 1) !== 0,
      evidence: (flags & 2) !== 0,
      isPrivate: (flags & 4) !== 0,
    };
  }

  #task(): NoteTask {
    const numbers = this.#numbers;
    const line = numbers.next();
    const character = numbers.next();
    const flags = numbers.next();
    const state = taskStates[flags >> 1];
    if (!state) throw new RangeError(`There is no task state ${flags >> 1}.`);
    const hash = (numbers.next() >>> 0).toString(16).padStart(8, '0');
    const due = this.#stringIfAny();
    const owner = this.#stringIfAny();
    return { line, character, state, due, owner, hash, isPrivate: (flags & 1) !== 0 };
  }

  #string(): string {
    return this.#stringIfAny() ?? '';
  }

  #stringIfAny(): string | undefined {
    const place = this.#numbers.next();
    if (place === 0) return undefined;
    const text = this.#strings[place - 1];
    if (typeof text !== 'string') throw new RangeError(`There is no string ${place}.`);
    return text;
  }
}

const none: readonly never[] = [];

function flag(isSet: boolean, value: number): number {
  return isSet ? value : 0;
}

/** A cache of these two lines, numbers and strings. */
export function sealed(key: string, body: string): string {
  return `${head(key, body, 0)}\n${body}`;
}

/** The first line, which tells a rest that was cut short or damaged. */
function head(key: string, text: string, start: number): string {
  return `${format} ${key} ${text.length - start} ${checksum(text, start)}`;
}

/** Quicker than `textHash` by half: warm starts wait for it. */
function checksum(text: string, start: number): number {
  let sum = 0;
  for (let index = start; index < text.length; index++)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum >>> 0;
}
