import assert from 'node:assert/strict';
import type { Files } from '../../../../src/core/journal/files';
import { readChecks } from '../../../../src/core/selfcheck/knownChecks';
import { latestRatings, type LatestRatings, type Ratings } from '../../../../src/core/selfcheck/ratings';
import { saveCheck } from '../../../../src/core/selfcheck/save';
import { answerStatement, startRun } from '../../../../src/core/selfcheck/run';
import { makeFramework } from '../../../support/frameworks';
import { isFileError } from '../../../support/filesContract';
import { MemoryFiles } from '../../../support/memoryFiles';

const framework = makeFramework('a', 'b');
const clock = { now: () => 0, offset: () => 60 };
const byId = (
  values: Record<string, number>,
  at = '2026-11-24T09:31:00+01:00',
  id = 'r1',
  of = framework,
) => {
  const run = startRun(
    of,
    { kind: 'quick', dimension: undefined },
    { id, seed: 1, started: '2026-10-24T09:30:00+02:00' },
  );
  return run.statements.reduce(
    (before, { dimension, hat }) =>
      answerStatement(before, { value: values[`${dimension}/${hat}`] ?? 0, ms: 2000 }, at),
    run,
  );
};
const readRatings = async (files: Files, of = framework): Promise<LatestRatings> =>
  latestRatings(of, await readChecks(files));
/** Where nothing is damaged. */
const ratingsIn = async (files: Files, of = framework): Promise<Ratings> => {
  const { ratings, damaged } = await readRatings(files, of);
  assert.deepEqual(damaged, []);
  return ratings;
};
const plain = (scores: Ratings['scores']) =>
  Object.fromEntries(
    [...scores].flatMap(([dimension, sides]) =>
      [...sides].map(([hat, { mean }]) => [`${dimension}/${hat}`, mean]),
    ),
  );

describe('Keeping a check', () => {
  it('makes a file named by the time of the last answer (UTC) and kind', async () => {
    const files = new MemoryFiles();
    assert.match(
      await saveCheck(files, clock, byId({})),
      /^checks\/2026-11-24T083100Z-quick-[0-9a-f]{4}\.yaml$/,
    );
  });

  it('never overwrites another check, and does not write one twice', async () => {
    const files = new MemoryFiles();
    const run = byId({ 'a/keep': 3 });
    const path = await saveCheck(files, clock, run);
    assert.equal(await saveCheck(files, clock, run), path);
    files.texts.set(path, 'something else');
    const other = await saveCheck(files, clock, run);
    assert.notEqual(other, path);
    assert.equal(files.texts.get(path), 'something else');
  });

  it('says when it can’t be written', async () => {
    const files = new MemoryFiles();
    files.fail = 'readOnly';
    await assert.rejects(saveCheck(files, clock, byId({})), (error: unknown) =>
      isFileError('readOnly', error instanceof Error && 'path' in error ? String(error.path) : '')(error),
    );
    assert.equal(files.texts.size, 0);
  });
});

