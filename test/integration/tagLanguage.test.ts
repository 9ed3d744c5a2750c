import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../support/until';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { singleYaml } from '../unit/core/framework/fixtures';

const journal = process.env.TWO_HATS_TEST_JOURNAL ?? '';

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
  await vscode.window.showTextDocument(document, { preview: false });
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

  it('leaves the list of the letters before no place behind a whole tag and a space', async () => {
    /** As VS Code filters a list until the next one is there: letters in their order. */
    const left = async (asked: string, typed: string) => {
      const items = await complete(await open(`So ${asked}|\n`));
      assert.ok(items.length > 0, asked);
      const holds = ({ filterText = '' }: vscode.CompletionItem) =>
        Array.from(typed).reduce((at, sign) => (at < 0 ? at : filterText.indexOf(sign, at) + 1 || -1), 0) >=
        0;
      return labels(items.filter(holds));
    };
    assert.deepEqual(await left('#risk', '#risk '), ['#risk-taking/management', '#risk-taking/leadership']);
    assert.deepEqual(await left('#risk', '#risk l'), ['#risk-taking/leadership']);
    for (const asked of ['#risk', '#risk-takin']) assert.deepEqual(await left(asked, '#risk-taking '), []);
    assert.deepEqual(await left('#people', '#people l'), ['#relationship-with-people/leadership']);
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

describe('A near miss', () => {
  before(loaded);
  after(closeAll);
  afterEach(() => {
    fs.rmSync(path.join(journal, 'two-hats.yaml'), { force: true });
    for (const name of fs.readdirSync(path.join(journal, 'notes')))
      if (name.startsWith('settled')) fs.rmSync(path.join(journal, 'notes', name));
  });

  const said = ({ document }: Marked) =>
    vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Two Hats');
  const isSaid = (note: Marked, count: number) =>
    until(
      () => Promise.resolve(said(note)),
      (diagnostics) => diagnostics.length === count,
    );
  async function fixes({ document }: Marked, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.filter(({ title }) => /^(Change to|Leave) “/.test(title));
  }

  it('is said where it stands, as no more than an information', async () => {
    const note = await open(
      '---\ntags: [risk-takng]\n---\n\nSo |#descision-making/leadership/own, `#risk-takng`.\n',
    );
    const diagnostics = await isSaid(note, 2);
    assert.deepEqual(
      diagnostics.map(({ range, severity }) => [
        range.start.line,
        range.start.character,
        range.end.character,
        severity,
      ]),
      [
        [1, 7, 17, vscode.DiagnosticSeverity.Information],
        [4, 3, 35, vscode.DiagnosticSeverity.Information],
      ],
    );
  });

  it('is said beside front matter that can’t be read, which is said where it begins to be none', async () => {
    const note = await open('---\ntitle: One\ntags: "a" b\n---\n\nSo |#risk-takng\n');
    const [unread, near] = await isSaid(note, 2);
    assert.match(unread!.message, /^The front matter can’t be read from here on/);
    assert.equal(unread!.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(unread!.range.start.line, 2);
    assert.match(near!.message, /#risk-takng/);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(note.document.uri, note.document.lineAt(2).range, 'tags: [a]');
    await vscode.workspace.applyEdit(edit);
    assert.match((await isSaid(note, 1))[0]!.message, /#risk-takng/);
  });

  it('is said of a hat that is nearly one', async () => {
    const [diagnostic] = await isSaid(await open('So |#risk-taking/leadershp\n'), 1);
    assert.match(
      diagnostic!.message,
      /#risk-taking\/leadershp.*counts as.*#risk-taking”.*#risk-taking\/leadership”/,
    );
  });

  it('is not said in a file that is not ours', async () => {
    const folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'docs');
    const ours = await open('So |#risk-takng #time-horizon\n', folder);
    const other = await open('So |#risk-takng\n', folder);
    await isSaid(ours, 1);
    assert.deepEqual(said(other), []);
  });

  it('is put right by its quick fix, with the sub-tag that is one’s own', async () => {
    const note = await open('So |#descision-making/own.\n');
    const [diagnostic] = await isSaid(note, 1);
    const [fix] = await fixes(note, diagnostic!);
    assert.equal(fix?.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(note.document.getText(), 'So #decision-making/own.\n');
    await isSaid(note, 0);
  });

  it('is left alone once two-hats.yaml says so, which its quick fix writes', async () => {
    fs.writeFileSync(path.join(journal, 'two-hats.yaml'), '# Mine\npeople:\n  - name: Ana\n');
    const note = await open('So |#risk-takng and #tim-horizon.\n');
    const [diagnostic] = await isSaid(note, 2);
    const actions = await fixes(note, diagnostic!);
    const { command } = actions.at(-1)!;
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
    await isSaid(note, 1);
    assert.equal(
      fs.readFileSync(path.join(journal, 'two-hats.yaml'), 'utf8'),
      '# Mine\npeople:\n  - name: Ana\nignored:\n  - risk-takng\n',
    );
  });

  it('is nothing to speak of once it stands in five notes', async () => {
    const write = (count: number) => {
      for (let number = 1; number <= count; number++)
        fs.writeFileSync(path.join(journal, `notes/settled-${number}.md`), 'So #time-horizn/own.\n');
    };
    write(3);
    const note = await open('So |#time-horizn/own and #risk-takng.\n');
    await isSaid(note, 2);
    write(4);
    const [left] = await isSaid(note, 1);
    assert.match(left!.message, /risk-takng/);
  });

  it('is said of open documents only', async () => {
    const note = await open('So |#risk-takng.\n');
    await isSaid(note, 1);
    await closeAll();
    await isSaid(note, 0);
  });
});

describe('References to a tag', () => {
  before(loaded);
  after(closeAll);

  const ids = ['one', 'two', 'three'];
  const file = (id: string) => path.join(journal, 'notes', `reference-${id}.md`);
  before(() => {
    fs.writeFileSync(
      file('one'),
      'So #decision-making/leadership.\r\n\r\n- And #Decision-Making/Leadership/own.\r\n',
    );
    fs.writeFileSync(
      file('two'),
      '---\ntags: decision-making/leadership\n---\n\n`#decision-making/leadership`\n',
    );
    fs.writeFileSync(file('three'), '#decision-making\n\n#decision-making/management\n');
  });
  after(() => {
    for (const id of ids) fs.rmSync(file(id));
  });

  const found = async ({ document, cursor }: Marked) => {
    const locations = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      cursor,
    );
    return locations
      .map(({ uri, range }) => {
        const place = `${range.start.line}:${range.start.character}-${range.end.character}`;
        return `${path.basename(uri.path, '.md')} ${place}`;
      })
      .filter((place) => /^(reference|language)/.test(place))
      .sort();
  };
  const here = ({ document }: Marked) => path.basename(document.uri.path, '.md');

  it('are all its places, each once, whatever case and sub-tag', async () => {
    const note = await open('First.\n\nSo #decision-making/lead|ership.\n');
    const expected = [
      `${here(note)} 2:3-30`,
      'reference-one 0:3-30',
      'reference-one 2:6-37',
      'reference-two 1:6-32',
    ];
    assert.deepEqual(
      await until(
        () => found(note),
        (places) => places.length >= 4,
      ),
      expected,
    );
  });

  it('of a dimension are those of its hats, too', async () => {
    const note = await open('So #decision-ma|king.\n');
    const places = await until(
      () => found(note),
      (all) => all.length >= 6,
    );
    assert.ok(places.includes('reference-three 0:0-16'));
    assert.ok(places.includes('reference-three 2:0-27'));
    assert.ok(places.includes('reference-one 0:3-30'));
  });

  it('follow what is on screen and not yet saved', async () => {
    const note = await open('So #time-horizon/mana|gement.\n');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(note.document.uri, new vscode.Position(0, 0), 'New line.\n');
    await vscode.workspace.applyEdit(edit);
    const moved = { ...note, cursor: note.cursor.translate(1) };
    assert.deepEqual(
      (await found(moved)).filter((place) => place.startsWith(here(note))),
      [`${here(note)} 1:3-27`],
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  describe('that are not for everybody’s eyes', () => {
    const person = path.join(journal, 'people', 'priya-shah');
    const about = [file('person'), path.join(person, 'reference-folder.md')];
    before(() => {
      fs.mkdirSync(person, { recursive: true });
      const [named = '', inFolder = ''] = about;
      fs.writeFileSync(named, '---\nperson: Priya Shah\n---\n\nShe #risk-taking/management.\n');
      fs.writeFileSync(inFolder, 'She #risk-taking/management.\n');
      fs.writeFileSync(
        file('private'),
        'Open #risk-taking/management.\n\nSecret #risk-taking/management #private\n\n' +
          '## Private\n\nSecret #risk-taking/management\n',
      );
    });
    after(async () => {
      await vscode.commands.executeCommand('twoHats.showPrivateDetails');
      fs.rmSync(person, { recursive: true });
      for (const id of ['person', 'private']) fs.rmSync(file(id));
    });

    const some = (note: Marked, expected: readonly string[]) =>
      until(
        () => found(note),
        (places) => places.join() === [...expected].sort().join(),
      );

    it('are left out where they are private, but for the one at the cursor', async () => {
      const note = await open('#risk-taking/man|agement #private\n\nAlso #risk-taking/management #private\n');
      await some(note, [
        `${here(note)} 0:0-23`,
        'reference-folder 0:4-27',
        'reference-person 4:4-27',
        'reference-private 0:5-28',
      ]);
    });

    it('are left out in notes about people while private details are hidden', async () => {
      const note = await open(
        '---\nperson: Ana\n---\n\n#risk-taking/man|agement\n\n#risk-taking/management\n',
      );
      const others = ['reference-folder 0:4-27', 'reference-person 4:4-27'];
      const shown = [`${here(note)} 4:0-23`, 'reference-private 0:5-28'];
      await some(note, [...shown, `${here(note)} 6:0-23`, ...others]);
      await vscode.commands.executeCommand('twoHats.hidePrivateDetails');
      await some(note, shown);
      await vscode.commands.executeCommand('twoHats.showPrivateDetails');
      await some(note, [...shown, `${here(note)} 6:0-23`, ...others]);
    });
  });

  it('are none of ours for another tag', async () => {
    assert.deepEqual(await found(await open('So #to|do and #time-horizon.\n')), []);
  });
});

describe('The Markdown preview', () => {
  after(closeAll);

  const render = async (document: vscode.TextDocument | string) =>
    vscode.commands.executeCommand<string>('markdown.api.render', document);

  it('shows known tags as chips, and nothing else', async () => {
    const html = await render('So #risk-taking/leadership and `#risk-taking`, \\#time-horizon, #todo.\n');
    assert.deepEqual(
      [...html.matchAll(/<span class="(two-hats[^"]*)"[^>]*>([^<]*)/g)].map(([, style, text]) => [
        style,
        text,
      ]),
      [['two-hats-tag two-hats-second', '#risk-taking/leadership']],
    );
  });

  it('does not show what is private in a note of the journal, and shows it in other files', async () => {
    const text = '|Open\n\n## Private\n\nHidden\n';
    const { document } = await open(text);
    const html = await render(document);
    assert.ok(html.includes('Open') && !html.includes('Hidden'), html);
    const folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'docs');
    const other = await render((await open(text, folder)).document);
    assert.ok(other.includes('Hidden'), other);
  });

  it('does not show what is private by whatever link a note is reached', async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-link-'));
    fs.symlinkSync(journal, path.join(outside, 'journal'));
    const { document } = await open(
      '|---\nmood: { now: low }\ntags: ["\\x70rivate"]\n---\nHidden\n',
      path.join(outside, 'journal', 'notes'),
    );
    const html = await render(document);
    assert.ok(html.includes('Private') && !html.includes('Hidden'), html);
    fs.unlinkSync(path.join(outside, 'journal'));
  });

  it('leaves headings to VS Code’s outline as they are', async () => {
    const { document } = await open('|# Plan #risk-taking\n\n## Private\n\nHidden\n');
    await render(document);
    const symbols = await until(
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (found) => found.length > 0,
    );
    assert.deepEqual(
      [symbols[0]!.name, symbols[0]!.children.map(({ name }) => name)],
      ['# Plan #risk-taking', ['## Private']],
    );
  });

  it('knows the tags of another framework at once', async () => {
    const file = path.join(journal, 'language.framework.yaml');
    fs.writeFileSync(file, singleYaml);
    const settings = vscode.workspace.getConfiguration();
    try {
      await settings.update('twoHats.framework', file, vscode.ConfigurationTarget.Global);
      await until(
        () => render('So #goals.\n'),
        (html) => html.includes('two-hats-tag'),
      );
      assert.ok(!(await render('So #risk-taking.\n')).includes('two-hats-tag'));
      assert.deepEqual(labels(await complete(await open('So #goals/|\n'))), [
        '#goals/keeper',
        '#goals/seeker',
      ]);
    } finally {
      await settings.update('twoHats.framework', undefined, vscode.ConfigurationTarget.Global);
      fs.rmSync(file);
    }
  });
});
