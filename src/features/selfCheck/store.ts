import { parseRun, type CheckRun } from '../../core/selfcheck/run';
import type { Memento } from '../../services/services';

/** Not synced: a check that is under way belongs to the machine on which it was begun. */
const key = 'twoHats.selfCheck.run';

/**
 * The check under way, or finished and not saved yet. It is stored after every answer, so that a closed window loses
 * nothing. The newest one wins.
 */
export class RunStore {
  constructor(private readonly memory: Memento) {}

  load(): CheckRun | undefined {
    return parseRun(this.memory.get(key));
  }

  save(run: CheckRun): Promise<void> {
    return this.memory.update(key, run);
  }

  /** Forgets the run; another one, which a second window may have stored meanwhile, stays. */
  async clear({ id }: CheckRun): Promise<void> {
    if (this.load()?.id === id) await this.memory.update(key, undefined);
  }
}
