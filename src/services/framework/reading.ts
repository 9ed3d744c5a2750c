import * as vscode from 'vscode';
import type { FrameworkReading } from '../../core/framework/read';

export interface FileReading extends FrameworkReading {
  readonly text: string;
}

/** Loads the reader late: only a custom framework needs the YAML parser. */
export async function readFrameworkText(text: string): Promise<FileReading> {
  const { readFramework } = await import('../../core/framework/read');
  return { text, ...readFramework(text) };
}

/** Rejects as `workspace.fs` does. A file that is too large anyway is not loaded. */
export async function readFrameworkFile(file: vscode.Uri): Promise<FileReading> {
  const { maxFrameworkLength: limit } = await import('../../core/framework/read');
  const { size } = await vscode.workspace.fs.stat(file);
  const mostBytesPerUnit = 3;
  if (size > limit * mostBytesPerUnit)
    return { text: '', problems: [{ code: 'tooLarge', limit, start: 0, end: 0 }] };
  return readFrameworkText(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
}
