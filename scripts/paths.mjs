// @ts-check
// Where things are. Nothing outside these folders is written to.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Downloads and generated files; Git ignores it. */
export const cache = process.env['TWO_HATS_CACHE']
  ? path.resolve(process.env['TWO_HATS_CACHE'])
  : path.join(root, '.vscode-test');

/** Bundled tests, the package, results. */
export const out = path.join(root, 'out');

/** @type {Set<string>} temporary folders that are still there */
const temporary = new Set();

/**
 * A new empty folder, removed at our end at the latest.
 * @param {string} purpose
 */
export function makeTempFolder(purpose) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `two-hats-${purpose}-`)));
  if (temporary.size === 0) process.once('exit', () => temporary.forEach(removeFolder));
  temporary.add(folder);
  return folder;
}

/** @param {string | undefined} folder */
export function removeFolder(folder) {
  if (!folder) return;
  // A program that is ending may still write into it.
  for (let tries = 0; tries < 5; tries++)
    try {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      temporary.delete(folder);
      return;
    } catch (error) {
      if (!temporary.has(folder)) throw error;
    }
}

/** @param {string} file as a path to show: short where it is inside the repository */
export function shown(file) {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative || '.';
}

/**
 * @param {string} file
 * @param {unknown} value
 */
export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value, undefined, 2) + '\n');
}

/**
 * @param {string} file
 * @returns {any} JSON is what the file says
 */
export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
