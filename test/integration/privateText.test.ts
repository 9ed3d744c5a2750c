// What is private stays private: the built product, a second time beside the running one, told to a VS Code that notes
// every text on its way to a person. Each surface that it registers or the manifest names has its walk here.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import Module from 'node:module';
import os from 'node:os';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { privateNotes } from '../support/privateNotes';
import { ShownTexts, type OpenInput, type Shown } from '../support/shownTexts';
import { until, untilTrue } from '../support/until';

const tag = '#risk-taking/management';
const forms = Object.entries(privateNotes);
const topics = `- seen topic ${tag}\n- canary #private\n  - canary\n- [ ] seen to do\n\n## Private\n\n- canary\n`;

/** Actions that moved on five times. */
const movedOn = Array.from({ length: 6 }, (_, at): [string, string] => {
  const [mark, to] = at < 5 ? ['>', ` → [x](2026-09-0${at + 2}.md)`] : [' ', ''];
  const lines = ['seen on and on', 'canary goes on #private'].map((text) => `- [${mark}] ${text}${to}\n`);
  return [`notes/2026-09-0${at + 1}.md`, lines.join('')];
});

/** Every form, in notes about somebody and others; and what waits for the next 1:1 and the next retrospective. */
const journalFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    forms.flatMap(([, text], at): [string, string][] => {
      const name = `2026-10-${String(at + 1).padStart(2, '0')}.md`;
      const retrospective: [string, string][] = text.startsWith('---')
        ? []
        : [[`retros/${name}`, `---\nkind: retro\n---\n\n${text}`]];
      return [[`people/ana/${name}`, text], [`notes/${name}`, text], ...retrospective];
    }),
  ),
  'people/ana/next.md': `---\nperson: Ana\n---\n\n${topics}`,
  'retros/next.md': topics,
  ...Object.fromEntries(movedOn),
  'notes/other.md': '- canary #time-horizon/leadership #private\n- seen #time-horizon/leadership\n',
  'notes/near.md': `- seen #risk-takin/management\n- canary #risk-takin/management #private\n`,
};

type Renderer = InstanceType<typeof MarkdownIt>;

const extension: vscode.Extension<unknown> = vscode.extensions.getExtension('two-hats.two-hats')!;
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-private-')));
const journal = path.join(folder, 'journal');
const storage = path.join(folder, 'storage');
let shown: ShownTexts;
let context: { readonly subscriptions: vscode.Disposable[] };
/** Where in the journal a dialog saves. */
let place = '';
let product: { extendMarkdownIt(md: Renderer): Renderer };

/** The product as it is built, with another `vscode`. Its files know each other by their place. */
function loadProduct(api: unknown): { activate(context: unknown): typeof product } {
  const dist = path.join(folder, 'dist');
  fs.cpSync(path.join(extension.extensionPath, 'dist'), dist, { recursive: true });
  const load = Reflect.get(Module, '_load') as (...values: unknown[]) => unknown;
  Reflect.set(
    Module,
    '_load',
    (request: string, parent: { filename?: string } | undefined, ...rest: unknown[]) =>
      request === 'vscode' && parent?.filename?.startsWith(dist) ? api : load(request, parent, ...rest),
  );
  return Module.createRequire(path.join(folder, 'tests.js'))('./dist/extension.js') as ReturnType<
    typeof loadProduct
  >;
}

function memento(way: string): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, fallback?: unknown) => (kept.get(key) ?? fallback) as never,
    update: (key, value) => {
      shown.note(way, value);
      kept.set(key, value);
      return Promise.resolve();
    },
    ...{ setKeysForSync: () => undefined },
  };
}

/** As it was before the first walk. */
function restoreJournal(): void {
  for (const file of textsIn(journal).keys())
    if (!(file in journalFiles)) fs.rmSync(path.join(journal, file));
  const now = textsIn(journal);
  for (const [file, text] of Object.entries(journalFiles)) {
    if (now.get(file) === text) continue;
    fs.mkdirSync(path.dirname(path.join(journal, file)), { recursive: true });
    // At once: who reads meanwhile shall find no empty note.
    const beside = path.join(folder, 'beside');
    fs.writeFileSync(beside, text);
    fs.renameSync(beside, path.join(journal, file));
  }
}

