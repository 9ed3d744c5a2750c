import type { Clock } from './dates';
import { localDate, msToMidnight } from './dates';

/** Runs something once, so many ms later, unless disposed before. */
export type Later = (ms: number, run: () => void) => { dispose(): void };

/** Timers stand still while a machine sleeps, and no event tells of a change of time zone. */
const lookAgainMs = 120_000;

/** Tells when another local day has begun: at midnight, after sleep, after a change of the clock or its zone. */
export class DayWatch {
  #date: string;
  #timer: { dispose(): void } | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly later: Later,
    private readonly changed: () => void,
  ) {
    this.#date = localDate(clock);
    this.#wait();
  }

  /** Looks now; for whenever somebody comes back to the window. */
  readonly look = (): void => {
    this.#wait();
    const date = localDate(this.clock);
    if (date === this.#date) return;
    this.#date = date;
    this.changed();
  };

  dispose(): void {
    this.#timer?.dispose();
  }

  #wait(): void {
    this.#timer?.dispose();
    this.#timer = this.later(Math.min(msToMidnight(this.clock), lookAgainMs), this.look);
  }
}
