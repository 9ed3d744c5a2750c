import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { scanFolder } from '../../../src/cli/scanFolder';

const root = process.cwd();

describe('npm run scan', () => {
  let folder: string;

  before(() => {
    execFileSync(process.execPath, ['esbuild.js', '--cli', 'scan'], { cwd: root });
  });
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-scan-'));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  function write(texts: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(texts)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
  }

  async function lines(): Promise<unknown[]> {
    let all = '';
    for await (const text of scanFolder(folder)) all += text;
    assert.ok(all.endsWith('\n'));
    return all
      .slice(0, -1)
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  }

  const command = (...args: string[]) => [path.join(root, 'dist/cli/scan.js'), ...args];
  const run = (...args: string[]) => spawnSync(process.execPath, command(...args), { encoding: 'utf8' });

  it('prints tags and tasks by path and place, then the totals', async () => {
    write({
      'b.md': [
        '\uFEFF---',
        'tags: ["#risk-taking", decision-making/leadership/mine]',
        '---',
        '# 🎩 We dared a lot this week #Risk-Taking/LEADERSHIP',
        '',
        '- [x] ask #decision-making @ana.b due:2026-12-01 #risk-taking',
        '  and more',
        '- [-] no',
        '',
      ].join('\r\n'),
      'a/z.markdown': '> - [/] go\n> - [>] went 📅 2026-12-02\n',
      'mine/t.md': '#risk-taking',
      'two-hats.yaml': 'templates: mine',
    });
    fs.symlinkSync('nowhere', path.join(folder, 'c.md'));
    const sizes = ['b.md', 'a/z.markdown'].map((name) => fs.statSync(path.join(folder, name)).size);
    const bytes = sizes.reduce((sum, size) => sum + size);
    const [risk, deciding] = ['risk-taking', 'decision-making'];
    const tag = (line: number, column: number, dimension: string, hat: string | null, block: number[]) => ({
      ...{ path: 'b.md', line, column, tag: hat === null ? dimension : `${dimension}/${hat}` },
      ...{ dimension, hat, block, evidence: true },
    });
    assert.deepEqual(await lines(), [
      { path: 'a/z.markdown', line: 1, task: 'open', due: null, owner: null },
      { path: 'a/z.markdown', line: 2, task: 'moved', due: '2026-12-02', owner: null },
      tag(2, 10, risk, null, [1, 8]),
      tag(2, 24, deciding, 'leadership', [1, 8]),
      tag(4, 31, risk, 'leadership', [4, 8]),
      { path: 'b.md', line: 6, task: 'done', due: '2026-12-01', owner: 'ana.b' },
      tag(6, 11, deciding, null, [6, 7]),
      tag(6, 50, risk, null, [6, 7]),
      { path: 'b.md', line: 8, task: 'dropped', due: null, owner: null },
      {
        ...{ files: 2, bytes, tags: 5, tasks: 4 },
        skipped: [{ path: 'c.md', reason: 'unreadable' }],
      },
    ]);
  });

  it('prints the same as a program, and nothing else', async () => {
    write({ 'a.md': 'We dared a lot. #risk-taking', 'b.md': '---\ntags: {a: 1}\n"tag": risk-taking\n---\n' });
    const { stdout, stderr, status } = run(folder);
    assert.deepEqual([stderr, status], ['', 0]);
    assert.deepEqual(
      stdout.trimEnd().split('\n'),
      (await lines()).map((line) => JSON.stringify(line)),
    );
  });

  it('takes a folder from where the person stands', () => {
    write({ 'inner/a.md': '' });
    const env = { ...process.env, npm_lifecycle_event: 'scan', INIT_CWD: folder };
    const { stdout } = spawnSync(process.execPath, command('inner'), { encoding: 'utf8', env });
    assert.deepEqual(JSON.parse(stdout), { files: 1, bytes: 0, tags: 0, tasks: 0, skipped: [] });
  });

  it('says what is wrong with the folder', () => {
    write({ 'a.md': '' });
    const of = ({ stdout, stderr, status }: ReturnType<typeof run>) => [stdout, stderr.trim(), status];
    const file = path.join(folder, 'a.md');
    assert.deepEqual(of(run()), ['', 'Name the folder: npm run --silent scan -- DIR', 1]);
    assert.deepEqual(of(run(file)), ['', `There is no folder “${file}”.`, 1]);
    assert.deepEqual(of(run('/nowhere')), ['', 'There is no folder “/nowhere”.', 1]);
  });

  it('ends quietly when its reader has seen enough', async () => {
    write(
      Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.md`, '- [ ] do it\n'.repeat(50)])),
    );
    const scan = spawn(process.execPath, command(folder));
    let complaint = '';
    scan.stderr.on('data', (data) => (complaint += String(data)));
    scan.stdout.once('data', () => scan.stdout.destroy());
    const code = await new Promise((resolve) => scan.once('close', resolve));
    assert.deepEqual([complaint, code], ['', 0]);
  });
});
