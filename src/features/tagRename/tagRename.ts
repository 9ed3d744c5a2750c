import type * as vscode from 'vscode';
import type { Journal, Services } from '../../services/services';
import { TaggedDocuments } from '../../services/taggedDocuments';
import { changeTagEverywhere } from './chooseChange';
import { tellInterrupted } from './interruptedChange';
import type { TagRenameServices } from './renameServices';
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
export function createTagRename(shared: Services): TagRename {
  const documents = new TaggedDocuments(shared);
  const services: TagRenameServices = { ...shared, documents };
  return {
    changeTagEverywhere: () => changeTagEverywhere(services),
    undoLastTagChange: () => undoLastTagChange(services),
    prepareRename: (document, position) => prepareRename(services, document, position),
    provideRenameEdits: (document, position, name) => provideRenameEdits(services, document, position, name),
    tellInterrupted: async (journal) => {
      const store = await changeStore(services, journal);
      if (await store.isRunning()) return true;
      await tellInterrupted(services, journal);
      return false;
    },
    dispose: () => {
      documents.dispose();
    },
  };
}
