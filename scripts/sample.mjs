// @ts-check
// What F5 opens: the sample journal, and a profile whose settings point to it. Made once; delete it for a new one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cache, root, writeJson } from './paths.mjs';

const journal = path.join(cache, 'sample', 'desktop');
const settings = path.join(cache, 'sample', 'profile', 'User', 'settings.json');

if (!fs.existsSync(journal)) {
  const { status } = spawnSync(process.execPath, ['dist/cli/sample.js', journal], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
if (!fs.existsSync(settings)) writeJson(settings, { 'twoHats.journal.folder': journal });