describe('The latest ratings', () => {
  it('take each side from the newest check that scores it', async () => {
    const files = new MemoryFiles();
    await saveCheck(
      files,
      clock,
      byId({ 'a/keep': 1, 'a/lead': 2, 'b/keep': 3 }, '2026-11-01T09:00:00+01:00', 'old'),
    );
    await saveCheck(files, clock, byId({ 'a/keep': 5, 'b/lead': 4 }, '2026-11-20T00:30:00+01:00', 'new'));
    const { date, scores } = await ratingsIn(files);
    assert.equal(date, '2026-11-20');
    assert.deepEqual(plain(scores), { 'a/keep': 5, 'b/lead': 4, 'a/lead': 2, 'b/keep': 3 });
  });

  it('say on how many answers they rest: “no occasion” is none', async () => {
    const files = new MemoryFiles();
    const full = startRun(
      framework,
      { kind: 'full', dimension: undefined },
      { id: 'r1', seed: 1, started: '2026-11-24T09:30:00+01:00' },
    );
    const answered = full.statements.reduce(
      (before, { id }) =>
        answerStatement(
          before,
          { value: id === 'a/keep/2' ? 0 : id === 'a/keep/3' ? 2 : 3, ms: 2000 },
          '2026-11-24T09:31:00+01:00',
        ),
      full,
    );
    await saveCheck(files, clock, answered);
    const { scores } = await ratingsIn(files);
    assert.deepEqual([...scores.get('a')!].sort(), [
      ['keep', { mean: 2.5, count: 2 }],
      ['lead', { mean: 3, count: 3 }],
    ]);
  });

  it('say when the last check was, of whatever framework, also where a file was renamed', async () => {
    const files = new MemoryFiles();
    await saveCheck(files, clock, byId({ 'a/keep': 3 }, '2026-11-01T09:00:00+01:00', 'own'));
    const other = byId({ 'b/keep': 5 }, '2026-11-10T09:00:00+01:00', 'r2', { ...framework, id: 'other' });
    await saveCheck(files, clock, other);
    const { date, lastCheck } = await ratingsIn(files);
    assert.deepEqual([date, lastCheck], ['2026-11-01', '2026-11-10']);
    const path = await saveCheck(files, clock, byId({ 'a/lead': 3 }, '2026-11-20T00:30:00+01:00', 'r3'));
    files.texts.set('checks/mine.yaml', files.texts.get(path)!);
    files.texts.delete(path);
    assert.equal((await ratingsIn(files)).lastCheck, '2026-11-20');
  });

  it('go back as far as there is a side to be rated', async () => {
    const files = new MemoryFiles();
    const keep = (values: Record<string, number>, day: string) =>
      saveCheck(files, clock, byId(values, `2026-11-${day}T09:00:00+01:00`, day));
    await keep({ 'b/keep': 3, 'b/lead': 4 }, '01');
    for (const day of ['02', '03', '04', '05']) await keep({ 'a/keep': 1, 'a/lead': 2 }, day);
    const { scores } = await ratingsIn(files);
    assert.deepEqual(plain(scores), { 'a/keep': 1, 'a/lead': 2, 'b/keep': 3, 'b/lead': 4 });
  });

  it('leave out reworded statements and other frameworks', async () => {
    const files = new MemoryFiles();
    await saveCheck(files, clock, byId({ 'a/keep': 3, 'a/lead': 3 }));
    await saveCheck(
      files,
      clock,
      byId({ 'b/keep': 5 }, '2026-11-25T09:00:00+01:00', 'r2', { ...framework, id: 'other' }),
    );
    const reworded = structuredClone(framework);
    Object.assign(reworded.dimensions[0]!.poles[0].statements, ['Other words']);
    assert.deepEqual(plain((await ratingsIn(files, reworded)).scores), { 'a/lead': 3 });
  });

  it('name damaged files, leave them as they are and go on', async () => {
    const files = new MemoryFiles({
      'checks/2026-12-01T000000Z-quick-ffff.yaml': 'a: [',
      'checks/notes.txt': 'hello',
    });
    await saveCheck(files, clock, byId({ 'a/keep': 3 }));
    const { ratings, damaged } = await readRatings(files);
    assert.deepEqual(damaged, [
      { path: 'checks/2026-12-01T000000Z-quick-ffff.yaml', code: 'notYaml', line: 1, key: '' },
    ]);
    assert.deepEqual(plain(ratings.scores), { 'a/keep': 3 });
    assert.equal(files.texts.get('checks/2026-12-01T000000Z-quick-ffff.yaml'), 'a: [');
  });

  it('name a damaged file that somebody renamed, even when all sides are rated', async () => {
    const files = new MemoryFiles({ 'checks/mine.yaml': 'a: [', 'checks/.hidden.yaml': 'a: [' });
    await saveCheck(files, clock, byId({ 'a/keep': 1, 'a/lead': 2, 'b/keep': 3, 'b/lead': 4 }));
    const { damaged } = await readRatings(files);
    assert.deepEqual(
      damaged.map(({ path }) => path),
      ['checks/mine.yaml'],
    );
  });

  it('name no damaged file that is older than checks which rate all sides', async () => {
    const older = 'checks/2026-11-01T000000Z-quick-ffff.yaml';
    const files = new MemoryFiles({ [older]: 'a: [' });
    await saveCheck(files, clock, byId({ 'a/keep': 1, 'a/lead': 2 }));
    assert.deepEqual(
      (await readRatings(files)).damaged.map(({ path }) => path),
      [older],
    );
    await saveCheck(files, clock, byId({ 'b/keep': 3, 'b/lead': 4 }, '2026-11-23T09:31:00+01:00', 'r2'));
    assert.deepEqual((await readRatings(files)).damaged, []);
  });

  it('name a file that can’t be opened and take the others', async () => {
    const files = new MemoryFiles();
    await saveCheck(files, clock, byId({ 'a/keep': 3 }));
    files.unreadable.set('checks/2026-12-01T000000Z-quick-ffff.yaml', 'unreadable');
    const { ratings, damaged } = await readRatings(files);
    assert.deepEqual(
      damaged.map(({ path, code }) => `${path} ${code}`),
      ['checks/2026-12-01T000000Z-quick-ffff.yaml unreadable'],
    );
    assert.deepEqual(plain(ratings.scores), { 'a/keep': 3 });
  });

  it('are none in an empty journal', async () => {
    assert.deepEqual(await ratingsIn(new MemoryFiles()), {
      date: undefined,
      lastCheck: undefined,
      scores: new Map(),
    });
  });
});
