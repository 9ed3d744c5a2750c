import * as vscode from 'vscode';
import { changeEdits, namedTag, type TagChange } from '../../core/journal/tagChange';
import { tagText, type KnownTag } from '../../core/journal/tags';
import { changeTag, extentWords, fromWords, mergedNotes, toWords } from './changeTag';
import { rangeOf } from './documents';
import { markdown, type LanguageParts } from './parts';
import { extentOf, maxFilesAtOnce, planNote, workspaceEdit, type PlannedNote } from './tagChanger';

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
    const extent = extentOf(this.parts, change);
    if (!journal.current || path === undefined) return this.#editHere(document, change);
    if (extent.notes.length > maxFilesAtOnce) {
      await changeTag(this.parts, journal.current, change);
      return new vscode.WorkspaceEdit();
    }
    const planned: PlannedNote[] = [];
    for (const each of new Set([path, ...extent.notes])) {
      const plan = await planNote(this.parts, journal.current, each, change);
      if (plan) planned.push(plan);
    }
    const isLarger = planned.length > 1 || mergedNotes(this.parts, change) > 0;
    return workspaceEdit(journal.current, planned, isLarger ? this.#question(change, planned) : undefined);
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

  /** A file outside the journal is changed alone. */
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

  /** VS Code shows what is to be changed before it is. */
  #question(change: TagChange, planned: readonly PlannedNote[]): vscode.WorkspaceEditEntryMetadata {
    const places = planned.reduce((sum, { edits }) => sum + edits.length, 0);
    return {
      needsConfirmation: true,
      label: `${fromWords(change)} → ${toWords(change)}`,
      description: extentWords(this.parts, change, { places, notes: planned.map(({ note }) => note.path) }),
    };
  }
}

/** A dimension becomes another one with all its hats; a side, or a dimension that becomes a side, goes alone. */
function changeTo(from: KnownTag, to: KnownTag): TagChange {
  const { dimension, hat } = from;
  return { from: { dimension, hat }, withHats: hat === undefined && to.hat === undefined, to };
}
