import type { Span } from '../journal/digest/person';
import { isDate } from '../util/calendar';

/** Two dates in a text, the earlier one first and at most ten years apart; else `undefined`. */
export function spanIn(text: string): Span | undefined {
  const [from, to, more] = text.match(/\d+-\d+-\d+/g) ?? [];
  if (from === undefined || to === undefined || more !== undefined) return undefined;
  if (!isDate(from) || !isDate(to) || from > to) return undefined;
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > mostYears ? undefined : { from, to };
}

const mostYears = 10;
