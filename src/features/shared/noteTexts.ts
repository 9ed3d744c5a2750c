import * as vscode from 'vscode';
import { NoteLines } from '../../core/journal/blocks/excerpt';
import { FileError } from '../../core/journal/files';
import { knownTags } from '../../core/journal/tags/tags';
import { scanWhole } from '../../services/noteScan';
import type { Journal, Services } from '../../services/services';

/** What a person may see of a note. */
export interface NoteText {
  readonly lines: NoteLines;
  /** Without tags; `undefined` where there is none, or it is private. */
  readonly firstHeading: string | undefined;
}

/** So many files are read at the same time. */
const atOnce = 8;

/**
 * Reads notes, as they are on screen or else in their files, and passes on what of them may be shown.
 * @param paths with what each is read for; a note that is not there, or can't be read, is passed over
 * @param isOver asked before each note
 */
export async function readNotes<T>(
  services: Pick<Services, 'framework' | 'log'>,
  journal: Journal,
  paths: Iterable<readonly [path: string, item: T]>,
  visitor: { read(item: T, text: NoteText): void; isOver(): boolean },
): Promise<void> {
  const tags = knownTags(services.framework.current);
  const drafts = draftsByPath(journal);
  const waiting = paths[Symbol.iterator]();
  const read = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !visitor.isOver(); next = waiting.next()) {
      const [path, item] = next.value;
      const text = drafts.get(path) ?? (await textOf(services, journal, path));
      if (text === undefined) continue;
      const { privateLines, headings } = await scanWhole(path, text, tags);
      const lines = new NoteLines(text, privateLines);
      const [first] = headings;
      const heading = first && lines.plainText({ first: first.line, last: first.line });
      visitor.read(item, { lines, firstHeading: heading === '' ? undefined : heading });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, read));
}

function draftsByPath(journal: Journal): ReadonlyMap<string, string> {
  const drafts = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Map(drafts.map((document) => [journal.pathOf(document.uri) ?? '', document.getText()]));
}

async function textOf(
  { log }: Pick<Services, 'log'>,
  { files }: Journal,
  path: string,
): Promise<string | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    log.warn(error.message);
    return undefined;
  }
}
