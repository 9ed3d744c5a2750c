import * as vscode from 'vscode';
import type { TaggedBlock } from '../../core/journal/blocks/entries';
import type { NoteTag } from '../../core/journal/note';

export function tagRange({ line, character, start, end }: NoteTag): vscode.Range {
  return new vscode.Range(line, character, line, character + end - start);
}

/** Whole lines. */
export function blockRange({ block }: TaggedBlock): vscode.Range {
  return new vscode.Range(block.first, 0, block.last, 0);
}
