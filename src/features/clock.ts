import type { Clock } from '../core/journal/ports';

/** The machine's own clock and zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  offset: (instant) => -new Date(instant).getTimezoneOffset(),
};
