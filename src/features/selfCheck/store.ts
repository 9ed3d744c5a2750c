import type * as vscode from 'vscode';
import type { Parts } from '../parts';
import { parseRun, type CheckRun } from '../../core/selfcheck/run';

/** Not synced: a check that is under way belongs to the machine on which it was begun. */
const key = 'twoHats.selfCheck.run';

/**
 * The check under way, or finished and not kept yet. It is stored after every answer, so that a closed window loses
 * nothing. The newest one wins.
 */
export class RunStore {
  readonly #state: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  #next: CheckRun | undefined;
  #writing: Promise<void> | undefined;

  constructor({ context, log }: Pick<Parts, 'context' | 'log'>) {
    this.#state = context.globalState;
    this.#log = log;
  }

  load(): CheckRun | undefined {
    return this.#next ?? parseRun(this.#state.get<unknown>(key));
  }

  /** Stores the run. Answers that arrive while one is being written are written together after it. */
  save(run: CheckRun): Promise<void> {
    this.#next = run;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** Forgets the run; another one, which a second window may have stored meanwhile, stays. */
  async clear({ id }: CheckRun): Promise<void> {
    await this.#writing;
    if (this.load()?.id === id) await this.#state.update(key, undefined);
  }

  async #write(): Promise<void> {
    while (this.#next) {
      const run = this.#next;
      this.#next = undefined;
      try {
        await this.#state.update(key, run);
      } catch (error) {
        this.#log.error('The answers of the self-check could not be stored.', error);
      }
    }
  }
}
