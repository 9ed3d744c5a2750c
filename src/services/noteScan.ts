/**
 * What a text of a note holds, and what of it is private: the one way in which surfaces ask. The index holds no text, so
 * that whatever is shown is read and scanned at that moment; its headings and private lines are those of this very text,
 * not of what the index knew a moment ago. No surface looks for either by means of its own. Front matter of an unusual
 * form needs the YAML library, which is loaded at the first one; a note is private until then if that front matter may
 * say so.
 */
import type * as vscode from 'vscode';
import type { ScannedNote } from '../core/journal/note';
import type { ReadFrontMatter } from '../core/journal/frontMatter/frontMatterTags';
import { scanNote } from '../core/journal/scan/scanNote';
import type { KnownTags } from '../core/journal/tags/tags';
import type { Journal } from './services';

let reader: ReadFrontMatter | undefined;
let loading: Promise<ReadFrontMatter> | undefined;

/** Loads the reader of front matter of any form; tries again after a failure. */
export function loadYaml(): Promise<ReadFrontMatter> {
  loading ??= import('../core/journal/frontMatter/frontMatterYaml').then(
    ({ readFrontMatterYaml }) => (reader = readFrontMatterYaml),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** At once; read it again after `loadYaml` where it needs YAML. */
export function scanAtOnce(path: string, text: string, tags: KnownTags): ScannedNote {
  return scanNote(path, text, { tags, readYaml: reader });
}

/** With all that its front matter says, whatever its form. */
export async function scanWhole(path: string, text: string, tags: KnownTags): Promise<ScannedNote> {
  await yamlFor(path, text, tags);
  return scanAtOnce(path, text, tags);
}

/** Is it a note of the journal? Also one of which that is not known yet: nothing of it is shown elsewhere until it is. */
export function mayBeNote(journal: Journal | undefined, uri: vscode.Uri): boolean {
  return journal !== undefined && (!journal.isPlaced(uri) || journal.pathOf(uri) !== undefined);
}

/** The reader of front matter, loaded where a text needs it. */
export async function yamlFor(
  path: string,
  text: string,
  tags: KnownTags,
): Promise<ReadFrontMatter | undefined> {
  return scanAtOnce(path, text, tags).needsYaml ? loadYaml() : reader;
}
