import * as vscode from 'vscode';
import { showInformationMessage } from '../../platform/messages';
import type { Journal, Services } from '../../services/services';
import { withErrorMessage } from '../shared/withErrorMessage';
import { copyForAssistant } from './assistant';
import { gather } from './gather';
import { lookBack } from './lookBack';

/** What there was, in documents of their own. */
export function registerLookBack(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('twoHats.lookBack', () =>
      withErrorMessage(services.log, vscode.l10n.t('The look back could not be made.'), () =>
        inJournal(services, lookBack),
      ),
    ),
    vscode.commands.registerCommand('twoHats.copyForAssistant', () =>
      withErrorMessage(services.log, vscode.l10n.t('The text for an assistant could not be made.'), () =>
        inJournal(services, copyForAssistant),
      ),
    ),
    vscode.commands.registerCommand('twoHats.gatherPerson', () =>
      withErrorMessage(services.log, vscode.l10n.t('What you keep could not be gathered.'), () =>
        inJournal(services, gather),
      ),
    ),
  );
}

/** Without one there is nothing to look back at. */
async function inJournal(
  services: Services,
  run: (services: Services, journal: Journal) => Promise<void>,
): Promise<void> {
  const journal = services.journal.current;
  if (journal) return run(services, journal);
  void showInformationMessage(
    vscode.l10n.t('There is nothing to look back at yet: your first note begins your journal.'),
  );
}
