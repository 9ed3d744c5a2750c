/** Texts behind `workspace.fs`. */
import * as vscode from 'vscode';

/** UTF-8, a BOM dropped, invalid bytes as U+FFFD; `undefined` when there is no such file. */
export async function readText(file: vscode.Uri): Promise<string | undefined> {
  const bytes = await readBytes(file);
  return bytes && new TextDecoder().decode(bytes);
}

/** `undefined` when there is no such file. */
export async function readBytes(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

export async function writeText(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

/** Another window may have removed it before. */
export async function removeIfThere(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/** Is there a file or folder? */
export async function exists(place: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(place);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

export function isAbsent(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && ['FileNotFound', 'EntryNotFound'].includes(error.code);
}
