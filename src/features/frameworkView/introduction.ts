import * as vscode from 'vscode';
import { checkNames } from '../../core/selfcheck/checkFiles';
import { Disposable } from '../../platform/disposable';
import type { Services } from '../../services/services';

const key = 'frameworkView.isIntroduced';

/** As the page's host sees it. */
export type Introduces = Pick<Introduction, 'isShown' | 'look' | 'onDidChange'>;

/** Whether the page says what it is about: until the first check was saved, and in a window without a folder. */
export class Introduction extends Disposable {
  readonly #services: Pick<Services, 'checks' | 'journal' | 'journalVisit' | 'log' | 'memory'>;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor(services: Pick<Services, 'checks' | 'journal' | 'journalVisit' | 'log' | 'memory'>) {
    super();
    this.#services = services;
    const look = () => void this.look();
    this.register(services.journal.onDidChange(look));
    this.register(services.checks.onDidChange(look));
    this.register(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#changed.fire();
      }),
    );
  }

  get isShown(): boolean {
    return !this.#isOver || (vscode.workspace.workspaceFolders ?? []).length === 0;
  }

  /** Looks for a first check; once one was seen, nothing is asked any more. */
  async look(): Promise<void> {
    const journal = this.#services.journal.current;
    // The sample’s checks are nobody’s.
    if (this.#isOver || !journal || this.#services.journalVisit.isVisiting) return;
    try {
      const names = await checkNames(journal.files);
      if (names.length === 0) return;
      await this.#services.memory.update(key, true);
      this.#changed.fire();
    } catch (error) {
      this.#services.log.error(error instanceof Error ? error : String(error));
    }
  }

  get #isOver(): boolean {
    return this.#services.memory.get(key) === true;
  }
}
