// What a long day does to Two Hats, again and again, inside an extension host.
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ResourceCounter, type HostResources } from '../support/hostResources';
import { until } from '../support/until';
import { singleYaml } from '../unit/core/framework/fixtures';

const journal = process.env.TWO_HATS_TEST_JOURNAL ?? '';

export interface Work {
  readonly name: string;
  /** Does it once more. */
  readonly again: (round: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

const run = (command: string, ...values: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...values);

/** Shows and hides the views, and the boxes that have a life of their own. */
export function views(): Work {
  const boxes = ['twoHats.lookUp', 'twoHats.captureNote'];
  return {
    name: 'views opened and closed',
    async again() {
      for (const view of ['framework', 'notes', 'actions']) await run(`twoHats.${view}.focus`);
      await run('workbench.action.closeSidebar');
      for (const box of boxes) {
        const ended = run(box).then(() => true);
        // Until it is open there is nothing to close.
        while (!(await Promise.race([ended, run('workbench.action.closeQuickOpen').then(() => false)])));
      }
    },
    async end() {
      await run('workbench.action.closeSidebar');
    },
  };
}

/** Types into a note of the journal, tags included, and takes away again what gets long. */
export async function edits(): Promise<Work> {
  const file = path.join(journal, 'notes', 'long-life.md');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, 'Begun.\n');
  const editor = await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
  const { document } = editor;
  return {
    name: 'edits',
    async again(round) {
      const line = `- [ ] Said no #risk-taking/leadership ${round} @ana\n`;
      const isLong = document.lineCount > 40;
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      await editor.edit((edit) => {
        if (isLong) edit.replace(all, 'Begun anew.\n');
        else edit.insert(new vscode.Position(document.lineCount, 0), line);
      });
      if (round % 25 === 0) await document.save();
    },
    async end() {
      await document.save();
      await run('workbench.action.closeAllEditors');
      fs.rmSync(file);
    },
  };
}

/** Chooses one framework after the other; each is in use before the next. */
export async function frameworks(): Promise<Work> {
  const folder = path.join(journal, 'frameworks');
  fs.mkdirSync(folder, { recursive: true });
  const settings = () => vscode.workspace.getConfiguration('twoHats');
  const paths = ['alpha', 'omega'].map((hat) => {
    const file = path.join(folder, `${hat}.yaml`);
    fs.writeFileSync(file, singleYaml.replaceAll('keeper', hat));
    return { file, hat };
  });
  const note = path.join(folder, 'note.md');
  fs.writeFileSync(note, 'So #\n');
  const document = await vscode.workspace.openTextDocument(note);
  await vscode.window.showTextDocument(document);
  const offered = async (): Promise<string[]> => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      ...[document.uri, new vscode.Position(0, 4), '#'],
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };
  return {
    name: 'framework reloads',
    async again(round) {
      const { file, hat } = paths[round % 2]!;
      await settings().update('framework', file, vscode.ConfigurationTarget.Global);
      await until(offered, (labels) => labels.some((label) => label.endsWith(`/${hat}`)));
    },
    async end() {
      await settings().update('framework', undefined, vscode.ConfigurationTarget.Global);
      await run('workbench.action.closeAllEditors');
      fs.rmSync(folder, { recursive: true });
    },
  };
}

/** Works, and counts what lives at equal distances; the last after the last round. */
export async function live(
  { again }: Pick<Work, 'again'>,
  { rounds, counts }: { rounds: number; counts: number },
): Promise<HostResources[]> {
  const counter = new ResourceCounter();
  const lived: HostResources[] = [];
  for (let round = 1; round <= rounds; round++) {
    await again(round);
    if (round % Math.floor(rounds / counts) === 0) lived.push(counter.count());
  }
  return lived;
}
