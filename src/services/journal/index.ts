import * as vscode from 'vscode';
import { homeUri, shownPath } from '../../platform/folders';
import { showErrorMessage, showWarningMessage } from '../../platform/messages';
import type { Journal, JournalSource, JournalVisit, Services } from '../services';
import { openJournal, type JournalPlace } from './address';
import { GuardedFiles } from './guardedFiles';
import { SeenJournals } from './seenJournals';
import { Disposable } from '../../platform/disposable';

export interface JournalSourceServices extends Pick<Services, 'log'> {
  readonly context: Pick<vscode.ExtensionContext, 'globalStorageUri' | 'extension'>;
  /** Asks where the journal is to be. `undefined` when the person cancels. */
  readonly choosePlace: (current: Journal | undefined) => Promise<vscode.Uri | undefined>;
  readonly memory: Services['memory'];
  readonly settings: Pick<Services['settings'], 'journalFolder' | 'setJournalFolder' | 'onDidChange'>;
}

/** The journal that the setting names; asked for once, when something must first be saved. */
export function createJournalSource(
  services: JournalSourceServices,
): JournalSource & JournalVisit & { dispose(): void } {
  return new CurrentJournal(services);
}

class CurrentJournal extends Disposable implements JournalSource, JournalVisit {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #moved = this.register(new vscode.EventEmitter<void>());
  #current: Journal | undefined;
  #place: JournalPlace | undefined;
  #visited: vscode.Uri | undefined;
  #asking: Promise<Journal | undefined> | undefined;
  #finding: Promise<Journal | undefined> | undefined;
  readonly #seen: SeenJournals;
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeAddress = this.#moved.event;

  constructor(private readonly services: JournalSourceServices) {
    super();
    this.#seen = new SeenJournals(services.memory);
    this.#current = this.#open(this.#setting());
    this.register(
      services.settings.onDidChange('twoHats.journal.folder', () => {
        this.#use(this.#visited ?? this.#setting());
      }),
    );
  }

  get current(): Journal | undefined {
    return this.#current;
  }

  get isVisiting(): boolean {
    return this.#visited !== undefined;
  }

  visit(root: vscode.Uri | undefined): void {
    this.#visited = root;
    this.#use(root ?? this.#setting());
  }

  async ensure(): Promise<Journal | undefined> {
    const journal = this.#current;
    if (!journal) return this.choose();
    if (!(await this.#seen.isGone(journal.root))) return journal;
    this.#finding ??= this.#find(journal).finally(() => {
      this.#finding = undefined;
    });
    return this.#finding;
  }

  choose(): Promise<Journal | undefined> {
    this.#asking ??= this.#choose().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  override dispose(): void {
    this.#place?.dispose();
    super.dispose();
  }

  async #choose(): Promise<Journal | undefined> {
    const root = await this.services.choosePlace(this.#current);
    if (!root) return undefined;
    // Whoever chose it knows what is there.
    await this.#seen.forget(root);
    this.#visited = undefined;
    this.#use(root);
    try {
      await this.services.settings.setJournalFolder(root.scheme === 'file' ? root.fsPath : root.toString());
    } catch (error) {
      this.services.log.error('The journal folder could not be remembered.', error);
      // Not awaited: what is to be saved does not wait until the person has read this.
      void showWarningMessage(
        vscode.l10n.t('This journal is used until VS Code ends, because your settings could not be written.'),
      );
    }
    return this.#current;
  }

  /** Of a journal that is gone, the person says what shall be; nothing is written until then. */
  async #find(gone: Journal): Promise<Journal | undefined> {
    const [again, another, anew] = [
      vscode.l10n.t('Try Again'),
      vscode.l10n.t('Choose Another Place'),
      vscode.l10n.t('Make It Anew'),
    ];
    while (await this.#seen.isGone(gone.root)) {
      const message = vscode.l10n.t(
        'Your journal “{0}” is gone: was it moved, or is its disk not connected? Nothing is written until you say where it is.',
        shownPath(gone.root),
      );
      const answer = await showErrorMessage(message, again, another, anew);
      if (answer === another) return this.choose();
      if (answer === anew) await this.#seen.forget(gone.root);
      else if (answer !== again) return undefined;
    }
    return this.#current;
  }

  #setting(): vscode.Uri | undefined {
    const text = this.services.settings.journalFolder.trim();
    if (text === '') return undefined;
    const root = rootOf(text);
    if (!root)
      this.services.log.warn(`twoHats.journal.folder is neither an absolute path nor an address: ${text}`);
    return root;
  }

  #use(root: vscode.Uri | undefined): void {
    if (root?.toString() === this.#current?.root.toString()) return;
    this.#current = this.#open(root);
    this.#changed.fire();
  }

  #open(root: vscode.Uri | undefined): Journal | undefined {
    this.#place?.dispose();
    this.#place = undefined;
    if (!root) return undefined;
    const { journal, place } = openJournal(root, this.services.context.globalStorageUri, this.services.log);
    this.#place = place;
    place.onDidChange(() => {
      this.#moved.fire();
    });
    return { ...journal, files: new GuardedFiles(journal.files, () => this.#seen.isGone(root)) };
  }
}

/** A path of this machine, `~` for the home folder, or an address (`scheme:…`); `undefined` for what is none. */
function rootOf(setting: string): vscode.Uri | undefined {
  const text = setting.replace(/(?<=[^:\\/])[\\/]+$/, '');
  const home = homeUri();
  if (/^~(?=$|[\\/])/.test(text)) return home && vscode.Uri.joinPath(home, text.slice(1));
  if (/^(?:[\\/]|[a-z]:[\\/])/i.test(text)) return vscode.Uri.file(text);
  return /^[a-z][a-z0-9+.-]+:/i.test(text) ? parseAddress(text) : undefined;
}

function parseAddress(text: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
