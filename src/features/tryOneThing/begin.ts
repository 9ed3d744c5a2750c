import * as vscode from 'vscode';
import type { Experiment } from '../../core/experiment/experiment';
import { saveExperiment } from '../../core/experiment/experimentFiles';
import { setStatusBarMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { formatDate } from '../shared/format';
import { saveInJournal } from '../shared/saveInJournal';

/** In ms: long enough to read it. */
const shownMs = 12_000;

/** Saves it; when it can’t be written, offers to try again or another journal. */
export async function beginExperiment(services: Services, experiment: Experiment): Promise<void> {
  await saveInJournal(services, async ({ files }) => {
    await saveExperiment(files, experiment);
    tellBegun(experiment);
  });
}

function tellBegun({ start }: Experiment): void {
  setStatusBarMessage(
    vscode.l10n.t('Planned from {0} on: a badge on Two Hats asks for the weekly check', formatDate(start)),
    shownMs,
    'check',
  );
}
