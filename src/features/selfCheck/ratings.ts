import * as vscode from 'vscode';
import type { DamagedCheck } from '../../core/selfcheck/checks';
import type { Ratings } from '../../core/selfcheck/ratings';
import type { Journal, Parts, RatingsSource } from '../parts';

const none: Ratings = { date: undefined, scores: new Map() };

/** The ratings of the newest checks, read again after the journal or the framework changed. */
export function createRatings(
  parts: Pick<Parts, 'framework' | 'journal' | 'log'>,
): RatingsSource & { dispose(): void } {
  return new LastRatings(parts);
}

class LastRatings implements RatingsSource, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly #told = new Set<string>();
  #watching: { readonly journal: Journal; dispose(): void } | undefined;
  #reading: Promise<Ratings> | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(private readonly parts: Pick<Parts, 'framework' | 'journal' | 'log'>) {
    const forget = () => {
      this.#forget();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      parts.framework.onDidChange(forget),
      parts.journal.onDidChange(forget),
    );
  }

  latest(): Promise<Ratings> {
    return (this.#reading ??= this.#read());
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#subscriptions.dispose();
  }

  async #read(): Promise<Ratings> {
    const journal = this.parts.journal.current;
    this.#watch(journal);
    if (!journal) return none;
    try {
      const { latestRatings } = await import('../../core/selfcheck/checks');
      return await latestRatings(journal.files, this.parts.framework.current, (check) => {
        this.#tell(journal, check);
      });
    } catch (error) {
      this.parts.log.error('The self-checks could not be read.', error);
      return none;
    }
  }

  #watch(journal: Journal | undefined): void {
    if (this.#watching?.journal === journal) return;
    this.#watching?.dispose();
    const watcher = journal?.files.watch(() => {
      this.#forget();
    });
    this.#watching = journal &&
      watcher && {
        journal,
        dispose: () => {
          watcher.dispose();
        },
      };
  }

  #forget(): void {
    this.#reading = undefined;
    this.#changed.fire();
  }

  /** Names a damaged file once a session; the file is left as it is. */
  #tell(journal: Journal, { path, code, line, key }: DamagedCheck): void {
    if (this.#told.has(path)) return;
    this.#told.add(path);
    this.parts.log.warn(`${path}:${line}: ${code} ${key}`);
    const open = vscode.l10n.t('Open');
    const message = damagedWords(path, code, line, key);
    void vscode.window.showWarningMessage(message, open).then(async (choice) => {
      if (choice !== open) return;
      const at = new vscode.Position(line - 1, 0);
      await vscode.window.showTextDocument(journal.uri(path), { selection: new vscode.Range(at, at) });
    });
  }
}

function damagedWords(path: string, code: DamagedCheck['code'], line: number, key: string): string {
  switch (code) {
    case 'notYaml':
      return vscode.l10n.t('The self-check “{0}” is left out: line {1} is no valid YAML.', path, line);
    case 'otherFormat':
      return vscode.l10n.t('The self-check “{0}” is left out: another version of Two Hats wrote it.', path);
    case 'invalid':
      return vscode.l10n.t(
        'The self-check “{0}” is left out: “{1}” does not hold, line {2}.',
        path,
        key || '?',
        line,
      );
  }
}
