import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import manifest from '../../../package.json';
import { makeTempFolder, removeFolder, root } from '../../../scripts/paths.mjs';

/** These install what is missing. */
const installing = ['start', 'test'];
const scripts = Object.entries(manifest.scripts).filter(
  ([name, line]) => line.startsWith('node ') && !installing.includes(name),
);

describe('A fresh clone, without its packages', () => {
  let clone: string;

  before(() => {
    clone = makeTempFolder('clone');
    for (const name of [
      'esbuild.js',
      'package.json',
      'scripts',
      'test/hosts',
      'test/runner',
      'test/bench',
      'test/longLife',
      'test/mutate',
    ])
      fs.cpSync(path.join(root, name), path.join(clone, name), { recursive: true });
  });
  after(() => {
    removeFolder(clone);
  });

  it('has such programs', () => {
    assert.ok(scripts.length > 5, String(scripts.length));
  });

  for (const [name, line] of scripts)
    it(`says what to install when \`npm run ${name}\` is run`, () => {
      const [program = '', ...args] = line.split(' && ')[0]!.split(' ').slice(1);
      const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
        ...{ cwd: clone, encoding: 'utf8', timeout: 9000 },
      });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /^The packages .* are missing\. Run `npm install` once, then try again\.\n$/);
    });
});
