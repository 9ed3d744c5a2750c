import * as vscode from 'vscode';
import { encodedSegment, markdownLink, markdownText } from '../../core/journal/markdown/linkPaths';
import { fileName } from '../../core/journal/paths';

/** Where somebody was when they captured a note. */
export interface Origin {
  /** The name of the file, and the line: `plan.md:12` */
  readonly label: string;
  /**
   * A Markdown link to the file and line, for a note at this address; their bare names where no link could open them
   * later.
   */
  placeFrom(note: vscode.Uri): string;
  /** What was selected, as a block of Markdown; `''` for nothing. */
  readonly selection: string;
}

/** Longer selections would make a note of a file. */
const mostSelected = 2000;

/**
 * The active editor's file, line and selection.
 * @param isPrivate whether the selection is to stay where it is
 */
export function originOf(
  editor: vscode.TextEditor | undefined,
  isPrivate: (editor: vscode.TextEditor) => boolean,
): Origin | undefined {
  if (!editor) return undefined;
  const { document, selection } = editor;
  const line = selection.start.line + 1;
  const label = `${fileName(document.uri.path)}:${line}`;
  const selected = isPrivate(editor) ? '' : shortened(document.getText(selection));
  return {
    label,
    selection: selected.trim() === '' ? '' : block(selected, document.languageId),
    placeFrom: (note) => {
      const target = targetFrom(note, document.uri);
      return target === undefined
        ? `(${markdownText(label)})`
        : `(${markdownLink(label, `${target}#L${line}`)})`;
    },
  };
}

/**
 * A path from the note's folder where both lie on the same file system: VS Code opens such links at their line, in the
 * editor and in the preview.
 */
function targetFrom(note: vscode.Uri, file: vscode.Uri): string | undefined {
  if (file.scheme === 'untitled' || file.scheme !== note.scheme || file.authority !== note.authority)
    return undefined;
  const from = note.path.split('/').slice(0, -1);
  const to = file.path.split('/');
  const drive = (segments: readonly string[]) => /^[a-z]:$/i.exec(segments[1] ?? '')?.[0].toLowerCase();
  if (drive(from) !== drive(to)) return undefined;
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  const path = [...from.slice(shared).map(() => '..'), ...to.slice(shared)];
  return path.map(encodedSegment).join('/');
}

/** Whole lines where there are several, and a sign that there were more. */
function shortened(text: string): string {
  if (text.length <= mostSelected) return text;
  const cut = text.slice(0, mostSelected).replace(/[\ud800-\udbff]$/, '');
  const end = cut.lastIndexOf('\n');
  return end > 0 ? `${cut.slice(0, end)}\n…` : `${cut}…`;
}

/** In a fence that is longer than any in the text. */
function block(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language === 'plaintext' ? '' : language}\n${text.trimEnd()}\n${fence}`;
}
