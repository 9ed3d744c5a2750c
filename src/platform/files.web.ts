import type * as vscode from 'vscode';
import type { Files } from '../core/journal/files';
import { placeAt, type RealPlace, type WalkedPlace } from './walkedPlace';
import { WorkspaceFiles } from './workspaceFiles';

/** There is no home folder on the web. */
export function homeFolder(): string | undefined {
  return undefined;
}

/** Nor a folder for what may be cleared. */
export function temporaryFolder(): string | undefined {
  return undefined;
}

/** Browsers follow the machine's time zone by themselves. */
export function lookUpZone(): void {
  return;
}

/** Here a folder can't be told from another one in its place. */
export function folderIdentity(folder: vscode.Uri): Promise<string> {
  return Promise.resolve(folder.toString());
}

/** The files of a journal, in a host without Node. */
export function openFiles(
  root: vscode.Uri,
  storage: vscode.Uri,
  log: Pick<vscode.LogOutputChannel, 'warn'>,
  place: WalkedPlace = placeAt(root),
): Files {
  return new WorkspaceFiles(root, storage, log, place);
}

/** There are no links. */
export function realFile(): Promise<string | undefined> | undefined {
  return undefined;
}

/** Nothing more is known of an address than what it says. */
export function findPlace(): Promise<RealPlace | undefined> {
  return Promise.resolve(undefined);
}
