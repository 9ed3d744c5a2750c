import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { untilTrue } from '../support/until';
import framework from '../../src/core/framework/builtin.framework.yaml';
import builtin from '../../src/core/templates/builtin.templates.yaml';
import { localDate } from '../../src/core/util/dates';
import type { Clock } from '../../src/core/util/dates';
import { frameworkTags } from '../../src/core/templates/tags';
import { toText } from '../../src/core/templates/text';
import { MarkdownEditor } from '../../src/services/markdownEditor';
import { copyTemplate } from '../../src/features/templates/copyTemplate';
import { insertDimensionTag } from '../../src/features/templates/insertDimensionTag';
import { insertPrompt } from '../../src/features/templates/insertPrompt';
import { insertTemplate } from '../../src/features/templates/insertTemplate';

const clock: Clock = { now: () => Date.now(), offset: (instant) => -new Date(instant).getTimezoneOffset() };
const tags = frameworkTags(framework);
const none: ReadonlySet<string> = new Set();
const byId = (id: string) => builtin.templates.find((template) => template.id === id)!;
/** As it stands in an editor: without the last line break. */
const textOf = (id: string, kept: ReadonlySet<string>) =>
  toText(byId(id), { date: localDate(clock), tags: kept }).text.slice(0, -1);

describe('In a Markdown editor', () => {
  let markdownEditor: MarkdownEditor;

  /** An editor with the text; `|` is the cursor, two of them are a selection. */
  async function open(marked: string): Promise<vscode.TextEditor> {
    const content = marked.replaceAll('|', '');
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const [start, end] = [marked.indexOf('|'), marked.lastIndexOf('|')];
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(
      document.positionAt(start),
      document.positionAt(end > start ? end - 1 : start),
    );
    return editor;
  }

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    markdownEditor = new MarkdownEditor();
  });
  afterEach(async () => {
    markdownEditor.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  for (const [how, kept] of [
    ['with tags', tags],
    ['without tags', none],
  ] as const)
    it(`a template goes in at the cursor, ${how}`, async () => {
      const editor = await open('Before\n\n|\n\nAfter');
      await insertTemplate({ markdownEditor }, { template: byId('1on1-first'), tags: kept });
      assert.equal(editor.document.getText(), `Before\n\n${textOf('1on1-first', kept)}\n\nAfter`);
      assert.equal(editor.document.getText().includes('#relationship-with-people/leadership'), kept === tags);
    });

  it('the first tab stop is selected, and what was selected before is kept', async () => {
    const editor = await open('|Words.\n|');
    await insertTemplate({ markdownEditor }, { template: byId('retro-sailboat'), tags: none });
    assert.equal(editor.document.getText(), `Words.\n${textOf('retro-sailboat', none)}`);
    assert.equal(editor.document.getText(editor.selection), 'Sprint …');
  });

  it('without one, a template goes into a new Markdown document', async () => {
    await insertTemplate({ markdownEditor }, { template: byId('action'), tags });
    const document = vscode.window.activeTextEditor?.document;
    assert.deepEqual(
      [document?.isUntitled, document?.languageId, document?.getText()],
      [true, 'markdown', textOf('action', tags)],
    );
  });

  it('a template goes to the clipboard as text, without tags and without a made-up title', async () => {
    await copyTemplate({ clock }, { template: byId('retro-sailboat'), tags: none });
    const date = localDate(clock);
    const { text } = toText(byId('retro-sailboat'), { date, title: '', tags: none });
    assert.equal(await vscode.env.clipboard.readText(), text);
    assert.match(text, new RegExp(`^# Retrospective, ${date} \\(Sailboat\\)\\n`));
  });

  it('a prompt stands alone in a list item, the cursor below it', async () => {
    const editor = await open('- Words|');
    await insertPrompt({ markdownEditor }, { text: 'Who pays $5?', tag: 'risk-taking/leadership' });
    assert.equal(editor.document.getText(), '- Words\n- Who pays $5? #risk-taking/leadership\n  ');
    assert.deepEqual(editor.selection.active, new vscode.Position(2, 2));
  });

  it('a tag is set apart from the words around it, and what was selected is kept', async () => {
    const editor = await open('We |tried| it.');
    await insertDimensionTag({ markdownEditor }, 'risk-taking/leadership');
    assert.equal(editor.document.getText(), 'We tried #risk-taking/leadership it.');
  });

  it('every contributed snippet leaves the text of its template', async () => {
    for (const template of builtin.templates.filter(({ kind }) => kind !== 'reflection')) {
      const editor = await open('|');
      const snippet = { langId: 'markdown', name: template.title };
      await vscode.commands.executeCommand('editor.action.insertSnippet', snippet);
      await untilTrue(() => editor.document.getText() !== '');
      // A choice shows its first option.
      const chosen = template.body.map((part) => {
        if (typeof part === 'string') return part;
        if (part.kind === 'choice') return part.options[0]!;
        return part.kind === 'tag' ? { ...part, hats: part.hats.slice(0, 1) } : part;
      });
      const { text } = toText({ body: chosen }, { date: localDate(clock), tags });
      assert.equal(`${editor.document.getText()}\n`, text);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});
