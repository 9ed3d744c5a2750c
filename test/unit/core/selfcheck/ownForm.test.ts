import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { writeRecord } from '../../../../src/core/selfcheck/save';
import { readOwnForm } from '../../../../src/core/selfcheck/ownForm';
import { answerStatement, startRun } from '../../../../src/core/selfcheck/run';
import { makeFramework } from '../../../support/frameworks';

const framework = makeFramework('a', 'b-c');
const started = '2026-11-24T09:30:00+01:00';

function written(values: readonly number[], seed: number): string {
  const run = startRun(framework, { kind: 'full', dimension: undefined }, { id: 'r', seed, started });
  return writeRecord(
    values.reduce((before, value) => answerStatement(before, { value, ms: 1234.5 * value }, started), run),
  );
}

describe('A check file of our own form', () => {
  it('is read as the YAML library reads it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), fc.nat(), (values, seed) => {
        const text = written([3, ...values], seed);
        assert.deepEqual(readOwnForm(text), parse(text));
      }),
    );
  });

  it('is read alike or left to the library, whatever was changed in it', () => {
    const own = written([1, 2, 3, 4, 5, 0], 7);
    const pieces = [
      'a',
      '"',
      "'",
      '\n',
      ' ',
      ':',
      '- ',
      '#',
      '0',
      'x: 1\n',
      '~',
      '\\',
      '\t',
      'true',
      '1e3',
      '{',
      '&a ',
    ];
    fc.assert(
      fc.property(
        fc.nat(own.length),
        fc.nat(12),
        fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
        (place, dropped, put) => {
          const text = own.slice(0, place) + put.join('') + own.slice(place + dropped);
          const value = readOwnForm(text);
          if (value !== undefined) assert.deepEqual(value, parse(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is no other one: comments between, another order, an anchor, CRLF', () => {
    const own = written([1, 2], 7);
    assert.notEqual(readOwnForm(own), undefined);
    for (const text of [
      own.replaceAll('\n', '\r\n'),
      own.replace('answers:\n', 'answers:\n  # so it was\n'),
      own.replace('kind: full', 'kind: &a full'),
      own.replace(/(\n {4}hash: .*)(\n {4}answer: .*)/, '$2$1'),
      own.slice(0, -1),
    ])
      assert.equal(readOwnForm(text), undefined);
  });
});
