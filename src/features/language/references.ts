import * as vscode from 'vscode';
import type { KnownTag } from '../../core/journal/tags';
import { rangeOf } from './documents';
import { markdown, type LanguageParts } from './parts';

/** *Go to References* of a tag: wherever the journal, and the document itself, hold it. */
export function registerReferences(parts: LanguageParts): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(markdown, {
    provideReferences: (document, position) => references(parts, document, position),
  });
}

async function references(
  { documents, index, journal }: LanguageParts,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location[] | undefined> {
  const wanted = documents.tagAt(document, position);
  if (!wanted) return undefined;
  const here = documents.scan(document).tags.filter((tag) => isPartOf(tag, wanted));
  const found = here.map((tag) => new vscode.Location(document.uri, rangeOf(tag)));
  await index.whenReady();
  const root = journal.current;
  if (!root) return found;
  const path = documents.pathOf(document);
  for (const note of index.notes.values())
    if (note.path !== path)
      for (const tag of note.tags)
        if (isPartOf(tag, wanted)) found.push(new vscode.Location(root.uri(note.path), rangeOf(tag)));
  return found;
}

/** A dimension holds its sides. */
export function isPartOf(tag: KnownTag, whole: KnownTag): boolean {
  return tag.dimension === whole.dimension && (whole.hat === undefined || tag.hat === whole.hat);
}
