import * as vscode from 'vscode';
import type { Experiment } from '../../core/experiment/experiment';
import { saveExperiment } from '../../core/experiment/experimentFiles';
import { FileError } from '../../core/journal/files';
import { setStatusBarMessage, showErrorMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { formatDate, formatFileError } from '../shared/format';

/** In ms: long enough to read it. */
const shownMs = 12_000;

/** Saves it; when it can’t be written, offers to try again or another journal. */
export async function beginExperiment(services: Services, experiment: Experiment): Promise<void> {
  let journal = await services.journal.ensure();
  while (journal) {
    try {
      await saveExperiment(journal.files, experiment);
      tellBegun(experiment);
      return;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      services.log.error(error);
      const anotherPlace = vscode.l10n.t('Choose Another Place');
      const again = vscode.l10n.t('Try Again');
      const answer = await showErrorMessage(formatFileError(services, error), anotherPlace, again);
      if (answer === undefined) return;
      journal = await (answer === again ? services.journal.ensure() : services.journal.choose());
    }
  }
}

function tellBegun({ start }: Experiment): void {
  setStatusBarMessage(
    vscode.l10n.t('Planned from {0} on: a badge on Two Hats asks for the weekly check', formatDate(start)),
    shownMs,
    'check',
  );
}
