/** F2 on a tag. Elsewhere VS Code's own rename goes on. */
import * as vscode from 'vscode';
import { changeIn, namedTag, type TagChange } from '../../core/journal/tags/tagChange';
import { extentOf, mergedNotes } from '../../core/journal/tags/tagExtent';
import { tagText, type KnownTag } from '../../core/journal/tags/tags';
import { rangeOf } from '../../services/taggedDocuments';
import { changeTag } from './changeTag';
import type { TagRenameServices } from './renameServices';

export function prepareRename(
  { documents }: TagRenameServices,
  document: vscode.TextDocument,
  position: vscode.Position,
): { range: vscode.Range; placeholder: string } | undefined {
  const tag = documents.tagAt(document, position);
  return tag && { range: rangeOf(tag), placeholder: tagText(tag) };
}

export async function provideRenameEdits(
  services: TagRenameServices,
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
): Promise<vscode.WorkspaceEdit | undefined> {
  const { documents, index, journal } = services;
  const tag = documents.tagAt(document, position);
  if (!tag) return undefined;
  const change = changeTo(tag, knownTag(services, newName));
  await index.whenReady();
  const path = documents.pathOf(document);
  if (!journal.current || path === undefined) return editHere(services, document, change);
  const { tags } = documents.scan(document);
  const extent = extentOf(index.notes, change, { path, tags });
  if (extent.notes.length === 1 && mergedNotes(index.notes, change) === 0)
    return editHere(services, document, change);
  // VS Code's own preview of a rename begins with nothing chosen. Not awaited: its last message may stay.
  void changeTag(services, journal.current, change, extent);
  return new vscode.WorkspaceEdit();
}

/** @throws with a sentence for the person */
function knownTag({ documents, framework }: TagRenameServices, newName: string): KnownTag {
  const tag = namedTag(newName, documents.tags);
  if (tag) return tag;
  const [dimension] = framework.current.dimensions;
  throw new Error(
    vscode.l10n.t(
      '“{0}” is no tag of your framework. Write one like “{1}”, or use Change Tag Everywhere… to choose.',
      newName,
      tagText({ dimension: dimension?.id ?? '', hat: undefined }),
    ),
  );
}

/** One file alone, as VS Code renames. */
function editHere(
  { documents }: TagRenameServices,
  document: vscode.TextDocument,
  change: TagChange,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const path = documents.pathOf(document);
  const scan = (text: string) => documents.scanText(text, path);
  for (const { start, end, text } of changeIn(document.getText(), scan, change, documents.tags).edits)
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return edit;
}

/** A dimension becomes another one with all its hats; a side, or a dimension that becomes a side, goes alone. */
function changeTo(from: KnownTag, to: KnownTag): TagChange {
  const { dimension, hat } = from;
  return { from: { dimension, hat }, withHats: hat === undefined && to.hat === undefined, to };
}
