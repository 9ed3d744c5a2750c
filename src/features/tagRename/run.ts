/** What changing, going on and undoing have in common: progress, and that other windows see somebody at it. */
import * as vscode from 'vscode';
import type { Run } from '../../core/journal/tags/changeRun';
import { beatMs } from '../../core/journal/tags/changeStore';
import { showInformationMessage, withProgress } from '../../platform/messages';
import type { Journal } from '../../services/services';
import { editableNotes } from './notes';
import { changeStore, type StoreServices } from './records';

/** @param count so many steps are expected */
export async function withRun<T>(
  services: StoreServices,
  journal: Journal,
  { title, count }: { readonly title: string; readonly count: number },
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const store = await changeStore(services, journal);
  const beating = setInterval(() => {
    store.beat().catch((error: unknown) => {
      services.log.warn('Other windows can’t see that a tag is being changed.', error);
    });
  }, beatMs);
  try {
    return await withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (progress, token) =>
        work({
          store,
          notes: editableNotes(journal),
          steps: {
            step: () => {
              progress.report({ increment: 100 / count });
            },
            isStopped: () => token.isCancellationRequested,
            failed: (path, error) => {
              services.log.error(`${path} could not be changed.`, error);
            },
          },
        }),
    );
  } finally {
    clearInterval(beating);
  }
}

/** Reads a note for its state only; `undefined` where it can't be read. */
export function readOf(journal: Journal): (path: string) => Promise<string | undefined> {
  const notes = editableNotes(journal);
  return (path) => notes.read(path).catch(() => undefined);
}

/** Two changes at the same time would undo each other. */
export function tellRunning(): void {
  void showInformationMessage(
    vscode.l10n.t('Another window is changing a tag in this journal. Try again when it is done.'),
  );
}
