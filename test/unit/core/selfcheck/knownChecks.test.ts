import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { KnownChecks, readChecks } from '../../../../src/core/selfcheck/knownChecks';
import { sampleJournal } from '../../../../src/core/sample/sampleJournal';
import { MemoryFiles } from '../../../support/memoryFiles';

const clock = { now: () => Date.parse('2026-11-27T12:00:00Z'), offset: () => 0 };
const goOn = () => false;

function files(): MemoryFiles {
  return new MemoryFiles(Object.fromEntries(sampleJournal(builtin, clock)));
}

describe('Known checks', () => {
  it('are those that the folder holds, in the same order', async () => {
    const journal = files();
    journal.texts.set('checks/broken.yaml', 'kind: [');
    const known = new KnownChecks(journal);
    assert.equal(await known.compare(goOn), true);
    assert.ok(known.checks.records.length > 20);
    assert.deepEqual(known.checks, await readChecks(journal));
    assert.deepEqual(
      known.checks.damaged.map(({ path, code }) => `${path} ${code}`),
      ['checks/broken.yaml notYaml'],
    );
  });

  it('are the same objects until their files change, so that none is parsed twice', async () => {
    const journal = files();
    const known = new KnownChecks(journal);
    await known.compare(goOn);
    const before = known.checks.records;
    assert.equal(await known.compare(goOn), false);
    const { path } = before[0]!;
    await journal.replace(path, `${journal.texts.get(path)!}# looked at\n`);
    assert.equal(await known.compare(goOn), true);
    const after = known.checks.records;
    assert.notEqual(after[0], before[0]);
    assert.ok(after.slice(1).every((check, index) => check === before[index + 1]));
  });

  it('are forgotten with their files', async () => {
    const journal = files();
    const known = new KnownChecks(journal);
    await known.compare(goOn);
    const [first, ...others] = known.checks.records;
    journal.texts.delete(first!.path);
    assert.equal(await known.compare(goOn), true);
    assert.deepEqual(known.checks.records, others);
  });
});
