import * as vscode from 'vscode';
import { findPlace, openFiles, realFile } from '#files';
import type { Journal, Services } from '../services';
import type { RealPlace, WalkedPlace } from '../../platform/walkedPlace';
import { folded, pathInJournal, type Address } from '../../core/journal/addresses';
import { Disposable } from '../../platform/disposable';

/** @param storage the extension's own folder */
export function openJournal(
  root: vscode.Uri,
  storage: vscode.Uri,
  log: Pick<Services['log'], 'warn'>,
): { readonly journal: Journal; readonly place: JournalPlace } {
  const place = new JournalPlace(root);
  const journal: Journal = {
    root,
    files: openFiles(root, storage, log, place),
    uri: (path) => vscode.Uri.joinPath(root, ...path.split('/')),
    pathOf: (uri) => place.pathOf(uri),
    isPlaced: (uri) => place.isPlaced(uri),
  };
  return { journal, place };
}

/**
 * Where a journal lies, by all its addresses: what a surface asks to learn whether a file is one of the journal. Links
 * and loose spellings are learned from the disk, in a moment.
 */
export class JournalPlace extends Disposable implements WalkedPlace {
  readonly #root: vscode.Uri;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #links = new Map<string, string>();
  /** On a loose disk, paths as they are written there. */
  readonly #spellings = new Map<string, string>();
  /** Paths of files that the disk was asked about, with their real ones once it answered. */
  readonly #asked = new Map<string, string | undefined>();
  /** Those of them of which somebody wants to know that they lie elsewhere, too. */
  readonly #awaited = new Set<string>();
  #place: RealPlace | undefined;
  #isSettled = false;
  /** When more addresses are known. */
  readonly onDidChange = this.#changed.event;

  constructor(root: vscode.Uri) {
    super();
    this.#root = root;
    this.register(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (!this.#place) void this.#look();
        this.#askOf(document);
      }),
    );
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#asked.delete(uri.path)));
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.#look();
      }),
    );
    void this.#look();
  }

  /** See `Journal.isPlaced`; the disk is asked. */
  isPlaced(uri: vscode.Uri): boolean {
    if (!this.#isSettled) return false;
    this.#ask(uri);
    const isPlaced = !this.#asked.has(uri.path) || this.#asked.get(uri.path) !== undefined;
    if (!isPlaced) this.#awaited.add(uri.path);
    return isPlaced;
  }

  pathOf(address: Address): string | undefined {
    const path = this.#pathOf(address);
    const real = this.#asked.get(address.path);
    if (path !== undefined || real === undefined) return path;
    const { scheme, authority } = address;
    return this.#pathOf({ scheme, authority, path: real });
  }

  meet(path: string): void {
    if (this.#links.delete(path)) this.#changed.fire();
    if (this.#place?.isLoose) this.#spellings.set(folded(path), path);
  }

  meetLink(path: string, real: string): void {
    const target = vscode.Uri.file(real).path;
    if (this.#links.get(path) === target) return;
    this.#links.set(path, target);
    this.#changed.fire();
  }

  #pathOf(address: Address): string | undefined {
    const path = pathInJournal(
      {
        root: this.#root,
        realRoot: this.#place && vscode.Uri.file(this.#place.real).path,
        links: this.#links,
        isLoose: this.#place?.isLoose ?? false,
      },
      address,
    );
    return path === undefined ? undefined : (this.#spellings.get(folded(path)) ?? path);
  }

  /** A link from elsewhere may lead into the journal. */
  #ask(uri: vscode.Uri): void {
    if (this.#asked.has(uri.path) || uri.scheme !== this.#root.scheme || this.#pathOf(uri) !== undefined)
      return;
    const real = realFile(uri);
    if (!real) return;
    this.#asked.set(uri.path, undefined);
    void real.then((found) => {
      this.#asked.set(uri.path, found === undefined ? uri.path : vscode.Uri.file(found).path);
      if (this.#awaited.delete(uri.path) || this.pathOf(uri) !== undefined) this.#changed.fire();
    });
  }

  #askOf({ uri, languageId }: vscode.TextDocument): void {
    if (languageId === 'markdown') this.#ask(uri);
  }

  async #look(): Promise<void> {
    const place = await findPlace(this.#root);
    const isNew =
      !this.#isSettled || place?.real !== this.#place?.real || place?.isLoose !== this.#place?.isLoose;
    this.#place = place;
    this.#isSettled = true;
    if (!isNew) return;
    for (const document of vscode.workspace.textDocuments) this.#askOf(document);
    this.#changed.fire();
  }
}
