import * as vscode from 'vscode';
import { openFiles } from '#files';
import { homeUri } from '../folders';
import { showWarningMessage } from '../messages';
import type { Journal, JournalSource, Parts } from '../parts';
import { choosePlace, type PlaceParts } from './choosePlace';

export interface JournalParts extends PlaceParts {
  readonly settings: Pick<Parts['settings'], 'journalFolder' | 'setJournalFolder' | 'onDidChange'>;
}

/** The journal that the setting names; asked for once, when something must first be kept. */
export function createJournalSource(parts: JournalParts): JournalSource & { dispose(): void } {
  return new Source(parts);
}

class Source implements JournalSource {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #current: Journal | undefined;
  #asking: Promise<Journal | undefined> | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(private readonly parts: JournalParts) {
    this.#current = this.#open(this.#setting());
    this.#subscription = parts.settings.onDidChange('twoHats.journal.folder', () => {
      this.#use(this.#setting());
    });
  }

  get current(): Journal | undefined {
    return this.#current;
  }

  async ensure(): Promise<Journal | undefined> {
    return this.#current ?? this.choose();
  }

  choose(): Promise<Journal | undefined> {
    this.#asking ??= this.#choose().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #choose(): Promise<Journal | undefined> {
    const root = await choosePlace(this.parts, this.#current);
    if (!root) return undefined;
    this.#use(root);
    try {
      await this.parts.settings.setJournalFolder(root.scheme === 'file' ? root.fsPath : root.toString());
    } catch (error) {
      this.parts.log.error('The journal folder could not be remembered.', error);
      // Not awaited: what is to be kept does not wait until the person has read this.
      void showWarningMessage(
        vscode.l10n.t('This journal is used until VS Code ends, because your settings could not be written.'),
      );
    }
    return this.#current;
  }

  #setting(): vscode.Uri | undefined {
    const text = this.parts.settings.journalFolder.trim();
    if (text === '') return undefined;
    const root = rootOf(text);
    if (!root)
      this.parts.log.warn(`twoHats.journal.folder is neither an absolute path nor an address: ${text}`);
    return root;
  }

  #use(root: vscode.Uri | undefined): void {
    if (root?.toString() === this.#current?.root.toString()) return;
    this.#current = this.#open(root);
    this.#changed.fire();
  }

  #open(root: vscode.Uri | undefined): Journal | undefined {
    return (
      root && {
        root,
        files: openFiles(root, this.parts.context.globalStorageUri, this.parts.log),
        uri: (path) => vscode.Uri.joinPath(root, ...path.split('/')),
      }
    );
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
