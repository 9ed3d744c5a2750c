import * as vscode from 'vscode';
import { changeEdits, namedTag, type TagChange } from '../../core/journal/tagChange';
import { tagText, type KnownTag } from '../../core/journal/tags';
import { changeTag, mergedNotes } from './changeTag';
import { rangeOf } from './documents';
import { markdown, type LanguageParts } from './parts';
import { extentOf } from './tagChanger';

/** F2 on a tag. Elsewhere VS Code's own rename goes on. */
export function registerRename(parts: LanguageParts): vscode.Disposable {
  return vscode.languages.registerRenameProvider(markdown, new TagRename(parts));
}

class TagRename implements vscode.RenameProvider {
  constructor(private readonly parts: LanguageParts) {}

  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { range: vscode.Range; placeholder: string } | undefined {
    const tag = this.parts.documents.tagAt(document, position);
    return tag && { range: rangeOf(tag), placeholder: tagText(tag) };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const { documents, index, journal } = this.parts;
    const tag = documents.tagAt(document, position);
    if (!tag) return undefined;
    const change = changeTo(tag, this.#named(newName));
    await index.whenReady();
    const path = documents.pathOf(document);
    if (!journal.current || path === undefined) return this.#editHere(document, change);
    const { tags } = documents.scan(document);
    const extent = extentOf(this.parts, change, { path, tags });
    if (extent.notes.length === 1 && mergedNotes(this.parts, change) === 0)
      return this.#editHere(document, change);
    // VS Code's own preview of a rename begins with nothing chosen. Not awaited: its last message may stay.
    void changeTag(this.parts, journal.current, change, extent);
    return new vscode.WorkspaceEdit();
  }

  /** @throws with a sentence for the person */
  #named(newName: string): KnownTag {
    const tag = namedTag(newName, this.parts.documents.tags);
    if (tag) return tag;
    const [dimension] = this.parts.framework.current.dimensions;
    throw new Error(
      vscode.l10n.t(
        '“{0}” is no tag of your framework. Write one like “{1}”, or use Change Tag Everywhere… to choose.',
        newName,
        tagText({ dimension: dimension?.id ?? '', hat: undefined }),
      ),
    );
  }

  /** One file alone, as VS Code renames. */
  #editHere(document: vscode.TextDocument, change: TagChange): vscode.WorkspaceEdit {
    const { documents } = this.parts;
    const edit = new vscode.WorkspaceEdit();
    const { tags } = documents.scan(document);
    for (const { line, character, start, end, text } of changeEdits(
      document.getText(),
      tags,
      change,
      documents.tags,
    ))
      edit.replace(document.uri, new vscode.Range(line, character, line, character + end - start), text);
    return edit;
  }
}

/** A dimension becomes another one with all its hats; a side, or a dimension that becomes a side, goes alone. */
function changeTo(from: KnownTag, to: KnownTag): TagChange {
  const { dimension, hat } = from;
  return { from: { dimension, hat }, withHats: hat === undefined && to.hat === undefined, to };
}
