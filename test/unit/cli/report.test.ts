import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = process.cwd();

describe('npm run report', () => {
  let folder: string;

  before(function () {
    this.timeout(60_000);
    execFileSync(process.execPath, ['esbuild.js', '--cli', 'report'], { cwd: root });
    execFileSync(process.execPath, ['esbuild.js', '--cli', 'sample'], { cwd: root });
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-report-'));
    execFileSync(process.execPath, [path.join(root, 'dist/cli/sample.js'), folder]);
    fs.writeFileSync(path.join(folder, 'checks/damaged.yaml'), 'format: two-hats-check/1\nkind: quick\n');
  });
  after(() => {
    fs.rmSync(folder, { recursive: true });
  });

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'dist/cli/report.js'), ...args], { encoding: 'utf8' });

  it('prints one JSON object, with what can’t be read named in it', () => {
    const { status, stdout, stderr } = run(folder, '--weeks', 'all');
    assert.deepEqual([status, stderr], [0, '']);
    const report: unknown = JSON.parse(stdout);
    assert.ok(typeof report === 'object' && report !== null);
    assert.deepEqual(Object.keys(report), [
      ...['format', 'framework', 'from', 'to', 'checks', 'series', 'sides', 'findings', 'people'],
      ...['retrospectives', 'experiment'],
    ]);
    assert.deepEqual(Reflect.get(report, 'checks'), {
      ...{ quick: 26, full: 0, dimension: 12 },
      leftOut: [{ path: 'checks/damaged.yaml', reason: 'invalid' }],
    });
  });

  it('ends with 2 and one line where there is nothing to print', function () {
    // A process each, beside other work.
    this.timeout(60_000);
    const missing = path.join(folder, 'nowhere');
    for (const [args, line] of [
      [[], /^Name one folder: /],
      [[missing], /^There is no folder “.*nowhere”\.$/],
      [[path.join(folder, 'checks/damaged.yaml')], /^There is no folder /],
      [[folder, '--to', '2026-02-30'], /^“2026-02-30” is no date: /],
      [[folder, '--weeks', '5'], /^“5” is no period: write --weeks 4\|12\|26\|52\|all\.$/],
      [[folder, '--person', 'Nobody Atall'], /^Nobody in this journal is called “Nobody Atall”\.$/],
      [[folder, '--wrong'], /--wrong/],
    ] as const) {
      const { status, stdout, stderr } = run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr.trimEnd(), line);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    }
  });
});