/** Texts of files under a folder, by their paths. */
function textsIn(top: string): ReadonlyMap<string, string> {
  const files = fs.existsSync(top) ? fs.readdirSync(top, { recursive: true, withFileTypes: true }) : [];
  return new Map(
    files
      .filter((file) => file.isFile())
      .map((file) => path.join(file.parentPath, file.name))
      .map((file) => [path.relative(top, file).replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')]),
  );
}

interface Step {
  (input: OpenInput): void;
  /** Is there what it needs? */
  readonly isReady?: (input: OpenInput) => boolean;
}

const row = (pattern: RegExp): Step => {
  const find = ({ items }: OpenInput) => items.find(({ label }) => pattern.test(label));
  const isReady = (input: OpenInput) => find(input) !== undefined;
  return Object.assign(
    (input: OpenInput) => {
      input.accept(find(input));
    },
    { isReady },
  );
};
const press = (button: number): Step => {
  const isReady = ({ buttons }: OpenInput) => buttons.length > button;
  return Object.assign(
    (input: OpenInput) => {
      input.press(button);
    },
    { isReady },
  );
};
const accept: Step = (input) => {
  input.accept(input.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator));
};
const leave: Step = (input) => {
  input.hide();
};
const type =
  (text: string): Step =>
  (input) => {
    input.type(text);
  };

/** Runs a command, and does with what it asks one step after the other; what is still asked then is left. */
async function run(id: string, values: readonly unknown[], ...steps: readonly Step[]): Promise<void> {
  let isOver = false;
  const ended = Promise.resolve(shown.commands.get(id)!(...values)).finally(() => (isOver = true));
  for (const step of steps) {
    const fits = (input: OpenInput) => step.isReady?.(input) ?? true;
    await untilTrue(() => isOver || (shown.input !== undefined && fits(shown.input)));
    if (!shown.input) break;
    step(shown.input);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  await untilTrue(() => {
    shown.input?.hide();
    return isOver;
  });
  await ended;
}

/** What the trees had. */
const rows: unknown[] = [];

async function walkTree(id: string): Promise<void> {
  const provider = shown.made.get('window.createTreeView')!.find(([view]) => view === id)![1] as {
    treeDataProvider: vscode.TreeDataProvider<unknown>;
  };
  const { treeDataProvider: tree } = provider;
  const below = async (parent: unknown): Promise<void> => {
    for (const element of (await tree.getChildren(parent)) ?? []) {
      rows.push(element);
      const item = await tree.getTreeItem(element);
      await tree.resolveTreeItem?.(item, element, new vscode.CancellationTokenSource().token);
      await below(element);
    }
  };
  await until(
    async () => (await tree.getChildren(undefined))?.length ?? 0,
    (rows) => rows > 0,
  );
  await below(undefined);
}

/** Asks a provider at a tag of every note. */
async function everywhere(ask: (uri: vscode.Uri, at: vscode.Position) => Thenable<unknown>): Promise<void> {
  for (const file of Object.keys(journalFiles).filter((one) => one.startsWith('notes/'))) {
    const document = await vscode.workspace.openTextDocument(path.join(journal, file));
    const text = document.getText();
    const at = text.indexOf('risk-');
    if (at >= 0) await ask(document.uri, document.positionAt(at + 2)).then(undefined, () => undefined);
  }
}

const provide =
  (command: string, ...more: unknown[]) =>
  () =>
    everywhere((uri, at) => vscode.commands.executeCommand(command, uri, at, ...more));

/** Chooses it in the palette's way, on whatever it asks. */
const command = (
  id: string,
  shows: RegExp,
  steps: readonly Step[] = [],
  ...values: unknown[]
): [string, Walk] => [`command twoHats.${id}`, { walk: () => run(`twoHats.${id}`, values, ...steps), shows }];

interface Walk {
  readonly walk: () => Promise<unknown> | Thenable<unknown>;
  /** Of what is shown in any case. */
  readonly shows: RegExp;
}

/** Selects a private line, as somebody does who captures a thought about it. */
async function selectCanary(): Promise<void> {
  const editor = await vscode.window.showTextDocument(
    vscode.Uri.file(path.join(journal, 'notes/2026-10-01.md')),
  );
  const at = editor.document.getText().indexOf('canary');
  editor.selection = new vscode.Selection(
    editor.document.positionAt(at),
    editor.document.positionAt(at + 20),
  );
}

/** Something to insert into. */
async function openEmpty(): Promise<void> {
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content: '' }),
  );
}

