import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import builtin from '../../src/core/framework/builtin.framework.yaml';

const journal = process.env.TWO_HATS_TEST_JOURNAL ?? '';

/** Waits until the answer holds; a language feature is loaded with the first document that needs it. */
async function until<T>(ask: () => Thenable<T>, holds: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) assert.fail(`it did not happen: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Marked {
  readonly document: vscode.TextDocument;
  readonly cursor: vscode.Position;
}

let files = 0;

/** Opens a note of the journal; `|` is the cursor. */
async function open(marked: string, folder = path.join(journal, 'notes')): Promise<Marked> {
  const file = path.join(folder, `language-${++files}.md`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, marked.replace('|', ''));
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return { document, cursor: document.positionAt(marked.indexOf('|')) };
}

async function complete({ document, cursor }: Marked, trigger?: string): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    cursor,
    trigger,
    20,
  );
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Keyword);
}

const labels = (items: readonly vscode.CompletionItem[]) => items.map(({ label }) => label);

/** Without what keeps Markdown from reading signs as marks. */
function textOf(text: string | { readonly value: string } | undefined): string {
  const value = typeof text === 'string' ? text : (text?.value ?? '');
  return value.replaceAll('\\', '').replaceAll('&nbsp;', ' ');
}

async function loaded(): Promise<void> {
  const note = await open('So #|\n');
  await until(
    () => complete(note, '#'),
    (items) => items.length > 0,
  );
}

async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

describe('Completion of tags', () => {
  before(loaded);
  after(closeAll);

  it('offers every tag after a #, and every hat after a slash', async () => {
    assert.equal((await complete(await open('So #|\n'), '#')).length, builtin.dimensions.length * 3);
    assert.deepEqual(labels(await complete(await open('So #risk-taking/|\n'), '/')), [
      '#risk-taking/management',
      '#risk-taking/leadership',
    ]);
  });

  it('replaces all that was typed, with hyphens and a space in it', async () => {
    const [item] = await complete(await open('So #people l| we did\n'));
    assert.equal(item?.label, '#relationship-with-people/leadership');
    assert.deepEqual(item.range, new vscode.Range(0, 3, 0, 12));
    assert.equal(item.insertText, '#relationship-with-people/leadership');
    const [inside] = await complete(await open('So #risk-ta|kin we did\n'));
    assert.deepEqual(inside?.range, new vscode.Range(0, 3, 0, 14));
  });

  it('explains a tag by the summary of its side', async () => {
    const [item] = await complete(await open('So #risk-taking/l|\n'));
    const { summary } = builtin.dimensions.find(({ id }) => id === 'risk-taking')!.poles[1];
    const said = textOf(item?.documentation);
    assert.ok(said.includes(summary), JSON.stringify(item));
  });

  const silent: [where: string, marked: string][] = [
    ['while a heading is typed', '#|\n'],
    ['while a deeper heading is typed', 'Text\n\n##|\n'],
    ['in a code span', 'So `#ri|`\n'],
    ['in a fence', '```\nSo #ri|\n```\n'],
    ['in indented code', 'Text\n\n    So #ri|\n'],
    ['in a link’s destination', 'See [it](#ri|)\n'],
    ['in a wiki link', 'See [[it #ri|]]\n'],
    ['in an HTML comment', '<!-- So #ri| -->\n'],
    ['in an HTML attribute', 'So <a title="#ri|">it</a>\n'],
    ['in another key of the front matter', '---\ntitle: ri|\n---\n'],
    ['after a word', 'C#ri|\n'],
  ];
  for (const [where, marked] of silent)
    it(`says nothing ${where}`, async () => {
      assert.deepEqual(labels(await complete(await open(marked), '#')), []);
    });

  it('completes the tags of the front matter, without #', async () => {
    const expected = ['risk-taking', 'risk-taking/management', 'risk-taking/leadership'];
    for (const marked of [
      '---\ntags: ri|\n---\n',
      '---\ntags: [other, ri|]\n---\n',
      '---\ntags:\n  - ri|\n---\n',
      '---\r\ntags:\r\n  - "#ri|"\r\n---\r\n',
    ])
      assert.deepEqual(labels(await complete(await open(marked))), expected, marked);
  });

  it('says nothing in a Markdown file that is not ours, until a known tag stands in it', async () => {
    const folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'docs');
    assert.deepEqual(labels(await complete(await open('So #ri|\n', folder), '#')), []);
    const marked = await open('So #ri|\n\n#time-horizon\n', folder);
    assert.ok((await complete(marked, '#')).length > 0);
  });
});

describe('Hover over a tag', () => {
  before(loaded);
  after(closeAll);

  const hover = async ({ document, cursor }: Marked) =>
    vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, cursor);

  it('tells what the side is about, once', async () => {
    const hovers = await hover(await open('So #Risk-Taking/lead|ership/vendors.\n'));
    assert.equal(hovers.length, 1);
    assert.deepEqual(hovers[0]?.range, new vscode.Range(0, 3, 0, 34));
    const { title, poles } = builtin.dimensions.find(({ id }) => id === 'risk-taking')!;
    const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
    assert.ok(text.includes(title) && text.includes('Leadership'), text);
    const [, pole] = poles;
    for (const sentence of [pole.summary, ...pole.behaviours]) assert.ok(text.includes(sentence), text);
  });

  it('is not there over code, other tags, or beside a tag', async () => {
    for (const marked of ['`#risk-tak|ing`\n', '#to|do\n', '#risk-taking an|d\n'])
      assert.deepEqual(await hover(await open(marked)), [], marked);
  });
});
