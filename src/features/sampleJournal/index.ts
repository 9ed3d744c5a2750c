import * as vscode from 'vscode';
import { setContextKey } from '../../services/contextKeys';
import type { Services } from '../../services/services';
import { Disposable } from '../../platform/disposable';
import { createStatusBarItem } from '../../platform/messages';

/** *Open Sample Journal*, and the way back from it, which stays in sight as long as it is shown. */
export function registerSampleJournal(services: Services): { dispose(): void } {
  return new SampleJournal(services);
}

class SampleJournal extends Disposable {
  readonly #item = this.register(
    createStatusBarItem({
      id: 'twoHats.sampleJournal',
      name: vscode.l10n.t('Two Hats: Sample Journal'),
      icon: 'beaker',
      text: vscode.l10n.t('Sample journal'),
      tooltip: vscode.l10n.t('Nobody in it is real. Click to go back to your own journal.'),
      command: 'twoHats.closeSampleJournal',
    }),
  );

  constructor(private readonly services: Services) {
    super();
    this.register(
      services.journal.onDidChange(() => {
        this.#tell();
      }),
    );
    this.register(
      vscode.commands.registerCommand('twoHats.openSampleJournal', async () => {
        // Loaded when it is asked for: most people never do, or once.
        const { openSample } = await import('./openSample');
        await openSample(services);
      }),
    );
    this.register(
      vscode.commands.registerCommand('twoHats.closeSampleJournal', () => {
        services.journalVisit.visit(undefined);
      }),
    );
  }

  #tell(): void {
    const { journalVisit, log } = this.services;
    const { isVisiting } = journalVisit;
    if (isVisiting) this.#item.show();
    else this.#item.hide();
    setContextKey('twoHats:sampleShown', isVisiting).catch((error: unknown) => {
      log.error('The way back from the sample journal could not be offered.', error);
    });
  }
}
