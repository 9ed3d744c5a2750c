/** Scanned and indexed notes for tests, with the built-in framework. */
import builtin from '../../src/core/framework/builtin.framework.yaml';
import type { IndexedNote, ScannedNote } from '../../src/core/journal/note';
import { readFrontMatterYaml } from '../../src/core/journal/frontMatter/frontMatterYaml';
import { scanNote, type ScanContext } from '../../src/core/journal/scan/scanNote';
import { knownTags, tagText } from '../../src/core/journal/tags/tags';

export const scanContext: ScanContext = {
  tags: knownTags(builtin),
  readYaml: readFrontMatterYaml,
};

export function scanned(text: string, path = 'notes/2026-11-24.md'): ScannedNote {
  return scanNote(path, text, scanContext);
}

/** Notes by path, as an index has them. */
export function indexed(texts: Readonly<Record<string, string>>): ReadonlyMap<string, IndexedNote> {
  return new Map(
    Object.entries(texts).map(([path, text]) => {
      const { title, date, kind, person, tags, tasks } = scanned(text, path);
      return [path, { path, title, date, kind, person, tags, tasks }];
    }),
  );
}

/** What counts in a text, as `line:character tag` (0-based). */
export function placesOf(text: string): string[] {
  return scanned(text).tags.map((tag) => `${tag.line}:${tag.character} ${tagText(tag)}`);
}
