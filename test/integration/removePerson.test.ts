import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** Answers of a person to pickers and messages, in their order; what was asked is remembered. */
function answering(answers: readonly string[]) {
  const asked: { readonly message: string; readonly detail: string }[] = [];
  const left = [...answers];
  const answer = (message: string, options?: unknown): Promise<string | undefined> => {
    const detail =
      options !== null && typeof options === 'object' && 'detail' in options ? String(options.detail) : '';
    asked.push({ message, detail });
    return Promise.resolve(left.shift());
  };
  const { showWarningMessage, showInformationMessage, showErrorMessage } = vscode.window;
  const originals = { showWarningMessage, showInformationMessage, showErrorMessage };
  Object.assign(vscode.window, {
    showWarningMessage: answer,
    showInformationMessage: answer,
    showErrorMessage: answer,
  });
  return { asked, restore: () => Object.assign(vscode.window, originals) };
}

describe('Remove Person…', () => {
  const journal = process.env.TWO_HATS_TEST_JOURNAL ?? '';
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(journal, file)), { recursive: true });
    fs.writeFileSync(path.join(journal, file), text);
  };
  const exists = (file: string): boolean => fs.existsSync(path.join(journal, file));

  beforeEach(() => {
    write('people/zora-nil/2026-01-02.md', '---\nperson: Zora Nil\n---\n\n- talked\n');
    write('people/zora-nil/next.md', '- ask\n');
    write('people/zora-nil/attachments/plan.txt', 'plan\n');
    write('notes/zora.md', '---\nperson: Zora Nil\n---\n\n- a thought\n');
    write('notes/other.md', '- met Zora Nil and others\n');
    write('two-hats.yaml', 'people:\n  - name: Zora Nil\n    aliases: [Zo]\n  - name: Ulf\n');
  });
  afterEach(() => {
    for (const file of ['people/zora-nil', 'notes/zora.md', 'notes/other.md', 'two-hats.yaml'])
      fs.rmSync(path.join(journal, file), { recursive: true, force: true });
  });

  /** Picks the person who is found by the name. */
  async function removeZora(): Promise<void> {
    const ended = vscode.commands.executeCommand('twoHats.removePerson').then(() => true);
    const accept = async (): Promise<boolean> => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return false;
    };
    const end = Date.now() + 20_000;
    while (!(await Promise.race([ended, accept()]))) {
      assert.ok(Date.now() < end, 'the command does not end');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('shows every file and what stays, and then removes the one and keeps the other', async () => {
    const { asked, restore } = answering(['Move to Trash', 'Delete for Good', 'Remove There, Too']);
    try {
      await removeZora();
    } finally {
      restore();
    }
    const [question] = asked;
    assert.match(question?.message ?? '', /Zora Nil\? Files that go to the trash: 4/);
    for (const file of ['people/zora-nil/2026-01-02.md', 'attachments/plan.txt', 'next.md', 'notes/zora.md'])
      assert.ok(question?.detail.includes(file), file);
    assert.match(question?.detail ?? '', /mention the name stay as they are: 1/);
    assert.deepEqual(['people/zora-nil', 'notes/zora.md', 'notes/other.md'].map(exists), [
      false,
      false,
      true,
    ]);
    assert.equal(fs.readFileSync(path.join(journal, 'two-hats.yaml'), 'utf8'), 'people:\n  - name: Ulf\n');
  });

  it('does nothing unless it is confirmed', async () => {
    const { restore } = answering([]);
    try {
      await removeZora();
    } finally {
      restore();
    }
    assert.deepEqual(['people/zora-nil/next.md', 'notes/zora.md'].map(exists), [true, true]);
  });
});
