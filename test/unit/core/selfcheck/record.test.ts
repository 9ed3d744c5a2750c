import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeRecord } from '../../../../src/core/selfcheck/save';
import { readRecord, recordAnswers } from '../../../../src/core/selfcheck/record';
import { answerStatement, startRun } from '../../../../src/core/selfcheck/run';
import { makeFramework } from '../../../support/frameworks';

const framework = makeFramework('a');

function finished(values: readonly number[], of = framework) {
  const start = { id: 'r1', seed: 4294967295, started: '2026-11-24T09:30:00+01:00' };
  const run = startRun(of, { kind: 'quick', dimension: undefined }, start);
  return values.reduce(
    (before, value) => answerStatement(before, { value, ms: 2100.4 }, '2026-11-24T09:31:00+01:00'),
    run,
  );
}

const text = writeRecord(finished([4, 0]));

describe('A check file', () => {
  it('reads well', () => {
    const [first, second] = finished([]).statements.map(({ id }) => id);
    assert.equal(
      text.replaceAll(/hash: .*/g, 'hash: …'),
      `# A self-check of Two Hats. It is never rewritten; a new check makes a new file.
# Answers: 1 never, 2 rarely, 3 sometimes, 4 often, 5 almost always; 0 no occasion, which is not scored.
format: two-hats-check/1
kind: quick
framework: sample
version: "1.0.0"
period: two weeks
seed: 4294967295
started: "2026-11-24T09:30:00+01:00"
finished: "2026-11-24T09:31:00+01:00"
asked: 2
answers:
  - statement: ${first}
    hash: …
    answer: 4
    ms: 2100
  - statement: ${second}
    hash: …
    answer: 0
    ms: 2100
`,
    );
  });

  it('gives back every answer, in any framework', () => {
    const dimension = fc.stringMatching(/^[a-zа-я李][a-z0-9_-]{0,8}$/u);
    fc.assert(
      fc.property(
        dimension,
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 2 }),
        (id, values) => {
          const run = finished(values, makeFramework(id));
          const { record } = readRecord(writeRecord(run));
          assert.ok(record);
          assert.deepEqual(
            recordAnswers(record).map(({ value }) => value),
            values,
          );
          assert.deepEqual(
            recordAnswers(record).map(({ dimension: of, hat }) => `${of}/${hat}`),
            run.statements.map((s) => `${s.dimension}/${s.hat}`),
          );
        },
      ),
    );
  });

  it('may hold more than we know', () => {
    assert.ok(readRecord(`${text}mood: fine\n`).record);
    assert.ok(readRecord(text.replaceAll('\n', '\r\n')).record);
  });

  for (const [damage, damaged, problem] of [
    ['cut in a string', text.slice(0, text.indexOf('T09:30')), { code: 'notYaml', line: 9, key: '' }],
    ['no YAML', 'a: [1, 2', { code: 'notYaml', line: 1, key: '' }],
    ['another format', text.replace('check/1', 'check/2'), { code: 'otherFormat', line: 3, key: 'format' }],
    [
      'an answer out of range',
      text.replace('answer: 4', 'answer: 6'),
      { code: 'invalid', line: 15, key: 'answers.0.answer' },
    ],
    [
      'an answer in words',
      text.replace('answer: 0', 'answer: often'),
      { code: 'invalid', line: 19, key: 'answers.1.answer' },
    ],
    ['no seed', text.replace(/seed: .*\n/, ''), { code: 'invalid', line: 3, key: 'seed' }],
    ['an unknown kind', text.replace('kind: quick', 'kind: slow'), { code: 'invalid', line: 4, key: 'kind' }],
    ['no answers', text.slice(0, text.indexOf('answers:')), { code: 'invalid', line: 3, key: 'answers' }],
    [
      'cut between two answers',
      text.slice(0, text.lastIndexOf('  - statement')),
      { code: 'invalid', line: 13, key: 'answers' },
    ],
    [
      'an answer given twice',
      text.replace(/statement: .*(?=\n.*\n.*answer: 0)/, `statement: ${finished([]).statements[0]!.id}`),
      { code: 'invalid', line: 13, key: 'answers' },
    ],
    [
      'a time that is none',
      text.replace('finished: "2026-11-24T09:31:00+01:00"', 'finished: yesterday'),
      { code: 'invalid', line: 10, key: 'finished' },
    ],
    ['another thing', 'format: 7\n', { code: 'invalid', line: 1, key: 'format' }],
    ['nothing', '', { code: 'invalid', line: 1, key: '' }],
  ] as const)
    it(`is not read, and says where: ${damage}`, () => {
      assert.deepEqual(readRecord(damaged), { problem });
    });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: text.length }),
        fc.string({ unit: 'binary' }),
        fc.nat({ max: 20 }),
        (at, put, cut) => {
          const { record, problem } = readRecord(text.slice(0, at) + put + text.slice(at + cut));
          assert.ok(record ?? problem);
        },
      ),
      { numRuns: 30 },
    );
    assert.ok(readRecord('? '.repeat(5000)).problem);
    assert.deepEqual(readRecord(`${text}# ${'x'.repeat(100_000)}\n`).problem, {
      code: 'invalid',
      line: 1,
      key: '',
    });
    const bomb = `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c]\n`;
    assert.ok(readRecord(bomb).problem);
  });
});
