import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { ChecksCacheReader, ChecksCacheWriter } from '../../../../src/core/selfcheck/checksCache';
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
    const known = new KnownChecks({ files: journal, clock });
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
    const known = new KnownChecks({ files: journal, clock });
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
    const known = new KnownChecks({ files: journal, clock });
    await known.compare(goOn);
    const [first, ...others] = known.checks.records;
    journal.texts.delete(first!.path);
    assert.equal(await known.compare(goOn), true);
    assert.deepEqual(known.checks.records, others);
  });

  describe('from an earlier session', () => {
    /** What a window would keep, read by the next one. */
    function restored(earlier: KnownChecks, journal: MemoryFiles): KnownChecks {
      const writer = new ChecksCacheWriter();
      for (const check of earlier.stored) writer.add(check);
      const reader = new ChecksCacheReader(writer.text());
      const later = new KnownChecks({ files: journal, clock });
      for (let check = reader.next(); check; check = reader.next()) later.restore(check);
      return later;
    }

    it('are not read again', async () => {
      const journal = files();
      journal.texts.set('checks/broken.yaml', 'kind: [');
      const earlier = new KnownChecks({ files: journal, clock });
      await earlier.compare(goOn);
      const later = restored(earlier, journal);
      journal.calls.length = 0;
      await later.compare(goOn);
      assert.deepEqual(later.checks, earlier.checks);
      assert.ok(later.checks.records.length > 20 && later.checks.damaged.length === 1);
      assert.deepEqual(journal.calls, ['walk checks']);
    });

    it('are read again where the file has another version, and forgotten with it', async () => {
      const journal = files();
      const earlier = new KnownChecks({ files: journal, clock });
      await earlier.compare(goOn);
      const later = restored(earlier, journal);
      const [changed, gone, ...others] = earlier.checks.records;
      const text = journal.texts.get(changed!.path)!;
      await journal.replace(changed!.path, text.replace(/answer: \d/, 'answer: 0'));
      journal.texts.delete(gone!.path);
      journal.calls.length = 0;
      assert.equal(await later.compare(goOn), true);
      assert.deepEqual(journal.calls, ['walk checks', `read ${changed!.path}`]);
      assert.equal(later.checks.records[0]?.answers[0]?.answer, 0);
      assert.deepEqual(later.checks.records.slice(1), others);
    });

    it('leave out what may have changed since it was read, until it was read once more', async () => {
      const journal = files();
      let now = 0;
      const earlier = new KnownChecks({ files: journal, clock: { now: () => now } });
      await earlier.compare(goOn);
      const { records } = earlier.checks;
      assert.deepEqual(earlier.stored, []);
      now = 5000;
      assert.equal(await earlier.compare(goOn), false);
      assert.equal(earlier.stored.length, records.length);
      assert.equal(earlier.checks.records, records);
    });
  });
});
