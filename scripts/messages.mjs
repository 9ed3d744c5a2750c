// @ts-check
// What a person reads: progress, and problems that have a way out.

import { shown } from './paths.mjs';

/** Something the person can put right: its message says all, a stack would only hide it. */
export class Problem extends Error {}

/** @param {string} text */
export function say(text) {
  console.log(text);
}

/** @param {unknown} error */
export function explain(error) {
  if (error instanceof Problem) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOSPC') return noSpace('path' in error ? String(error.path) : '.');
  return error.stack ?? error.message;
}

/** @param {string} place */
export function noSpace(place) {
  return `No disk space is left for ${shown(place)}. Free some, or set TWO_HATS_CACHE to a folder on another disk, then try again.`;
}

/** @param {number} start from `Date.now()` */
export function secondsSince(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
