import type { Clock } from '../core/journal/ports';

/** The machine’s own, with its time zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  offset: (instant) => -new Date(instant).getTimezoneOffset(),
};
