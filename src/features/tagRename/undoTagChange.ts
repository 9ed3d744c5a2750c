import * as vscode from 'vscode';
import type { ChangeRecord } from '../../core/journal/tags/changeRecord';
import { takeBack, type Outcome } from '../../core/journal/tags/changeRun';
import { withErrorMessage } from '../shared/withErrorMessage';
import { showInformationMessage, showWarningMessage } from '../../platform/messages';
import type { Journal } from '../../services/services';
import { formatPaths } from '../shared/format';
import type { TagRenameServices } from './renameServices';
import { changeStore } from './records';
import { readOf, tellRunning, withRun } from './run';
import { fromWords, toWords } from './formatChange';

/** *Undo Last Tag Change*, where VS Code's own undo does not reach. */
export async function undoLastTagChange(services: TagRenameServices): Promise<void> {
  const journal = services.journal.current;
  const last = journal && (await lastChange(services, journal));
  if (!last) {
    void showInformationMessage(vscode.l10n.t('There is no tag change to undo in this journal.'));
    return;
  }
  const undo = vscode.l10n.t('Undo');
  const at = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const answer = await showWarningMessage(
    vscode.l10n.t('Change “{0}” back to “{1}”?', toWords(last.change), fromWords(last.change)),
    {
      modal: true,
      detail: vscode.l10n.t(
        'It was changed on {0}. Notes: {1}. A note that was changed since is left as it is.',
        at.format(new Date(last.at)),
        last.files.length,
      ),
    },
    undo,
  );
  if (answer === undo) await undoLastChange(services, journal);
}

async function lastChange(services: TagRenameServices, journal: Journal): Promise<ChangeRecord | undefined> {
  const store = await changeStore(services, journal);
  return store.last(readOf(journal));
}

/** Without a question: the person has just done it. */
export async function undoLastChange(services: TagRenameServices, journal: Journal): Promise<void> {
  await withErrorMessage(services.log, failureWords(), async () => {
    const store = await changeStore(services, journal);
    const last = await store.last(readOf(journal));
    if (!last) return;
    if (await store.begin(last, readOf(journal))) await undo(services, journal, last);
    else tellRunning();
  });
}

/** Takes a change back that was interrupted. */
export async function undoInterrupted(
  services: TagRenameServices,
  journal: Journal,
  record: ChangeRecord,
): Promise<void> {
  await withErrorMessage(services.log, failureWords(), async () => {
    const store = await changeStore(services, journal);
    await store.resume();
    await undo(services, journal, record);
  });
}

function failureWords(): string {
  return vscode.l10n.t('The tag change could not be undone.');
}

async function undo(services: TagRenameServices, journal: Journal, record: ChangeRecord): Promise<void> {
  const { change, files } = record;
  const title = vscode.l10n.t('Changing “{0}” back to “{1}”', toWords(change), fromWords(change));
  const outcome = await withRun(services, journal, { title, count: files.length }, (run) =>
    takeBack(run, record),
  );
  await tell(services, journal, record, outcome);
}

async function tell(
  services: TagRenameServices,
  journal: Journal,
  { change }: ChangeRecord,
  { others, failed, wasStopped }: Outcome,
): Promise<void> {
  const [from, to] = [fromWords(change), toWords(change)];
  if (wasStopped) {
    void showInformationMessage(vscode.l10n.t('Stopped. Undo Last Tag Change goes on where you left.'));
    return;
  }
  const done =
    others.length === 0
      ? vscode.l10n.t('“{0}” is “{1}” again.', to, from)
      : vscode.l10n.t(
          '“{0}” is “{1}” again, but for notes that were changed or removed since: {2}.',
          ...[to, from, formatPaths(services, others)],
        );
  if (failed.length > 0) await offerAgain(services, journal, done, failed);
  else if (others.length > 0) void showWarningMessage(done);
  else void showInformationMessage(done);
}

/** What could not be written is still remembered. */
async function offerAgain(
  services: TagRenameServices,
  journal: Journal,
  done: string,
  failed: readonly string[],
): Promise<void> {
  const [again, showLog] = [vscode.l10n.t('Try Again'), vscode.l10n.t('Show Log')];
  const message = vscode.l10n.t(
    '{0} These could not be changed back, and stay as they are: {1}. Make them writable, or make room on their disk, and try again.',
    done,
    formatPaths(services, failed),
  );
  const answer = await showWarningMessage(message, again, showLog);
  if (answer === again) await undoLastChange(services, journal);
  else if (answer === showLog) services.log.show();
}
