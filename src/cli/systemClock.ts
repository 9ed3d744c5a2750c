import type { Clock } from '../core/util/dates';

/** The machine’s own, with its time zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  offset: (instant) => -new Date(instant).getTimezoneOffset(),
};
