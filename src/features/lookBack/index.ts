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
    vscode.commands.registerCommand('twoHats.lookBack', (row?: unknown) =>
      withErrorMessage(services.log, vscode.l10n.t('The look back could not be made.'), () =>
        inJournal(services, (journal) => lookBack(services, journal, row)),
      ),
    ),
    vscode.commands.registerCommand('twoHats.copyForAssistant', () =>
      withErrorMessage(services.log, vscode.l10n.t('The text for an assistant could not be made.'), () =>
        inJournal(services, (journal) => copyForAssistant(services, journal)),
      ),
    ),
    vscode.commands.registerCommand('twoHats.gatherPerson', (row?: unknown) =>
      withErrorMessage(services.log, vscode.l10n.t('What you keep could not be gathered.'), () =>
        inJournal(services, (journal) => gather(services, journal, row)),
      ),
    ),
  );
}

/** Without one there is nothing to look back at. */
async function inJournal(
  services: Pick<Services, 'journal'>,
  run: (journal: Journal) => Promise<void>,
): Promise<void> {
  const journal = services.journal.current;
  if (journal) return run(journal);
  void showInformationMessage(
    vscode.l10n.t('There is nothing to look back at yet: your first note begins your journal.'),
  );
}
