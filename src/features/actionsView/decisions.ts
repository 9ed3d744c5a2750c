import * as vscode from 'vscode';
import {
  drop,
  handOver,
  takeBack,
  type ChangedTask,
  type Decision,
} from '../../core/journal/tasks/decisions';
import type { NoTask } from '../../core/journal/tasks/taskEdit';
import { mentionOf } from '../../core/journal/people/nameMatching';
import { shownName } from '../../core/journal/people/names';
import type { Journal, Services } from '../../services/services';
import { editNote } from '../shared/editNote';
import type { Decided } from './askDecision';
import { rememberDecided } from './decided';
import type { TickResult } from './ticks';

/** What came of a decision. */
export interface Made {
  /** In words, of the action as it is called. */
  readonly said: (label: string) => string;
  /** Absent where nothing was changed. */
  readonly undo?: () => Promise<TickResult>;
}

/** Changes an action in its note as it was decided, and remembers that it was. */
export class Decisions {
  constructor(private readonly services: Pick<Services, 'memory' | 'people' | 'privacy'>) {}

  /** @throws FileError */
  async make(journal: Journal, decided: Decided): Promise<Made | Exclude<TickResult, 'done'>> {
    const made = await this.#make(journal, decided);
    // Told by where it stands now, it is known wherever it moves on to.
    if (typeof made !== 'string') await rememberDecided(this.services, decided.row.action.keys.slice(0, 1));
    return made;
  }

  async #make(
    journal: Journal,
    { row, answer, detail }: Decided,
  ): Promise<Made | Exclude<TickResult, 'done'>> {
    const { note, task } = row.action;
    switch (answer) {
      case 'do':
        return { said: (label) => vscode.l10n.t('“{0}” stays. You are not asked about it any more.', label) };
      case 'handOver': {
        const mention = mentionOf(detail);
        const said = (label: string) =>
          vscode.l10n.t('Handed over to {1}: “{0}”.', label, shownName(detail, this.services.privacy.hidden));
        return this.#change(journal, note.path, said, (text) => handOver(text, task, mention));
      }
      case 'drop': {
        const said = (label: string) => vscode.l10n.t('“{0}” is dropped.', label);
        return this.#change(journal, note.path, said, (text) => drop(text, task, detail));
      }
    }
  }

  async #change(
    journal: Journal,
    path: string,
    said: Made['said'],
    decide: (text: string) => Decision | NoTask,
  ): Promise<Made | Exclude<TickResult, 'done'>> {
    let changed: ChangedTask | undefined;
    const result = await editNote<NoTask>(journal, path, (text) => {
      const decision = decide(text);
      if (typeof decision === 'string') return decision;
      changed = decision.changed;
      return decision.edits;
    });
    if (result !== 'done') return result;
    const made = changed;
    return { said, ...(made ? { undo: () => changeBack(journal, path, made) } : {}) };
  }
}

function changeBack(journal: Journal, path: string, changed: ChangedTask): Promise<TickResult> {
  return editNote<NoTask>(journal, path, (text) => {
    const edit = takeBack(text, changed);
    return typeof edit === 'string' ? edit : [edit];
  });
}
