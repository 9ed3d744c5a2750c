import { Timer } from '../../platform/timer';

/**
 * Changes on the disk come in bursts, which watchers tell in portions: one pass shall do for all of them. Of a few,
 * the person waits for the outcome.
 */
const settleMs = { few: 100, many: 400 };
const few = 20;
/** Under changes without end there is a pass now and then. */
const longestMs = 3000;

/** Gathers paths that changed and passes them on, one pass at a time. */
export class RescanQueue {
  readonly #paths = new Set<string>();
  #running: Promise<void> | undefined;
  readonly #timer = new Timer();
  #waitingSince = 0;

  /** @param pass never rejects */
  constructor(private readonly pass: (paths: readonly string[]) => Promise<void>) {}

  /** Soon, when no more changes come. */
  add(path: string): void {
    const now = Date.now();
    if (this.#paths.size === 0) this.#waitingSince = now;
    this.#paths.add(path);
    const settle = this.#paths.size <= few ? settleMs.few : settleMs.many;
    this.#timer.set(Math.min(settle, this.#waitingSince + longestMs - now), () => void this.#run());
  }

  /** At once, or after the pass that is under way. Resolves when this was done. */
  async now(paths: Iterable<string>): Promise<void> {
    for (const path of paths) this.#paths.add(path);
    await this.#run();
  }

  dispose(): void {
    this.#timer.dispose();
    this.#paths.clear();
  }

  async #run(): Promise<void> {
    this.#timer.dispose();
    while (this.#running) await this.#running;
    if (this.#paths.size === 0) return;
    const paths = [...this.#paths];
    this.#paths.clear();
    this.#running = this.pass(paths);
    await this.#running;
    this.#running = undefined;
  }
}
