import * as vscode from 'vscode';
import { stateOf, type ChangedFile, type ChangeRecord } from '../../core/journal/changeRecord';
import { attempt } from '../attempt';
import { showInformationMessage, showWarningMessage, withProgress } from '../messages';
import type { Journal } from '../parts';
import { pathsWords } from '../words';
import { forgetLastChange, readLastChange } from './lastChange';
import { editNote, readNote, type NoteText } from './noteText';
import type { LanguageParts } from './parts';

/** *Undo Last Tag Change*, where VS Code's own undo does not reach. */
export async function undoLastTagChange(parts: LanguageParts): Promise<void> {
  const journal = parts.journal.current;
  const last = journal && (await readLastChange(parts, journal));
  if (!last) {
    void showInformationMessage(vscode.l10n.t('There is no tag change to undo in this journal.'));
    return;
  }
  const undo = vscode.l10n.t('Undo');
  const at = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const answer = await showWarningMessage(
    vscode.l10n.t('Change “{0}” back to “{1}”?', last.to, last.from),
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
  if (answer === undo) await undoLastChange(parts, journal);
}

interface Undone {
  /** Changed since. */
  readonly left: string[];
  readonly failed: string[];
  readonly wasStopped: boolean;
}

/** Without a question: the person has just done it. */
export async function undoLastChange(parts: LanguageParts, journal: Journal): Promise<void> {
  await attempt(parts.log, vscode.l10n.t('The tag change could not be undone.'), async () => {
    const last = await readLastChange(parts, journal);
    if (last) await undo(parts, journal, last);
  });
}

async function undo(parts: LanguageParts, journal: Journal, last: ChangeRecord): Promise<void> {
  const { left, failed, wasStopped } = await withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Changing “{0}” back to “{1}”', last.to, last.from),
      cancellable: true,
    },
    async (progress, token) => {
      const result: Undone = { left: [], failed: [], wasStopped: false };
      for (const file of last.files) {
        if (token.isCancellationRequested) return { ...result, wasStopped: true };
        const state = await undoFile(parts, journal, file);
        if (state === 'other') result.left.push(file.path);
        if (state === 'failed') result.failed.push(file.path);
        progress.report({ increment: 100 / last.files.length });
      }
      return result;
    },
  );
  // What could not be done may be tried again.
  if (failed.length === 0 && !wasStopped) await forgetLastChange(parts, journal);
  tell(parts, last, [...left, ...failed], wasStopped);
}

function tell(
  parts: LanguageParts,
  { from, to }: ChangeRecord,
  left: readonly string[],
  wasStopped: boolean,
): void {
  if (wasStopped)
    void showInformationMessage(vscode.l10n.t('Stopped. Undo Last Tag Change goes on where you left.'));
  else if (left.length === 0) void showInformationMessage(vscode.l10n.t('“{0}” is “{1}” again.', to, from));
  else
    void showWarningMessage(
      vscode.l10n.t(
        '“{0}” is “{1}” again, but for notes that were changed since: {2}.',
        to,
        from,
        pathsWords(parts, left),
      ),
    );
}

async function undoFile(
  { log }: LanguageParts,
  journal: Journal,
  file: ChangedFile,
): Promise<'done' | 'other' | 'failed'> {
  const note = await readNote(journal, file.path).catch((): NoteText | undefined => undefined);
  const state = stateOf(file, note?.text);
  if (!note || state === 'other') return 'other';
  if (state === 'before') return 'done';
  try {
    await editNote(journal, note, file.undo);
    return 'done';
  } catch (error) {
    log.error(`${file.path} could not be changed back.`, error);
    return 'failed';
  }
}
