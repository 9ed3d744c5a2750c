import type * as vscode from 'vscode';

/** The path of an address below a folder; `undefined` where it is not below it. */
export function pathBelow(folder: vscode.Uri, { scheme, authority, path }: vscode.Uri): string | undefined {
  const above = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const isBelow = scheme === folder.scheme && authority === folder.authority && path.startsWith(above);
  return isBelow ? path.slice(above.length) : undefined;
}
