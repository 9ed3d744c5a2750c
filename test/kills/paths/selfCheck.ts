import assert from 'node:assert/strict';
import { saveCheck, writeRecord } from '../../../src/core/selfcheck/save';
import { answerStatement, startRun } from '../../../src/core/selfcheck/run';
import { makeFramework } from '../../support/frameworks';
import { type WritingPath, journalOf, killedAt, readAll, startedAt } from './folders';

const framework = makeFramework('a');
const run = framework.dimensions.reduce(
  (before) => answerStatement(before, { value: 4, ms: 2100 }, '2026-11-24T09:31:00+01:00'),
  startRun(
    framework,
    { kind: 'quick', dimension: undefined },
    { id: 'r1', seed: 1, started: '2026-11-24T09:30:00+01:00' },
  ),
);

export const selfCheck: WritingPath = {
  texts: {},
  write: async (folders) => {
    await saveCheck(journalOf(folders), killedAt, run);
  },
  recover: async (folders) => {
    await saveCheck(journalOf(folders), startedAt, run);
  },
  check: ({ journal }, isRecovered) => {
    const now = Object.values(readAll(journal));
    if (isRecovered || now.length > 0) assert.deepEqual(now, [writeRecord(run)]);
  },
};
