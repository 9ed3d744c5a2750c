import * as vscode from 'vscode';
import { stateOf } from '../../core/journal/tags/changeRecord';
import { showWarningMessage } from '../../platform/messages';
import type { Journal } from '../../services/services';
import { goOn } from './changeTag';
import type { TagRenameServices } from './renameServices';
import { changeStore } from './records';
import { readOf } from './run';
import { undoInterrupted } from './undoTagChange';
import { fromWords, toWords } from './formatChange';

/** Says that a change of a tag was interrupted, with both ways out; whoever answers neither is told again. */
export async function tellInterrupted(services: TagRenameServices, journal: Journal): Promise<void> {
  const store = await changeStore(services, journal);
  const record = await store.interrupted();
  if (!record) return;
  const read = readOf(journal);
  let changed = 0;
  for (const file of record.files) if (stateOf(file, await read(file.path)) === 'after') changed++;
  // Only its end was not written down.
  if (changed === record.files.length) return store.end(record);
  const [undo, finish] = [vscode.l10n.t('Undo'), vscode.l10n.t('Go On')];
  const answer = await showWarningMessage(
    vscode.l10n.t(
      'Changing “{0}” to “{1}” was interrupted. Notes that are changed: {2} of {3}.',
      fromWords(record.change),
      toWords(record.change),
      changed,
      record.files.length,
    ),
    finish,
    undo,
  );
  if (answer === undefined) return;
  // Another window may have answered, or begun another change, meanwhile.
  const now = await store.interrupted();
  if (now?.at !== record.at) return;
  await (answer === undo ? undoInterrupted(services, journal, now) : goOn(services, journal, now));
}
