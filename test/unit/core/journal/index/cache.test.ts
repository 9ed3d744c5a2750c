import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertRefusesDamage } from '../../../../support/damage';
import { CacheReader, CacheWriter } from '../../../../../src/core/journal/index/cache';
import { NumberReader, NumberWriter } from '../../../../../src/core/journal/index/numbers';
import type { StoredNote } from '../../../../../src/core/journal/index/storedNote';
import { taskStates } from '../../../../../src/core/journal/note';

function write(notes: readonly StoredNote[], key = 'key'): string {
  const writer = new CacheWriter(key);
  for (const note of notes) writer.add(note);
  return writer.text();
}

function read(text: string, key = 'key'): StoredNote[] {
  const reader = new CacheReader(text, key);
  const notes: StoredNote[] = [];
  for (let note = reader.next(); note; note = reader.next()) notes.push(note);
  return notes;
}

const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true });
const natural = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 0x7fffffff }));
const string = fc.string({ unit: 'binary' });
const maybe = fc.option(string, { nil: undefined });
const tag = record({
  start: fc.nat({ max: 1_000_000 }),
  end: fc.nat({ max: 100_000_000 }),
  line: natural,
  character: natural,
  dimension: string,
  hat: maybe,
  block: record({ first: natural, last: natural }),
  inFrontMatter: fc.boolean(),
  evidence: fc.boolean(),
  isPrivate: fc.boolean(),
});
const hash = fc.integer({ min: 0, max: 0xffffffff }).map((value) => value.toString(16).padStart(8, '0'));
const task = record({
  line: natural,
  character: natural,
  state: fc.constantFrom(...taskStates),
  due: maybe,
  owner: maybe,
  hash,
  isPrivate: fc.boolean(),
});
const note: fc.Arbitrary<StoredNote> = record({
  path: string,
  title: maybe,
  date: maybe,
  kind: maybe,
  person: maybe,
  tags: fc.array(tag, { maxLength: 4 }),
  tasks: fc.array(task, { maxLength: 4 }),
  size: natural,
  mtime: fc.double({ noNaN: true }),
});

const sample: StoredNote = {
  ...{ path: 'people/ana/a.md', title: 'a', date: '2026-11-24', kind: 'one-on-one', person: 'Ana' },
  ...{ size: 120, mtime: 1_764_000_000_123.456, tasks: [] },
  tags: [
    {
      ...{ start: 5, end: 9, line: 2, character: 3, dimension: 'fox', hat: undefined },
      ...{ block: { first: 2, last: 4 }, inFrontMatter: false, evidence: true, isPrivate: false },
    },
  ],
};

describe('What is kept of the index', () => {
  it('reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 4 }), (notes) => {
        assert.deepEqual(read(write(notes)), notes);
      }),
    );
  });

  it('is of no use to who looks for other tags', () => {
    assert.throws(() => read(write([sample], 'one'), 'other'));
  });

  it('is refused when it was cut short anywhere, or anything in it is another character', () => {
    const text = write([sample, { ...sample, path: 'b.md' }]);
    assertRefusesDamage(text, read);
  });

  it('throws for any other text, and nothing else', () => {
    fc.assert(
      fc.property(string, (text) => {
        assert.throws(() => read(text), Error);
      }),
    );
  });
});

describe('Numbers as text', () => {
  it('read back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.double(), (values, float) => {
        const writer = new NumberWriter();
        for (const value of values) writer.add(value);
        writer.addFloat(float);
        const text = writer.text();
        const reader = new NumberReader(`x${text}`, 1, text.length + 1);
        assert.deepEqual(
          values.map(() => reader.next()),
          values,
        );
        assert.equal(reader.nextFloat(), float);
        assert.equal(reader.isAtEnd, true);
      }),
    );
  });

  it('are short for small ones', () => {
    const writer = new NumberWriter();
    for (const value of [0, 31, 32, 1023]) writer.add(value);
    assert.equal(writer.text(), 'AfgB/f');
  });
});