/** One for each surface. Those that write come last. */
const walks: Readonly<Record<string, Walk>> = {
  'window.createTreeView twoHats.notes': { walk: () => walkTree('twoHats.notes'), shows: /seen/ },
  'window.createTreeView twoHats.actions': { walk: () => walkTree('twoHats.actions'), shows: /seen too/ },
  'window.registerWebviewViewProvider twoHats.framework': { walk: showFramework, shows: /Risk-Taking/ },
  'markdown.markdownItPlugins': { walk: preview, shows: /seen topic/ },
  'languages.registerHoverProvider': { walk: provide('vscode.executeHoverProvider'), shows: /Risk-Taking/ },
  'languages.registerReferenceProvider': {
    walk: provide('vscode.executeReferenceProvider'),
    shows: /people\/ana\/2026-10-01\.md/,
  },
  'languages.registerCompletionItemProvider': {
    walk: provide('vscode.executeCompletionItemProvider'),
    shows: /#risk-taking\/leadership/,
  },
  'languages.registerRenameProvider': { walk: provide('vscode.prepareRename'), shows: /risk-taking/ },
  'languages.registerCodeActionsProvider': { walk: quickFixes, shows: /Change to/ },
  'languages.createDiagnosticCollection twoHats.tags': { walk: quickFixes, shows: /risk-takin/ },
  'languages.createDiagnosticCollection twoHats.framework': { walk: nothingMore, shows: /./ },
  'languages.createDiagnosticCollection twoHats.config': { walk: breakConfig, shows: /two-hats\.yaml/ },
  'window.createTextEditorDecorationType': { walk: selectCanary, shows: /./ },
  'window.createOutputChannel Two Hats': { walk: nothingMore, shows: /./ },
  ...Object.fromEntries([
    command('findInNotes', /seen/, [
      accept,
      row(/seen/),
      press(2),
      accept,
      press(3),
      accept,
      type('seen'),
      row(/seen/),
    ]),
    command('lookUp', /outage/, [type('outage'), accept]),
    command('groupNotes', /Person/, [accept]),
    command('groupActions', /What I Owe/, [accept]),
    command('decideAction', /“Private” is dropped/, [
      row(/^Private$/),
      row(/^Drop/),
      type('too dear'),
      accept,
    ]),
    ['command twoHats.openNoteToSide', { walk: openAside, shows: /2026-10-01\.md/ }],
    command('startFullCheck', /In the last two weeks/, [accept]),
    command('checkDimension', /Check one dimension/, [accept, accept]),
    command('startQuickCheck', /window\.createQuickPick/, [accept, accept, accept]),
    command('copyTemplate', /Weekly 1:1/, [accept, accept]),
    command('hidePrivateDetails', /./),
    command('showPrivateDetails', /./),
    command('openJournal', /./),
    command('chooseJournalFolder', /Where shall your journal/, [leave]),
    command('customizeFramework', /framework/i),
    command('gatherPerson', /^workspace\.openTextDocument: .*What I keep about Ann.*seen/s, [
      row(/^Ann$/),
      Object.assign(
        (input: OpenInput) => {
          input.accept();
        },
        { isReady: ({ title }: OpenInput) => title.includes('Private Places') },
      ),
    ]),
    command('removePerson', /Remove/, [accept]),
    ...[
      command('insertTemplate', /Weekly 1:1/, [accept, accept]),
      command('insertPrompt', /./, [accept, accept]),
      command('insertDimensionTag', /risk-taking/, [accept, accept]),
    ].map(([id, { walk, shows }]): [string, Walk] => [id, { walk: () => openEmpty().then(walk), shows }]),
    ...[
      command('captureNote', /^note notes.*seen again.*2026-10-01\.md/s, [
        type('seen again'),
        press(0),
        accept,
      ]),
    ].map(([id, { walk, shows }]): [string, Walk] => [id, { walk: () => selectCanary().then(walk), shows }]),
    ['command twoHats.prepareOneOnOne', { walk: prepare, shows: /seen topic/ }],
    ['command twoHats.copyPreparation', { walk: copyPreparation, shows: /clipboard.*seen topic/s }],
    [
      'command twoHats.newPreparedNote',
      { walk: makePreparedNote, shows: /^note people\/ana\/(?!2026-10).*seen topic/s },
    ],
    command('lookBack', /^note notes\/look-back-ann-.*seen/s, [
      row(/^Ann$/),
      row(/From/),
      type('2026-10-01 2026-10-31'),
      accept,
      row(/note in your journal/),
    ]),
    command('copyForAssistant', /^workspace\.openTextDocument: .*seen/s, [row(/1:1/), row(/^Ann$/)]),
    command('newOneOnOneNote', /^note people.*seen topic/s, [accept, accept, accept]),
    command('newRetrospective', /^note retros.*seen topic/s, [accept, accept, accept]),
    command('newReflection', /^note notes/, [accept]),
    command('changeTagEverywhere', /Change “/, [row(/time-horizon\/leadership/), accept]),
    command('undoLastTagChange', /./),
    command('ignoreNearMiss', /./, [], 'risk-takin/management'),
  ]),
  'command twoHats.exportReport': { walk: exportReports, shows: /^note export\.html.*Risk-Taking/s },
  'workspace.registerTextDocumentContentProvider two-hats-prepare': { walk: prepare, shows: /seen topic/ },
  'languages.registerCodeLensProvider': { walk: prepare, shows: /Make the 1:1 note/ },
  'languages.registerDocumentLinkProvider': { walk: prepare, shows: /people\/ana\/2026-10-\d\d\.md/ },
  'command twoHats.showBalanceReport': { walk: showReport, shows: /Risk-Taking/ },
  'window.createWebviewPanel twoHats.balanceReport': { walk: restoreReport, shows: /Risk-Taking/ },
  'window.registerWebviewPanelSerializer twoHats.balanceReport': {
    walk: restoreReport,
    shows: /Risk-Taking/,
  },
  ...Object.fromEntries([command('tryOneThing', /Risk-Taking/, [accept, accept, accept, accept])]),
  'command twoHats.openSampleJournal': { walk: visitSample, shows: /Writing the sample journal/ },
  'command twoHats.closeSampleJournal': { walk: visitSample, shows: /sampleShown/ },
  'window.createStatusBarItem twoHats.sampleJournal': { walk: visitSample, shows: /sampleShown/ },
};

