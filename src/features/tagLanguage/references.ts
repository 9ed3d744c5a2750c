import * as vscode from 'vscode';
import type { IndexedNote, NoteTag } from '../../core/journal/note';
import type { KnownTag } from '../../core/journal/tags/tags';
import { NoteLabels } from '../shared/noteLabels';
import { rangeOf } from '../../services/taggedDocuments';
import { markdown, type LanguageServices } from '../../services/languageServices';

/** *Go to References* of a tag: wherever the journal, and the document itself, hold it. */
export function registerReferences(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(markdown, {
    provideReferences: (document, position) => references(services, document, position),
  });
}

async function references(
  services: LanguageServices,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location[] | undefined> {
  const { documents, index, journal, people } = services;
  const wanted = documents.tagAt(document, position);
  if (!wanted) return undefined;
  const path = documents.pathOf(document);
  const here = { ...documents.scan(document), path: path ?? '' };
  await people.whenReady();
  const words = new NoteLabels(services);
  const found = placesIn(here, wanted, words, document.uri);
  const root = journal.current;
  if (!root) return found;
  for (const note of index.notes.values())
    if (note.path !== path) found.push(...placesIn(note, wanted, words, root.uri(note.path)));
  return found;
}

/** VS Code shows the line of each place, so those that may not be shown are left out, but for the one asked about. */
function placesIn(note: IndexedNote, wanted: NoteTag, words: NoteLabels, uri: vscode.Uri): vscode.Location[] {
  return note.tags
    .filter((tag) => isPartOf(tag, wanted) && (tag === wanted || words.mayShow(note, tag.isPrivate)))
    .map((tag) => new vscode.Location(uri, rangeOf(tag)));
}

/** A dimension holds its sides. */
export function isPartOf(tag: KnownTag, whole: KnownTag): boolean {
  return tag.dimension === whole.dimension && (whole.hat === undefined || tag.hat === whole.hat);
}
