import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  ChecksCacheReader,
  ChecksCacheWriter,
  type StoredCheck,
} from '../../../../src/core/selfcheck/checksCache';
import { assertRefusesDamage } from '../../../support/damage';
import { problemCodes, type CheckRecord, type RecordReading } from '../../../../src/core/selfcheck/record';
import { recordFormat } from '../../../../src/core/selfcheck/save';
import { checkKinds } from '../../../../src/core/selfcheck/statements';

function write(checks: readonly StoredCheck[]): string {
  const writer = new ChecksCacheWriter();
  for (const check of checks) writer.add(check);
  return writer.text();
}

function read(text: string): StoredCheck[] {
  const reader = new ChecksCacheReader(text);
  const checks: StoredCheck[] = [];
  for (let check = reader.next(); check; check = reader.next()) checks.push(check);
  return checks;
}

const string = fc.string({ unit: 'binary' });
const id = fc.string({ minLength: 1 }).map((text) => text.replaceAll('/', ''));
const time = fc.constantFrom('2026-11-24T08:30:12+01:00', '2024-02-29T23:59:59Z');
const answer = fc.record(
  {
    statement: fc
      .tuple(fc.nat(), id, id)
      .map(([round, ...side]) => [...side.map((text) => text || 'fox'), round].join('/')),
    hash: string,
    answer: fc.integer({ min: 0, max: 5 }),
    ms: fc.double({ noNaN: true, min: 0, max: 1e9 }).map(Math.abs),
  },
  { noNullPrototype: true },
);
const record: fc.Arbitrary<CheckRecord> = fc
  .record(
    {
      ...{ kind: fc.constantFrom(...checkKinds), framework: string, version: string, period: string },
      ...{ seed: fc.double({ noNaN: true }), started: time, finished: time },
      answers: fc.uniqueArray(answer, { minLength: 1, maxLength: 6, selector: ({ statement }) => statement }),
      dimension: fc.option(string),
    },
    { noNullPrototype: true },
  )
  .map(({ dimension, ...fields }) => ({
    ...{ ...fields, format: recordFormat, asked: fields.answers.length },
    ...(dimension === null ? {} : { dimension }),
  }));
const problem = fc.record(
  { code: fc.constantFrom(...problemCodes), line: fc.nat(), key: string },
  { noNullPrototype: true },
);
const check: fc.Arbitrary<StoredCheck> = fc.record(
  {
    ...{ path: string, size: fc.nat(), mtime: fc.double({ noNaN: true }) },
    reading: fc.oneof<fc.Arbitrary<RecordReading>[]>(
      record.map((value) => ({ record: value })),
      problem.map((value) => ({ problem: value })),
    ),
  },
  { noNullPrototype: true },
);

const sample: StoredCheck = {
  ...{ path: 'checks/a.yaml', size: 900, mtime: 1_764_000_000_123.456 },
  reading: {
    record: {
      ...{ format: recordFormat, kind: 'quick', framework: 'fox', version: '1.0.0', period: 'two weeks' },
      ...{ seed: 4_000_000_000, started: '2026-11-24T08:30:12Z', finished: '2026-11-24T08:31:00Z', asked: 1 },
      answers: [{ statement: 'fox/lead/1', hash: '00ff00ff', answer: 4, ms: 2100 }],
    },
  },
};

describe('What is kept of the checks', () => {
  it('reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(check, { maxLength: 3 }), (checks) => {
        assert.deepEqual(read(write(checks)), checks);
      }),
    );
  });

  it('is refused when it was cut short anywhere, or anything in it is another character', () => {
    const text = write([sample, { ...sample, path: 'checks/b.yaml' }]);
    assertRefusesDamage(text, read);
  });

  it('is refused where it holds what no check says', () => {
    const { record: said } = sample.reading;
    const wrong = {
      ...sample,
      reading: { record: { ...said!, answers: [{ ...said!.answers[0]!, answer: 6 }] } },
    };
    assert.throws(() => read(write([wrong])), /Invalid value/);
  });

  it('throws for any other text, and nothing else', () => {
    fc.assert(
      fc.property(string, (text) => {
        assert.throws(() => read(text), Error);
      }),
    );
  });

  it('is short: what many checks share stands there once', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...sample, path: `checks/${index}.yaml` }));
    assert.ok(write(many).length < 40_000);
  });
});
