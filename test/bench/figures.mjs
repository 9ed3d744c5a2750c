// @ts-check
// Lines of the table: a value beside its goal.
import { say } from '../../scripts/messages.mjs';

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} value
 * @property {string} [goal]
 * @property {boolean} [met] absent where there is no goal
 */

/**
 * How many times as long one thing takes as another, by their medians.
 * @param {string} name
 * @param {{ of: readonly number[], over: readonly number[] }} samples ms
 * @param {{ most?: number, least?: number }} [goal]
 * @returns {Figure}
 */
export function ratio(name, { of, over }, { most, least } = {}) {
  const value = median(of) / median(over);
  const ms = (/** @type {readonly number[]} */ times) => `${median(times).toFixed(0)} ms`;
  const text = `${value.toFixed(2)} (${ms(of)} : ${ms(over)}, ${of.length} runs)`;
  if (most !== undefined) return { name, value: text, goal: `≤ ${most}`, met: value <= most };
  if (least !== undefined) return { name, value: text, goal: `≥ ${least}`, met: value >= least };
  return { name, value: text };
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} most
 * @param {string} unit
 * @param {{ digits?: number, more?: string }} [shown]
 * @returns {Figure}
 */
export function limit(name, value, most, unit, { digits = 0, more = '' } = {}) {
  return {
    name,
    value: `${value.toFixed(digits)}${unit}${more}`,
    goal: `≤ ${most}${unit}`,
    met: value <= most,
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below = NaN, above = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

/** @param {readonly Figure[]} figures */
export function print(figures) {
  say('');
  for (const { name, value, goal, met } of figures) {
    const mark = met === undefined ? '·' : met ? '✔' : '✘';
    say(`${mark} ${name}: ${value}${goal === undefined ? '' : `; goal ${goal}`}`);
  }
}
