import * as vscode from 'vscode';
import type { CheckRun } from '../../core/selfcheck/run';
import { setStatusBarMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { saveRun } from './save';
import { showResult, type ResultAction } from './result';
import type { RunStore } from './store';
import { Disposable } from '../../platform/disposable';

/** The result waits this long (ms) for the check to be written, so that it can say where. */
const patience = 300;

/** What becomes of an answered check: its result is shown, and it is saved, gone through again or discarded. */
export class CheckOutcome extends Disposable {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #run: CheckRun;
  /** Path in the journal once the check is saved. */
  #savedIn: string | undefined;

  constructor(
    private readonly services: Services,
    private readonly store: RunStore,
    private readonly pick: vscode.QuickPick<vscode.QuickPickItem>,
    run: CheckRun,
  ) {
    super();
    this.#run = run;
    this.register(
      services.privacy.onDidChange(() => {
        this.#changed.fire();
      }),
    );
  }

  /** Saves the check, where the person asked for it; says so on the result that is shown meanwhile. */
  async save(): Promise<void> {
    const path = await saveRun(this.services, () => this.#run);
    if (path === undefined) return;
    this.#savedIn = path;
    this.services.checks.refresh();
    await this.store.clear(this.#run);
    this.#changed.fire();
  }

  /**
   * Shows the result until the person is done with it. A journal that is there already takes the check at once; the
   * result waits neither for a slow disk nor for the answer to a failure.
   * @param review goes through the answers again; `undefined` when the person left
   */
  async settle(review: (run: CheckRun) => Promise<CheckRun | undefined>): Promise<void> {
    if (this.services.journal.current && this.#savedIn === undefined)
      await Promise.race([this.save(), new Promise((resolve) => setTimeout(resolve, patience))]);
    for (;;) {
      const action = await this.#show();
      if (action.do === 'refresh') continue;
      if (action.do === 'save') await this.save();
      else if (action.do === 'showOnCards') await this.services.settings.setShowLastRatings(true);
      else if (action.do === 'review') {
        const reviewed = await review(this.#run);
        if (!reviewed) return;
        this.#run = reviewed;
        // A failed write may have been made good meanwhile, with the answers as they were.
        this.#savedIn = undefined;
      } else {
        this.pick.hide();
        await this.#leave(action);
        return;
      }
    }
  }

  #show(): Promise<ResultAction> {
    const { framework, privacy, settings } = this.services;
    const view = {
      framework: framework.current,
      savedIn: this.#savedIn,
      hideRatings: privacy.hidden,
      offerCards: !settings.showLastRatings,
    };
    return showResult(this.pick, this.#run, view, this.#changed.event);
  }

  async #leave(action: ResultAction): Promise<void> {
    const { journal, markdownEditor } = this.services;
    switch (action.do) {
      case 'insertMove':
        return markdownEditor.insert(action.move);
      case 'copyMove':
        await vscode.env.clipboard.writeText(action.move);
        setStatusBarMessage(vscode.l10n.t('The move is on the clipboard.'), 5000);
        return;
      case 'open':
        if (journal.current && this.#savedIn !== undefined)
          await vscode.window.showTextDocument(journal.current.uri(this.#savedIn));
        return;
      case 'report':
        await vscode.commands.executeCommand('twoHats.showBalanceReport');
        return;
      case 'discard':
        return this.store.clear(this.#run);
      case 'save':
      case 'review':
      case 'showOnCards':
      case 'refresh':
      case 'close':
        return;
    }
  }
}
