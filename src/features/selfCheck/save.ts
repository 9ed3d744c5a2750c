import * as vscode from 'vscode';
import { FileError } from '../../core/journal/files';
import { checksFolder } from '../../core/selfcheck/checkFiles';
import { saveCheck } from '../../core/selfcheck/save';
import type { CheckRun } from '../../core/selfcheck/run';
import type { Services } from '../../services/services';
import { saveInJournal, type SavingServices } from '../shared/saveInJournal';

export type CheckSavingServices = Pick<Services, 'clock'> & SavingServices;

/**
 * Writes a finished check to the journal, asking for its place where there is none yet. A failing write says so
 * once and offers another place; the answers stay stored meanwhile.
 * @param run asked anew at each attempt, because the answers can be gone through again meanwhile
 * @returns the path in the journal, or `undefined` when the person left it for later
 */
export function saveRun(services: CheckSavingServices, run: () => CheckRun): Promise<string | undefined> {
  return saveInJournal(
    services,
    async ({ files }) => {
      try {
        return await saveCheck(files, services.clock, run());
      } catch (error) {
        // Whatever it was: the answers are there, and can be written elsewhere.
        throw error instanceof FileError ? error : new FileError('unavailable', checksFolder, error);
      }
    },
    {
      format: (failure) =>
        vscode.l10n.t('Your answers are safe, but the check could not be kept. {0}', failure),
    },
  );
}
