export interface Clock {
  /** The instant in ms since the epoch. */
  now(): number;
  /** The local offset from UTC at `instant`, in minutes east (CET is +60). */
  offset(instant: number): number;
}

/** The local date at `instant` (ms since the epoch), `YYYY-MM-DD`. */
export function localDate(clock: Clock, instant = clock.now()): string {
  return localTime(clock, instant).slice(0, 10);
}

/** From now to the next local midnight, in ms: more than 0, at most a day, and off by the shift where clocks change. */
export function msToMidnight(clock: Clock): number {
  const now = clock.now();
  const ofDay = (now + clock.offset(now) * 60_000) % dayMs;
  return dayMs - (ofDay < 0 ? ofDay + dayMs : ofDay);
}

const dayMs = 86_400_000;

/** The local time at `instant` with its offset, to the second: `2026-11-24T09:30:12+01:00`. */
export function isoWithOffset(clock: Clock, instant = clock.now()): string {
  return localTime(clock, instant).slice(0, 19) + offsetText(clock.offset(instant));
}

/** The instant in UTC as file names carry it: `2026-11-24T083012Z`. Sorts by time. */
export function fileTimestamp(clock: Clock, instant = clock.now()): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}

/** The wall clock read as if it were UTC, so that no local getter of the machine's own zone is needed. */
function localTime(clock: Clock, instant: number): string {
  return new Date(instant + clock.offset(instant) * 60_000).toISOString();
}

function offsetText(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
