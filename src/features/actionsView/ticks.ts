import * as vscode from 'vscode';
import { readDone, type DoneTask } from '../../core/journal/tasks/doneToday';
import type { NoteTask } from '../../core/journal/note';
import { tick, untick, type MarkResult, type SeenTask } from '../../core/journal/tasks/taskEdit';
import { localDate } from '../../core/util/dates';
import { editNote } from '../shared/editNote';
import type { Journal, Services } from '../../services/services';

type TickServices = Pick<Services, 'clock' | 'memory'>;

const doneKey = 'actions.doneToday';

export type TickResult = 'done' | 'gone' | 'notFound' | 'ambiguous';

/** Ticks tasks in their notes, and remembers until tomorrow which. */
export class Ticks implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: TickServices) {}

  get doneToday(): readonly DoneTask[] {
    const { clock, memory } = this.services;
    return readDone(memory.get(doneKey), localDate(clock));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Remembered only when it is done: what is lost by a kill in between is a row under *Done today*, and no task. */
  async tick(journal: Journal, path: string, task: NoteTask): Promise<TickResult> {
    let before = ' ';
    const result = await mark(journal, path, (text) => {
      const found = tick(text, task);
      if (typeof found !== 'string') before = text.slice(found.start, found.end);
      return found;
    });
    if (result !== 'done') return result;
    const { hash, line } = task;
    // A tick that somebody took back in the note itself may still be remembered.
    const others = this.doneToday.filter((done) => !isSame(done, { path, hash, line }));
    await this.#remember([...others, { path, hash, line, before, date: localDate(this.services.clock) }]);
    return result;
  }

  async untick(journal: Journal, done: DoneTask, task: SeenTask): Promise<TickResult> {
    const result = await mark(journal, done.path, (text) => untick(text, task, done.before));
    if (result === 'done') {
      await this.#remember(this.doneToday.filter((other) => !isSame(other, done)));
    }
    return result;
  }

  async #remember(done: readonly DoneTask[]): Promise<void> {
    await this.services.memory.update(doneKey, done);
    this.#changed.fire();
  }
}

function isSame(
  one: Pick<DoneTask, 'path' | 'hash' | 'line'>,
  other: Pick<DoneTask, 'path' | 'hash' | 'line'>,
): boolean {
  return one.path === other.path && one.hash === other.hash && one.line === other.line;
}

async function mark(
  journal: Journal,
  path: string,
  change: (text: string) => MarkResult,
): Promise<TickResult> {
  return editNote<'notFound' | 'ambiguous'>(journal, path, (text) => {
    const result = change(text);
    if (result === 'unchanged') return [];
    return typeof result === 'string' ? result : [result];
  });
}
