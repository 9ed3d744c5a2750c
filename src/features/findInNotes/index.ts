import * as vscode from 'vscode';
import { anything, type BlockFilter } from '../../core/journal/blocks/find';
import { isRow } from '../../core/journal/tree/rows';
import { withErrorMessage } from '../shared/withErrorMessage';
import { showInformationMessage, withProgress } from '../../platform/messages';
import type { NotesView } from '../shared/views';
import type { Services } from '../../services/services';

/** *Find in Notes…*: blocks by their dimension and hat, then by words, person and date. Its code is loaded when it is used. */
export function registerFindInNotes(services: Services, view: NotesView): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.findInNotes', (row?: unknown) =>
    withErrorMessage(services.log, vscode.l10n.t('Your notes could not be searched.'), () =>
      findInNotes(services, view, presetOf(row)),
    ),
  );
}

async function findInNotes(
  services: Services,
  view: NotesView,
  preset: BlockFilter | undefined,
): Promise<void> {
  await withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading your notes…') },
    () => services.index.whenReady(),
  );
  const journal = services.journal.current;
  if (!journal || services.index.notes.size === 0) {
    await offerFirstNote();
    return;
  }
  const { Find } = await import('./find');
  const find = new Find(services, journal);
  const hold = view.hold();
  try {
    await find.run(preset);
  } finally {
    find.dispose();
    hold.dispose();
  }
}

async function offerFirstNote(): Promise<void> {
  const newNote = vscode.l10n.t('New 1:1 Note…');
  const message = vscode.l10n.t('There are no notes to look through yet.');
  const answer = await showInformationMessage(message, newNote);
  if (answer === newNote) await vscode.commands.executeCommand('twoHats.newOneOnOneNote');
}

/** What a row of the Notes view stands for; from elsewhere nothing is said beforehand. */
function presetOf(row: unknown): BlockFilter | undefined {
  if (!isRow(row)) return undefined;
  const { facts } = row;
  switch (facts.kind) {
    case 'dimension':
      return { ...anything, dimension: facts.dimension };
    case 'hat':
      return { ...anything, dimension: facts.dimension, hat: { id: facts.hat } };
    case 'person':
      return { ...anything, person: { name: facts.name } };
    case 'period':
    case 'note':
    case 'entry':
    case 'skipped':
    case 'skippedFile':
      return undefined;
  }
}
