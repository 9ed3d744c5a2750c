import * as vscode from 'vscode';
import { FileError } from '../../core/journal/files';
import { showErrorMessage } from '../../platform/messages';
import type { Journal, Services } from '../../services/services';
import { formatFileError, type PathServices } from './format';

export type SavingServices = Pick<Services, 'journal' | 'log'> & PathServices;

interface WaysOut {
  /** What is said before why and where it failed; by default nothing. */
  readonly format?: (failure: string) => string;
  /** What else can be done with what was to be saved. */
  readonly instead?: { readonly label: string; readonly run: () => Promise<void> };
}

/**
 * Saves something in the journal, asking for its place where there is none yet. When a file can’t be written, says so
 * and offers another place and to try again.
 * @returns what `save` answers; `undefined` where the person left it
 */
export async function saveInJournal<T>(
  services: SavingServices,
  save: (journal: Journal) => Promise<T>,
  waysOut: WaysOut = {},
): Promise<T | undefined> {
  let journal = await services.journal.ensure();
  while (journal) {
    try {
      return await save(journal);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      services.log.error(error);
      journal = await askWhereInstead(services, formatFileError(services, error), waysOut);
    }
  }
  return undefined;
}

/** The journal to try next, if any. */
async function askWhereInstead(
  { journal }: SavingServices,
  failure: string,
  { format = String, instead }: WaysOut,
): Promise<Journal | undefined> {
  const another = vscode.l10n.t('Choose Another Place');
  const again = vscode.l10n.t('Try Again');
  const buttons = [another, ...(instead ? [instead.label] : []), again];
  const answer = await showErrorMessage(format(failure), ...buttons);
  if (answer === again) return journal.ensure();
  if (answer === another) return journal.choose();
  if (instead && answer === instead.label) await instead.run();
  return undefined;
}
