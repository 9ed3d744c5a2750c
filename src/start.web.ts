import * as vscode from 'vscode';
import type { MarkdownExtension } from './features/tagLanguage';
import { Parts } from './platform/parts';

type Start = typeof import('./start');

/** Parts that differ by host. */
const own: ReadonlyMap<string, string> = new Map([['./files.js', './files.web.js']]);

/** Where VS Code enters in a host without Node: `start.ts` and all that it loads are the parts that a Node host requires. */
export async function activate(context: vscode.ExtensionContext): Promise<MarkdownExtension> {
  const read = async (name: string): Promise<string> => {
    const file = vscode.Uri.joinPath(context.extensionUri, 'dist', own.get(name) ?? name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  };
  const start = await new Parts(read, new Map([['vscode', vscode]])).load('./extension.js');
  if (!isStart(start)) throw new Error('dist/extension.js can’t start Two Hats.');
  return start.activate(context);
}

function isStart(value: unknown): value is Start {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'activate') === 'function';
}
