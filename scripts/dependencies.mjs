// @ts-check
// Installs the project's own packages. Imports nothing that would have to be installed.
import fs from 'node:fs';
import path from 'node:path';
import { say, secondsSince } from './messages.mjs';
import { npm, requireSpace } from './npm.mjs';
import { root } from './paths.mjs';

const megabytes = 300;

/** npm writes both files within the same moment. */
const tolerance = 2000;

export async function installDependencies() {
  if (areInstalled()) return;
  const start = Date.now();
  say('Installing the packages that the project is built with (npm ci) …');
  requireSpace(root, megabytes);
  await npm(['ci', '--include=dev'], root);
  say(`  done in ${secondsSince(start)}.`);
}

/** npm writes this record of an installation last. */
function areInstalled() {
  const installed = fs.statSync(path.join(root, 'node_modules/.package-lock.json'), {
    throwIfNoEntry: false,
  });
  const wanted = fs.statSync(path.join(root, 'package-lock.json'));
  return installed !== undefined && installed.mtimeMs + tolerance >= wanted.mtimeMs;
}
