import type * as vscode from 'vscode';
import type { Journal, Services } from '../../services/services';
import { TaggedDocuments } from '../../services/taggedDocuments';
import { changeTagEverywhere } from './chooseChange';
import { tellInterrupted } from './interruptedChange';
import type { TagRenameParts } from './renameServices';
import { changeStore } from './records';
import { prepareRename, provideRenameEdits } from './renameProvider';
import { undoLastTagChange } from './undoTagChange';

export interface TagRename {
  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { readonly range: vscode.Range; readonly placeholder: string } | undefined;
  provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): Promise<vscode.WorkspaceEdit | undefined>;
  changeTagEverywhere(): Promise<void>;
  undoLastTagChange(): Promise<void>;
  /** @returns whether some window is still at a change, so that it can't be told yet */
  tellInterrupted(journal: Journal): Promise<boolean>;
  dispose(): void;
}

/** Import it late: with the first use. */
export function createTagRename(services: Services): TagRename {
  const documents = new TaggedDocuments(services);
  const parts: TagRenameParts = { ...services, documents };
  return {
    changeTagEverywhere: () => changeTagEverywhere(parts),
    undoLastTagChange: () => undoLastTagChange(parts),
    prepareRename: (document, position) => prepareRename(parts, document, position),
    provideRenameEdits: (document, position, name) => provideRenameEdits(parts, document, position, name),
    tellInterrupted: async (journal) => {
      if (await changeStore(parts, journal).isRunning()) return true;
      await tellInterrupted(parts, journal);
      return false;
    },
    dispose: () => {
      documents.dispose();
    },
  };
}
