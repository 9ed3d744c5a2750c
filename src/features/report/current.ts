/** What the report is made of now: for the page, and for what leaves the journal. */
import * as vscode from 'vscode';
import builtin from '../../core/templates/builtin.templates.yaml';
import { templateTasks } from '../../core/templates/templateTasks';
import { localDate } from '../../core/util/dates';
import type { Services } from '../../services/services';
import { NoteLabels } from '../shared/noteLabels';
import { factsOf, type ChosenScope, type Facts } from './facts';
import { Telling } from './telling';

/** Resolves when all was read once, or could not be, which is logged. */
export async function readJournal({ checks, experiments, framework, people, log }: Services): Promise<void> {
  try {
    await Promise.all([framework, people, checks, experiments].map((source) => source.whenReady()));
  } catch (error) {
    log.error('The journal could not be read for the balance report.', error);
  }
}

export function currentFacts(
  { checks, clock, experiments, framework, index, journal, people }: Services,
  scope: ChosenScope,
): Facts {
  return factsOf(
    {
      ...{ framework: framework.current, people: people.current, checks: checks.current },
      ...{ notes: index.notes.values(), experiments: experiments.current },
      hasJournal: journal.current !== undefined,
      isUnwritten: templateTasks(builtin.templates, framework.current),
    },
    scope,
    localDate(clock),
  );
}

/** @param hidesNames ratings are hidden by *Hide Private Details* alone */
export function currentTelling(
  services: Services,
  hidesNames: boolean,
  numberOf: (path: string) => number,
): Telling {
  const labels = new NoteLabels({ ...services, privacy: { ...services.privacy, hidden: hidesNames } });
  return new Telling({
    ...{ l10n: vscode.l10n, language: vscode.env.language, framework: labels.framework },
    isHidden: services.privacy.hidden,
    nameOf: (name) => labels.shownName(name),
    titleOf: (note) => labels.title(note, undefined) ?? labels.path(note.path),
    pathOf: (path) => labels.path(path),
    textOf: (text) => labels.shown(text),
    numberOf,
  });
}
