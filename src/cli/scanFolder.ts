import type { IndexedNote, NoteTag, NoteTask } from '../core/journal/note';
import { tagText } from '../core/journal/tags/tags';
import { readFolder } from './readFolder';

/**
 * What the extension finds in a folder, as JSON lines: each tag and task in the order of the paths (by UTF-16 code
 * unit) and of their places, then the totals. Lines and columns count from 1, columns in UTF-16.
 * @throws Error with a sentence for the person where there is no such folder
 */
export async function* scanFolder(folder: string): AsyncIterable<string> {
  const { journal } = await readFolder(folder);
  const totals = { files: 0, bytes: 0, tags: 0, tasks: 0, skipped: sortedByPath(journal.skipped) };
  for (const note of sortedByPath([...journal.stored.values()])) {
    totals.files++;
    totals.bytes += note.size;
    totals.tags += note.tags.length;
    totals.tasks += note.tasks.length;
    yield noteLines(note);
  }
  yield `${JSON.stringify(totals)}\n`;
}

function noteLines({ path, tags, tasks }: IndexedNote): string {
  const found = [
    ...tags.map((tag) => ({ place: tag, line: tagLine(path, tag) })),
    ...tasks.map((task) => ({ place: task, line: taskLine(path, task) })),
  ].sort(({ place: one }, { place: other }) => one.line - other.line || one.character - other.character);
  return found.map(({ line }) => `${JSON.stringify(line)}\n`).join('');
}

function tagLine(path: string, tag: NoteTag): object {
  return {
    path,
    line: tag.line + 1,
    column: tag.character + 1,
    tag: tagText(tag).slice(1),
    dimension: tag.dimension,
    hat: tag.hat ?? null,
    block: [tag.block.first + 1, tag.block.last + 1],
    evidence: tag.evidence,
  };
}

function taskLine(path: string, { line, state, due, owner }: NoteTask): object {
  return { path, line: line + 1, task: state, due: due ?? null, owner: owner ?? null };
}

function sortedByPath<T extends { readonly path: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort(({ path: one }, { path: other }) => (one < other ? -1 : 1));
}
