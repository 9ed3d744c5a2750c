import * as vscode from 'vscode';
import { checksFolder } from '../core/selfcheck/checkFiles';
import type { DamagedCheck } from '../core/selfcheck/checks';
import type { Ratings } from '../core/selfcheck/ratings';
import { showWarningMessage } from '../platform/messages';
import type { Journal, Services, RatingsSource } from './services';
import { Disposable } from '../platform/disposable';

type RatingServices = Pick<Services, 'checks' | 'framework' | 'journal' | 'log'>;

/** What the checks that are known say of the framework in use. */
export function createRatings(services: RatingServices): RatingsSource & { dispose(): void } {
  return new LastRatings(services);
}

class LastRatings extends Disposable implements RatingsSource {
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #told = new Set<string>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: RatingServices) {
    super();
    for (const { onDidChange } of [services.checks, services.framework])
      this.register(
        onDidChange(() => {
          this.#changed.fire();
        }),
      );
  }

  async latest(): Promise<Ratings> {
    const { checks, framework, journal } = this.services;
    const known = await checks.whenReady();
    const { latestRatings } = await import('../core/selfcheck/ratings');
    const { ratings, damaged } = latestRatings(framework.current, known);
    if (journal.current) this.#tell(journal.current, damaged);
    return ratings;
  }

  /** Names damaged files, once a session each; they are left as they are. */
  #tell(journal: Journal, damaged: readonly DamagedCheck[]): void {
    const untold = damaged.filter(({ path }) => !this.#told.has(path));
    for (const check of untold) {
      this.#told.add(check.path);
      this.services.log.warn(damagedWords(check));
    }
    const [first, ...others] = untold.filter(({ path }) => path !== checksFolder);
    if (first) void tellDamaged(this.services.log, journal, first, others.length);
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