interface Facts {
  readonly note?: { readonly path: string };
  readonly entry?: { readonly note: { readonly path: string } };
}

function noteOf(element: unknown): { readonly path: string } | undefined {
  const { note, entry } = (element as { readonly facts?: Facts }).facts ?? {};
  return note ?? entry?.note;
}

/** What is shown of a 1:1 that is prepared. The running product has its address; ours tells what it would show there. */
async function prepare(): Promise<vscode.Uri> {
  await run('twoHats.prepareOneOnOne', [], accept);
  const uri = vscode.window.activeTextEditor?.document.uri;
  assert.equal(uri?.scheme, 'two-hats-prepare');
  const isOurs = ([first]: readonly unknown[]) => JSON.stringify(first).includes('two-hats-prepare');
  const provider = (way: string) => shown.made.get(way)!.find(isOurs)![1] as object;
  const content = shown.answering('preparation', provider('workspace.registerTextDocumentContentProvider'));
  const text = await (content as vscode.TextDocumentContentProvider).provideTextDocumentContent(
    uri,
    new vscode.CancellationTokenSource().token,
  );
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text ?? '' });
  const token = new vscode.CancellationTokenSource().token;
  const lenses = shown.answering('lenses', provider('languages.registerCodeLensProvider'));
  await (lenses as vscode.CodeLensProvider).provideCodeLenses(document, token);
  const links = shown.answering('links', provider('languages.registerDocumentLinkProvider'));
  await (links as vscode.DocumentLinkProvider).provideDocumentLinks(document, token);
  return uri;
}

async function copyPreparation(): Promise<void> {
  await run('twoHats.copyPreparation', [await prepare()]);
}

