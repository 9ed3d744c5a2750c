import * as vscode from 'vscode';
import type { DamagedCheck } from '../core/selfcheck/checks';
import type { Ratings } from '../core/selfcheck/ratings';
import { showWarningMessage } from '../platform/messages';
import type { Journal, Services, RatingsSource } from './services';
import { Disposable } from '../platform/disposable';

const none: Ratings = { date: undefined, lastCheck: undefined, scores: new Map() };

/** The ratings of the newest checks, read again after the journal or the framework changed. */
export function createRatings(
  services: Pick<Services, 'framework' | 'journal' | 'log'>,
): RatingsSource & { dispose(): void } {
  return new LastRatings(services);
}

class LastRatings extends Disposable implements RatingsSource {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #told = new Set<string>();
  #watching: { readonly journal: Journal; dispose(): void } | undefined;
  #reading: Promise<Ratings> | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Pick<Services, 'framework' | 'journal' | 'log'>) {
    super();
    const refresh = () => {
      this.refresh();
    };
    this.register(services.framework.onDidChange(refresh));
    this.register(services.journal.onDidChange(refresh));
  }

  latest(): Promise<Ratings> {
    return (this.#reading ??= this.#read());
  }

  refresh(): void {
    this.#reading = undefined;
    this.#changed.fire();
  }

  override dispose(): void {
    this.#watching?.dispose();
    super.dispose();
  }

  async #read(): Promise<Ratings> {
    const journal = this.services.journal.current;
    this.#watch(journal);
    if (!journal) return none;
    const damaged: DamagedCheck[] = [];
    try {
      const { latestRatings } = await import('../core/selfcheck/checks');
      return await latestRatings(journal.files, this.services.framework.current, (check) =>
        damaged.push(check),
      );
    } catch (error) {
      this.services.log.error('The self-checks could not be read.', error);
      return none;
    } finally {
      this.#tell(journal, damaged);
    }
  }

  #watch(journal: Journal | undefined): void {
    if (this.#watching?.journal === journal) return;
    this.#watching?.dispose();
    const watcher = journal?.files.watch(() => {
      this.refresh();
    });
    this.#watching = journal &&
      watcher && {
        journal,
        dispose: () => {
          watcher.dispose();
        },
      };
  }

  /** Names damaged files, once a session each; they are left as they are. */
  #tell(journal: Journal, damaged: readonly DamagedCheck[]): void {
    const untold = damaged.filter(({ path }) => !this.#told.has(path));
    const [first, ...others] = untold;
    if (!first) return;
    for (const check of untold) {
      this.#told.add(check.path);
      this.services.log.warn(damagedWords(check));
    }
    void tellDamaged(this.services.log, journal, first, others.length);
  }
}

/** One message: the first file by name, with its reason; the log has the others. */
async function tellDamaged(
  log: vscode.LogOutputChannel,
  journal: Journal,
  first: DamagedCheck,
  others: number,
): Promise<void> {
  const open = vscode.l10n.t('Open');
  const showLog = vscode.l10n.t('Show Log');
  const choice =
    others === 0
      ? await showWarningMessage(damagedWords(first), open)
      : await showWarningMessage(
          vscode.l10n.t('{0} And {1} more; the log names them.', damagedWords(first), others),
          open,
          showLog,
        );
  if (choice === showLog) log.show();
  if (choice !== open) return;
  const at = new vscode.Position('line' in first ? first.line - 1 : 0, 0);
  await vscode.window.showTextDocument(journal.uri(first.path), { selection: new vscode.Range(at, at) });
}

function damagedWords(check: DamagedCheck): string {
  const { path } = check;
  switch (check.code) {
    case 'notYaml':
      return vscode.l10n.t('The self-check “{0}” is left out: line {1} is no valid YAML.', path, check.line);
    case 'otherFormat':
      return vscode.l10n.t('The self-check “{0}” is left out: another version of Two Hats wrote it.', path);
    case 'invalid':
      return check.key === ''
        ? vscode.l10n.t('The self-check “{0}” is left out: it is empty, or no self-check.', path)
        : vscode.l10n.t(
            'The self-check “{0}” is left out: “{1}” is missing or wrong, line {2}.',
            path,
            check.key,
            check.line,
          );
    case 'unreadable':
      return vscode.l10n.t('The self-check “{0}” is left out: the file can’t be read.', path);
  }
}
