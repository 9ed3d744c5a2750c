// @ts-check
import './insideMark.mjs';
import fs from 'node:fs';
import { SourceMap } from 'node:module';
import Mocha from 'mocha';
import { runInside } from './inside.mjs';

/**
 * @param {import('./inside.mjs').Suite[]} suites
 * @param {{ strict: boolean }} options
 */
export function runSuites(suites, { strict }) {
  const mocha = new Mocha({ ui: 'bdd', timeout: 40_000, forbidOnly: strict, forbidPending: strict });
  return runInside(mocha, suites, inSources);
}

/** @type {Map<string, SourceMap | undefined>} */
const maps = new Map();

/** @param {string} file */
function mapOf(file) {
  if (!maps.has(file)) {
    const map = `${file}.map`;
    maps.set(file, fs.existsSync(map) ? new SourceMap(JSON.parse(fs.readFileSync(map, 'utf8'))) : undefined);
  }
  return maps.get(file);
}

/**
 * VS Code formats stacks itself and knows no source maps: names the places in the sources.
 * @param {string} stack
 */
function inSources(stack) {
  return stack.replace(/((?:[A-Za-z]:)?[^\s():]+):(\d+):(\d+)/g, (place, file, line, column) => {
    const entry = mapOf(file)?.findEntry(line - 1, column - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const source = entry.originalSource.replace(/^.*?(?=(test|src)\/)/, '');
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
