import * as vscode from 'vscode';
import { FileError } from '../../core/journal/files';
import { checksFolder } from '../../core/selfcheck/checkFiles';
import { saveCheck } from '../../core/selfcheck/save';
import type { CheckRun } from '../../core/selfcheck/run';
import { showErrorMessage } from '../../platform/messages';
import type { Journal, Services } from '../../services/services';
import { formatFileError, type PathServices } from '../shared/format';

export type CheckSavingServices = Pick<Services, 'clock' | 'journal' | 'log'> & PathServices;

/**
 * Writes a finished check to the journal, asking for its place where there is none yet. A failing write says so
 * once and offers another place; the answers stay stored meanwhile.
 * @param run asked anew at each attempt, because the answers can be gone through again meanwhile
 * @returns the path in the journal, or `undefined` when the person left it for later
 */
export async function saveRun(
  services: CheckSavingServices,
  run: () => CheckRun,
): Promise<string | undefined> {
  let journal = await services.journal.ensure();
  while (journal) {
    const saved = await tryToSave(services, journal, run());
    if (typeof saved === 'string') return saved;
    journal = await askWhatNext(services, saved);
  }
  return undefined;
}

async function tryToSave(
  services: CheckSavingServices,
  journal: Journal,
  run: CheckRun,
): Promise<string | FileError> {
  try {
    return await saveCheck(journal.files, services.clock, run);
  } catch (error) {
    const reason = error instanceof FileError ? error : new FileError('unavailable', checksFolder, error);
    services.log.error(`The check could not be written: ${reason.path}`, reason.cause);
    return reason;
  }
}

async function askWhatNext(services: CheckSavingServices, error: FileError): Promise<Journal | undefined> {
  const again = vscode.l10n.t('Try Again');
  const other = vscode.l10n.t('Choose Another Place');
  const message = vscode.l10n.t(
    'Your answers are safe, but the check could not be kept. {0}',
    formatFileError(services, error),
  );
  const choice = await showErrorMessage(message, other, again);
  if (choice === other) return services.journal.choose();
  return choice === again ? services.journal.ensure() : undefined;
}