async function makePreparedNote(): Promise<void> {
  await run('twoHats.newPreparedNote', [await prepare()], accept);
}

/** Waits for the page of the report, which has what the notes say. */
async function untilReported(from: number): Promise<void> {
  const isReport = ({ way, text }: Shown) => way.includes('.webview.') && text.includes('Risk-Taking');
  await untilTrue(() => shown.shown.slice(from).some(isReport));
}

async function showReport(): Promise<void> {
  const from = shown.shown.length;
  await run('twoHats.showBalanceReport', []);
  await untilReported(from);
}

/** In every format, with names; into the journal, where it is looked for private text. */
async function exportReports(): Promise<void> {
  for (const [label, ending] of [
    [/Markdown/, 'md'],
    [/Web page/, 'html'],
    [/CSV/, 'csv'],
    [/JSON/, 'json'],
  ] as const) {
    place = `export.${ending}`;
    await run('twoHats.exportReport', [], row(label), row(/All/), row(/^Names/));
    await untilTrue(() => fs.existsSync(path.join(journal, place)));
  }
}

/** As after a reload. */
async function restoreReport(): Promise<void> {
  const from = shown.shown.length;
  const [[, serializer] = []] = shown.made.get('window.registerWebviewPanelSerializer') ?? [];
  const panel = vscode.window.createWebviewPanel('twoHats.balanceReport', '', vscode.ViewColumn.Active);
  await (serializer as vscode.WebviewPanelSerializer).deserializeWebviewPanel(
    shown.telling('window.registerWebviewPanelSerializer', panel),
    undefined,
  );
  await untilReported(from);
  panel.dispose();
}

/** Opens the sample journal, which lies among our own folders, and goes back to the one with private text. */
async function visitSample(): Promise<void> {
  const { TMPDIR, TEMP } = process.env;
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder });
  await run('twoHats.openSampleJournal', [], accept);
  delete process.env.TMPDIR;
  delete process.env.TEMP;
  Object.assign(process.env, TMPDIR === undefined ? {} : { TMPDIR }, TEMP === undefined ? {} : { TEMP });
  await run('twoHats.closeSampleJournal', []);
}

async function openAside(): Promise<void> {
  const view = rows.find((element) => noteOf(element)?.path === 'notes/2026-10-01.md');
  await run('twoHats.openNoteToSide', [view]);
}

async function nothingMore(): Promise<void> {
  await run('twoHats.showPrivateDetails', []);
}

async function showFramework(): Promise<void> {
  const [[, provider] = []] = shown.made.get('window.registerWebviewViewProvider') ?? [];
  const received = new vscode.EventEmitter<unknown>();
  const event = () => new vscode.Disposable(() => undefined);
  const view = {
    ...{ visible: true, onDidChangeVisibility: event, onDidDispose: event },
    webview: {
      ...{ options: {}, html: '', cspSource: '', asWebviewUri: (uri: vscode.Uri) => uri },
      ...{ onDidReceiveMessage: received.event, postMessage: () => Promise.resolve(true) },
    },
  };
  const way = 'window.registerWebviewViewProvider twoHats.framework';
  await (provider as vscode.WebviewViewProvider).resolveWebviewView(
    shown.telling(way, view as unknown as vscode.WebviewView),
    ...([undefined, undefined] as unknown as [vscode.WebviewViewResolveContext, vscode.CancellationToken]),
  );
  received.fire({ kind: 'event', event: { type: 'ready' } });
  await untilTrue(() => shown.shown.some((one) => one.way === `${way}.webview.postMessage`));
}

function preview(): Promise<void> {
  const md = product.extendMarkdownIt(new MarkdownIt({ html: true, linkify: true }));
  for (const [file, text] of Object.entries(journalFiles)) {
    const currentDocument = vscode.Uri.file(path.join(journal, file));
    const html = md.render(text, { currentDocument });
    shown.note('markdown.markdownItPlugins', html);
  }
  return Promise.resolve();
}

async function quickFixes(): Promise<void> {
  const uri = vscode.Uri.file(path.join(journal, 'notes/near.md'));
  const { document } = await vscode.window.showTextDocument(uri);
  const said = await until(
    () => vscode.languages.getDiagnostics(uri),
    ({ length }) => length > 0,
  );
  shown.note('languages.createDiagnosticCollection twoHats.tags', said);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, all);
}

