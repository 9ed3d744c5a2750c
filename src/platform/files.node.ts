import { realpath, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import type * as vscode from 'vscode';
import type { Files } from '../core/journal/files';
import { NodeFiles } from './nodeFiles';
import { placeAt, type RealPlace, type WalkedPlace } from './walkedPlace';
import { WorkspaceFiles, watchFolder } from './workspaceFiles';

/** The home folder of this machine. */
export function homeFolder(): string | undefined {
  return homedir();
}

/** Where this machine keeps what it may clear. */
export function temporaryFolder(): string | undefined {
  return tmpdir();
}

/** Node asks for the machine's time zone once, and again only when it seems to be set. */
export function lookUpZone(): void {
  const { TZ } = process.env;
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
}

/** Tells a folder from another one, also in its place; `undefined` where it can't be told. */
export async function folderIdentity(folder: vscode.Uri): Promise<string | undefined> {
  if (folder.scheme !== 'file') return folder.toString();
  const stats = await stat(folder.fsPath).catch(() => undefined);
  return stats && `${stats.dev}:${stats.ino}`;
}

/** The files of a journal, in a host with Node: directly where the journal lies on this machine's disk. */
export function openFiles(
  root: vscode.Uri,
  storage: vscode.Uri,
  log: Pick<vscode.LogOutputChannel, 'warn'>,
  place: WalkedPlace = placeAt(root),
): Files {
  if (root.scheme !== 'file') return new WorkspaceFiles(root, storage, log, place);
  return new NodeFiles(root.fsPath, (listener) => watchFolder(root, place, listener), undefined, place);
}

/** `undefined` where it can't be reached. */
export async function findPlace({ scheme, fsPath }: vscode.Uri): Promise<RealPlace | undefined> {
  if (scheme !== 'file') return undefined;
  try {
    const real = await realpath(fsPath);
    return { real, isLoose: await isLoose(real) };
  } catch {
    return undefined;
  }
}

/** Where a file lies really; `undefined` where there can be no link. */
export function realFile({ scheme, fsPath }: vscode.Uri): Promise<string | undefined> | undefined {
  return scheme === 'file' ? realpath(fsPath).catch(() => undefined) : undefined;
}

/** Is a folder found by another spelling, too? */
async function isLoose(folder: string): Promise<boolean> {
  const swapped = folder.replace(/\p{L}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower === letter ? letter.toUpperCase() : lower;
  });
  if (swapped === folder) return false;
  try {
    const [one, other] = await Promise.all([stat(folder), stat(swapped)]);
    return one.ino === other.ino && one.dev === other.dev;
  } catch {
    return false;
  }
}