async function breakConfig(): Promise<void> {
  const from = shown.shown.length;
  fs.writeFileSync(path.join(journal, 'two-hats.yaml'), 'people: [canary');
  await until(
    () => shown.shown.slice(from).filter(({ way }) => way === 'languages.createDiagnosticCollection.set'),
    ({ length }) => length > 0,
  );
}

/** What VS Code may show of the product, by its manifest and by what it registered. */
function surfaces(): readonly string[] {
  const { contributes } = extension.packageJSON as { contributes: Record<string, unknown> };
  const commands = (contributes.commands as { command: string }[]).map(({ command: id }) => `command ${id}`);
  const plugins = Object.keys(contributes).filter((key) => key.startsWith('markdown.markdownIt'));
  const made = [...shown.made]
    .filter(([way]) => !partsOfOthers.has(way))
    .flatMap(([way, all]) => all.map(([first]) => (typeof first === 'string' ? `${way} ${first}` : way)));
  return [...new Set([...commands, ...plugins, ...made])];
}

/** What comes to a person in the walk of a command, and what says nothing. */
const partsOfOthers = new Set([
  ...['commands.registerCommand', 'window.createQuickPick', 'window.createInputBox'],
  'workspace.createFileSystemWatcher',
]);

describe('Private text', () => {
  before(async function () {
    this.timeout(60_000);
    await extension.activate();
    restoreJournal();
    shown = new ShownTexts({
      settings: { 'twoHats.journal.folder': journal, 'twoHats.cards.lastRatings': true },
      place: (title) => (title === 'Export Report' ? vscode.Uri.file(path.join(journal, place)) : undefined),
      message: (_text, buttons) => buttons.find((button) => button === 'Change'),
    });
    context = { subscriptions: [] };
    const uri = vscode.Uri.file(storage);
    product = loadProduct(shown.api).activate({
      ...context,
      globalState: memento('globalState'),
      workspaceState: memento('workspaceState'),
      ...{ globalStorageUri: uri, storageUri: uri, logUri: uri },
      ...{ extension, extensionUri: extension.extensionUri, extensionPath: extension.extensionPath },
    });
    // Everything is registered once a note is open and a command has run.
    await vscode.window.showTextDocument(vscode.Uri.file(path.join(journal, 'notes/2026-10-01.md')));
    await run('twoHats.showPrivateDetails', []);
    await untilTrue(() => shown.made.has('languages.registerReferenceProvider'));
  });
  after(async () => {
    for (const part of context.subscriptions) part.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true });
  });

  for (const [surface, { walk, shows }] of Object.entries(walks))
    it(`is not in ${surface}`, async function () {
      this.timeout(60_000);
      const from = shown.shown.length;
      await walk();
      for (const [file, text] of textsIn(journal))
        if (!(file in journalFiles) && file !== 'two-hats.yaml') shown.note(`note ${file}`, text);
      const texts = shown.shown.slice(from);
      assert.ok(
        texts.some(({ way, text }) => shows.test(`${way}: ${text}`)),
        'nothing was shown',
      );
      assertNone(texts);
      restoreJournal();
    });

  it('is in nothing that is kept for later, nor in anything that was shown meanwhile', async () => {
    const kept = await until(
      () => textsIn(storage),
      (texts) => [...texts.keys()].some((file) => file.startsWith('index/')),
    );
    for (const [file, text] of kept) assert.ok(!/canary/i.test(text), `${file}:\n${text}`);
    assertNone(shown.shown);
  });

  it('was looked for on every surface', () => {
    const [walked, all] = [Object.keys(walks), surfaces()];
    const unwalked = all.filter((surface) => !walked.includes(surface));
    const gone = walked.filter((surface) => !all.includes(surface));
    assert.deepEqual({ unwalked, gone }, { unwalked: [], gone: [] });
  });
});

function assertNone(texts: ShownTexts['shown']): void {
  const leaks = texts.filter(({ text }) => /canary/i.test(text)).map(({ way, text }) => `${way}: ${text}`);
  assert.deepEqual([...new Set(leaks)], []);
}
