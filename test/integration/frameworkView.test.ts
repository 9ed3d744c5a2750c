import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import type { FiledExperiment } from '../../src/core/experiment/experiment';
import type { Framework } from '../../src/core/framework/model';
import type { CheckRecord } from '../../src/core/selfcheck/record';
import type { Ratings } from '../../src/core/selfcheck/ratings';
import { CheckBadge } from '../../src/features/frameworkView/checkBadge';
import { Introduction, type Introduces } from '../../src/features/frameworkView/introduction';
import { checkRecord } from '../support/checks';
import { MemoryFiles } from '../support/memoryFiles';
import { ShownView } from '../../src/features/frameworkView/shownView';
import type { NotesView } from '../../src/features/shared/views';
import { WebviewPanel } from '../../src/features/shared/webviewPanel';
import type { WebviewSpot } from '../../src/features/shared/webviewSpot';
import type { Services } from '../../src/services/services';
import type { ViewState } from '../../src/protocol/frameworkView';
import { untilTrue } from '../support/until';

const [dimension] = builtin.dimensions;
const [hat] = builtin.hats;
const ratings: Ratings = {
  date: '2026-11-24',
  lastCheck: '2026-11-24',
  scores: new Map([[dimension!.id, new Map([[hat.id, { mean: 4, count: 3 }]])]]),
};
const scores = [{ dimension: dimension!.id, hat: hat.id, score: 4, count: 3 }];
const quiet: ViewState = {
  ...{ marked: null, hasEditor: false, cardButtons: ['checkDimension'] },
  ...{ introduction: false, ratings: null, evidence: null },
};

/** An event that knows how many listen to it. */
class Counted {
  readonly #emitter = new vscode.EventEmitter<void>();
  listeners = 0;
  readonly event: vscode.Event<void> = (listener, thisArgs, disposables) => {
    this.listeners++;
    const subscription = this.#emitter.event(listener, thisArgs, disposables);
    return new vscode.Disposable(() => {
      this.listeners--;
      subscription.dispose();
    });
  };

  fire(): void {
    this.#emitter.fire();
  }
}

/** The services that the view uses, to be changed by a test. */
class World {
  framework: Framework = builtin;
  readonly frameworkChanged = new Counted();
  journal: vscode.Uri | undefined;
  readonly journalChanged = new Counted();
  latest: () => Promise<Ratings> = () => Promise.resolve(ratings);
  timesAsked = 0;
  readonly ratingsChanged = new Counted();
  hidden = false;
  readonly privacyChanged = new Counted();
  showLastRatings = false;
  readonly settingsChanged = new Counted();
  rhythm = 'off';
  experiments: readonly FiledExperiment[] = [];
  checks: readonly CheckRecord[] = [];
  now = Date.UTC(2026, 10, 30, 12);
  isIntroduced = true;
  readonly introductionChanged = new Counted();
  readonly indexChanged = new Counted();
  readonly experimentsChanged = new Counted();
  readonly dayChanged = new Counted();
  editor: vscode.TextEditor | undefined;
  readonly editorChanged = new Counted();
  inserted: string[] = [];
  readonly warnings: string[] = [];
  remembered: unknown;
  readonly memento = {
    get: () => this.remembered,
    update: (_key: string, value: unknown) => Promise.resolve((this.remembered = value)),
  };

  get services(): Services {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the getters below have a `this` of their own
    const world = this;
    const root = () => (world.journal ? { root: world.journal } : undefined);
    const { extensionUri } = vscode.extensions.getExtension('two-hats.two-hats')!;
    return {
      context: { extensionUri, workspaceState: world.memento },
      log: { warn: (text: string) => world.warnings.push(text), error: () => undefined },
      framework: {
        get current() {
          return world.framework;
        },
        whenReady: () => Promise.resolve(world.framework),
        onDidChange: world.frameworkChanged.event,
      },
      journal: {
        get current() {
          return root();
        },
        onDidChange: world.journalChanged.event,
      },
      ratings: {
        latest: () => (world.timesAsked++, world.latest()),
        onDidChange: world.ratingsChanged.event,
      },
      experiments: {
        whenReady: () => Promise.resolve({ list: world.experiments, damaged: [] }),
        onDidChange: world.experimentsChanged.event,
      },
      checks: {
        whenReady: () => (world.timesAsked++, Promise.resolve({ records: world.checks, damaged: [] })),
      },
      privacy: {
        get hidden() {
          return world.hidden;
        },
        onDidChange: world.privacyChanged.event,
      },
      settings: {
        get checksRhythm() {
          return world.rhythm;
        },
        get showLastRatings() {
          return world.showLastRatings;
        },
        onDidChange: (_key: string, listener: () => void) => world.settingsChanged.event(listener),
      },
      clock: { now: () => world.now, offset: () => 0 },
      index: { onDidChange: world.indexChanged.event },
      today: { onDidChange: world.dayChanged.event },
      markdownEditor: {
        get current() {
          return world.editor;
        },
        onDidChange: world.editorChanged.event,
        insert: (text: string) => {
          if (text === 'fail') return Promise.reject(new Error('read-only'));
          world.inserted.push(text);
          return Promise.resolve();
        },
      },
    } as unknown as Services;
  }

  get introduction(): Introduces {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the getter below has a `this` of its own
    const world = this;
    return {
      get isShown() {
        return !world.isIntroduced;
      },
      onDidChange: world.introductionChanged.event,
      look: () => Promise.resolve(),
    };
  }

  readonly shownNotes: string[] = [];
  readonly notes: Pick<NotesView, 'showDimension'> = {
    showDimension: (dimension) => {
      this.shownNotes.push(dimension);
      return Promise.resolve();
    },
  };

  get listeners(): number {
    const {
      frameworkChanged,
      journalChanged,
      ratingsChanged,
      privacyChanged,
      settingsChanged,
      editorChanged,
      introductionChanged,
      indexChanged,
      dayChanged,
    } = this;
    return [
      frameworkChanged,
      journalChanged,
      ratingsChanged,
      privacyChanged,
      settingsChanged,
      editorChanged,
      introductionChanged,
      indexChanged,
      dayChanged,
    ].reduce((sum, { listeners }) => sum + listeners, 0);
  }
}

/** What VS Code hands to the provider; it keeps what was posted to the page. */
class FakeView {
  visible = true;
  readonly posted: unknown[] = [];
  readonly #messages = new vscode.EventEmitter<unknown>();
  readonly #visibility = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#visibility.event;
  readonly webview = {
    options: {} as vscode.WebviewOptions,
    html: '',
    cspSource: 'https://source',
    asWebviewUri: (uri: vscode.Uri) => uri,
    postMessage: (message: unknown) => Promise.resolve(this.posted.push(message) > 0),
    onDidReceiveMessage: this.#messages.event,
  };

  /** The page says something. */
  async say(message: unknown): Promise<void> {
    this.#messages.fire(message);
    await settled();
  }

  ready(): Promise<void> {
    return this.say({ kind: 'event', event: { type: 'ready' } });
  }

  show(visible: boolean): void {
    this.visible = visible;
    this.#visibility.fire();
  }

  /** What the page was told since it was last asked. */
  take(): unknown[] {
    return this.posted.splice(0).map((message) => (message as { event?: unknown }).event ?? message);
  }
}

/** Lets promises that are done already be heard. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

describe('The host’s end of the Framework view', () => {
  let world: World;
  let view: FakeView;
  let shown: ShownView;

  beforeEach(() => {
    world = new World();
    view = new FakeView();
    shown = new ShownView(world.services, world.notes, view, world.introduction);
  });

  afterEach(() => {
    shown.dispose();
  });

  const stateWith = (changed: Partial<ViewState>) => ({ type: 'state', state: { ...quiet, ...changed } });

  it('gives the page the least it needs: scripts, and the folder that holds them and the style', () => {
    const { extensionUri } = world.services.context;
    assert.deepEqual(view.webview.options, {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')],
    });
    assert.match(view.webview.html, /style-src https:\/\/source; script-src 'nonce-[0-9a-f]{32}'/);
    assert.match(view.webview.html, new RegExp(`<html lang="${vscode.env.language}">`));
  });

  it('remembers for a page of the next window, and forgets what makes no sense', async () => {
    const memory = {
      at: 1,
      open: [dimension!.id],
      query: '',
      leftResults: false,
      scroll: 7,
      focus: 'search',
    };
    await view.say({ kind: 'event', event: { type: 'remember', memory } });
    const embedded = () => {
      const next = new FakeView();
      new ShownView(world.services, world.notes, next, world.introduction).dispose();
      return JSON.parse(/id="model"[^>]*>(.*?)<\/script>/s.exec(next.webview.html)![1]!) as {
        memory: unknown;
      };
    };
    assert.deepEqual(embedded().memory, memory);
    world.remembered = { open: 'all' };
    assert.equal(embedded().memory, null);
  });

  it('makes a nonce of its own for each page', () => {
    const another = new FakeView();
    new ShownView(world.services, world.notes, another, world.introduction).dispose();
    const nonce = ({ webview }: FakeView) => /'nonce-(\w+)'/.exec(webview.html)![1];
    assert.notEqual(nonce(view), nonce(another));
  });

  it('says nothing before the page listens, then what it shows beside the framework', async () => {
    world.editorChanged.fire();
    world.frameworkChanged.fire();
    assert.deepEqual(view.take(), []);
    await view.ready();
    assert.deepEqual(view.take(), [stateWith({})]);
  });

  it('does not ask the journal for ratings that nobody wants to see', async () => {
    world.latest = () => new Promise(() => undefined);
    await view.ready();
    world.ratingsChanged.fire();
    assert.equal(world.timesAsked, 0);
  });

  it('sends ratings once they are chosen, late as they may come, and takes them back at once', async () => {
    await view.ready();
    view.take();
    let answer: (ratings: Ratings) => void = () => undefined;
    world.latest = () => new Promise((resolve) => (answer = resolve));
    world.showLastRatings = true;
    world.settingsChanged.fire();
    assert.deepEqual(view.take(), []);
    answer(ratings);
    await settled();
    assert.deepEqual(view.take(), [stateWith({ ratings: { date: '2026-11-24', scores } })]);
    world.hidden = true;
    world.privacyChanged.fire();
    assert.deepEqual(view.take(), [stateWith({})]);
  });

  it('drops ratings that arrive after they were hidden', async () => {
    await view.ready();
    view.take();
    let answer: (ratings: Ratings) => void = () => undefined;
    world.latest = () => new Promise((resolve) => (answer = resolve));
    world.showLastRatings = true;
    world.settingsChanged.fire();
    world.hidden = true;
    world.privacyChanged.fire();
    answer(ratings);
    await settled();
    assert.deepEqual(view.take(), []);
  });

  it('drops an answer to an older question', async () => {
    const answers: ((ratings: Ratings) => void)[] = [];
    world.latest = () => new Promise((resolve) => answers.push(resolve));
    world.showLastRatings = true;
    await view.ready();
    world.ratingsChanged.fire();
    answers[1]!(ratings);
    answers[0]!({ date: undefined, lastCheck: undefined, scores: new Map() });
    await settled();
    assert.deepEqual(view.take().at(-1), stateWith({ ratings: { date: '2026-11-24', scores } }));
  });

  it('has the introduction in its first paint, and takes it away with the first check', async () => {
    world.isIntroduced = false;
    const next = new FakeView();
    const another = new ShownView(world.services, world.notes, next, world.introduction);
    assert.match(next.webview.html, /"introduction":true/);
    await next.ready();
    assert.deepEqual(next.take(), [stateWith({ introduction: true })]);
    world.isIntroduced = true;
    world.introductionChanged.fire();
    assert.deepEqual(next.take(), [stateWith({})]);
    another.dispose();
    assert.match(view.webview.html, /"introduction":false/);
  });

  it('sends a changed framework at once', async () => {
    await view.ready();
    view.take();
    world.framework = { ...builtin, title: 'Another' };
    world.frameworkChanged.fire();
    assert.deepEqual(view.take(), [{ type: 'framework', framework: world.framework }]);
  });

  it('says nothing while the view is hidden, and all of it when its page is made anew', async () => {
    await view.ready();
    view.show(false);
    view.take();
    world.framework = { ...builtin, title: 'Another' };
    world.frameworkChanged.fire();
    world.editorChanged.fire();
    assert.deepEqual(view.take(), []);
    view.show(true);
    await view.ready();
    assert.deepEqual(view.take(), [{ type: 'framework', framework: world.framework }, stateWith({})]);
  });

  it('marks the tag under the cursor, and says so only when it changes', async () => {
    const content = `#${dimension!.id}/${hat.id} one\nnothing`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    world.editor = await vscode.window.showTextDocument(document);
    await view.ready();
    const marked = { dimension: dimension!.id, hat: hat.id };
    assert.deepEqual(view.take(), [stateWith({ hasEditor: true, marked })]);
    world.editor.selection = new vscode.Selection(0, 3, 0, 3);
    world.editorChanged.fire();
    assert.deepEqual(view.take(), []);
    world.editor.selection = new vscode.Selection(1, 0, 1, 0);
    world.editorChanged.fire();
    assert.deepEqual(view.take(), [stateWith({ hasEditor: true })]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('offers notes where there is a journal, and shows those of the card’s dimension', async () => {
    await view.ready();
    view.take();
    world.journal = vscode.Uri.parse('memfs:/journal');
    world.journalChanged.fire();
    assert.deepEqual(view.take(), [
      stateWith({ cardButtons: ['checkDimension', 'showNotes', 'showReport'] }),
    ]);
    await view.say({
      kind: 'event',
      event: { type: 'cardButton', button: 'showNotes', dimension: dimension!.id },
    });
    assert.deepEqual(world.shownNotes, [dimension!.id]);
    world.journal = undefined;
    world.journalChanged.fire();
    assert.deepEqual(view.take(), [stateWith({})]);
  });

  it('keeps a place to reveal until the page listens', async () => {
    const place = { dimension: dimension!.id, item: null };
    shown.reveal(place);
    assert.deepEqual(view.take(), []);
    await view.ready();
    assert.deepEqual(view.take().at(-1), { type: 'reveal', place });
    shown.reveal(place);
    assert.deepEqual(view.take(), [{ type: 'reveal', place }]);
  });

  it('carries out what a prompt’s buttons ask for, and says whether it did', async () => {
    await view.ready();
    view.take();
    await view.say({ kind: 'request', id: 1, request: { type: 'insert', text: 'Why?' } });
    await view.say({ kind: 'request', id: 2, request: { type: 'insert', text: 'fail' } });
    assert.deepEqual(world.inserted, ['Why?']);
    assert.deepEqual(view.take(), [
      { kind: 'reply', id: 1, reply: { value: 'done' } },
      { kind: 'reply', id: 2, reply: { error: 'Error: See the log.' } },
    ]);
  });

  it('does nothing on rubbish but a line in the log', async () => {
    await view.ready();
    view.take();
    const command = { type: 'command', command: 'workbench.action.files.newUntitledFile' };
    for (const message of [undefined, 'ready', { kind: 'event', event: command }]) await view.say(message);
    assert.deepEqual(view.take(), []);
    assert.equal(vscode.window.activeTextEditor, undefined);
    assert.deepEqual(world.warnings, Array(3).fill('Framework view: Dropped a message that is none.'));
  });

  it('leaves no listener behind after 50 times', () => {
    const before = world.listeners;
    for (let time = 0; time < 50; time++)
      new ShownView(world.services, world.notes, new FakeView(), world.introduction).dispose();
    assert.equal(world.listeners, before);
    assert.ok(before > 0);
    shown.dispose();
    assert.equal(world.listeners, 0);
  });
});

describe('The badge of overdue checks', () => {
  let world: World;
  let badge: CheckBadge;
  let shown: string | undefined;

  beforeEach(() => {
    world = new World();
    shown = undefined;
    badge = new CheckBadge(world.services, (value) => (shown = value?.tooltip));
  });

  afterEach(() => {
    badge.dispose();
    assert.equal(world.listeners, 0);
  });

  async function choose(rhythm: string): Promise<void> {
    world.rhythm = rhythm;
    world.settingsChanged.fire();
    await settled();
  }

  it('is none by default, and then nothing is read', async () => {
    world.ratingsChanged.fire();
    await settled();
    assert.deepEqual([shown, world.timesAsked], [undefined, 0]);
  });

  it('follows midnight, the setting and a new check', async () => {
    await choose('weekly');
    assert.equal(shown, undefined);
    world.now = Date.UTC(2026, 11, 2, 0, 1);
    world.dayChanged.fire();
    await settled();
    assert.equal(shown, 'Your last self-check was 8 days ago');
    await choose('everyTwoWeeks');
    assert.equal(shown, undefined);
    await choose('weekly');
    assert.equal(shown, 'Your last self-check was 8 days ago');
    world.latest = () => Promise.resolve({ ...ratings, lastCheck: '2026-12-02' });
    world.ratingsChanged.fire();
    await settled();
    assert.equal(shown, undefined);
  });

  it('asks for the weekly check of what is tried, until that is answered or it is over', async () => {
    const ask = 'This week’s check of Risk-Taking, for what you try';
    const side = { dimension: 'risk-taking', hat: 'leadership', move: 'When we plan, I will ask.' };
    const days = { planned: '2026-11-20', start: '2026-11-23', end: '2027-01-03' };
    world.experiments = [{ ...side, ...days, path: 'experiments/a.yaml' }];
    world.experimentsChanged.fire();
    await settled();
    assert.equal(shown, ask);
    world.now = Date.UTC(2026, 11, 2, 12);
    await choose('weekly');
    assert.equal(shown, `Your last self-check was 8 days ago\n${ask}`);
    await choose('off');
    world.checks = [checkRecord(builtin, '2026-12-01', {}, 'full')];
    world.ratingsChanged.fire();
    await settled();
    assert.equal(shown, undefined);
    world.now = Date.UTC(2026, 11, 7, 12);
    world.dayChanged.fire();
    await settled();
    assert.equal(shown, ask, 'in the next week');
    world.now = Date.UTC(2027, 0, 4, 12);
    world.dayChanged.fire();
    await settled();
    assert.equal(shown, undefined, 'after its end');
  });

  it('is none without a check', async () => {
    await choose('weekly');
    world.now = Date.UTC(2027, 1, 1);
    world.latest = () => Promise.resolve({ date: undefined, lastCheck: undefined, scores: new Map() });
    world.ratingsChanged.fire();
    await settled();
    assert.equal(shown, undefined);
  });
});

describe('A page in an editor tab', () => {
  const type = 'twoHats.test';
  const world = new World();
  let filled: { page: ShownView; spot: WebviewSpot; heard: unknown[]; isOver: boolean }[];
  let panel: WebviewPanel;

  beforeEach(() => {
    filled = [];
    panel = new WebviewPanel({
      ...{ type, title: 'Two Hats', icon: world.services.context.extensionUri },
      fill: (spot) => {
        const heard: unknown[] = [];
        spot.webview.onDidReceiveMessage((message) => heard.push(message));
        const page = new ShownView(world.services, world.notes, spot, world.introduction);
        const entry = { page, spot, heard, isOver: false };
        filled.push(entry);
        return Promise.resolve(
          new vscode.Disposable(() => {
            page.dispose();
            entry.isOver = true;
          }),
        );
      },
    });
  });

  afterEach(async () => {
    panel.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const ready = { kind: 'event', event: { type: 'ready' } };
  const count = (message: unknown, at = 0) =>
    filled[at]!.heard.filter((heard) => JSON.stringify(heard) === JSON.stringify(message)).length;

  it('runs its script there, and listens again when it is made anew', async () => {
    await panel.show();
    await untilTrue(() => count(ready) === 1);
    filled[0]!.page.reveal({ dimension: dimension!.id, item: null });
    await untilTrue(() => filled[0]!.heard.some((heard) => JSON.stringify(heard).includes('"open":["')));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'In front' }));
    await untilTrue(() => !filled[0]!.spot.visible);
    await panel.show();
    await untilTrue(() => count(ready) === 2);
    assert.equal(filled.length, 1);
  });

  it('is one for the window: that of before a reload takes the place of another', async () => {
    await panel.show();
    await untilTrue(() => count(ready) === 1);
    const restored = vscode.window.createWebviewPanel(type, 'Before', vscode.ViewColumn.Active);
    await panel.take(restored);
    await untilTrue(() => count(ready, 1) === 1);
    assert.deepEqual(
      filled.map(({ isOver }) => isOver),
      [true, false],
    );
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await untilTrue(() => tabs().length === 1);
    assert.deepEqual(tabs(), ['Two Hats']);
    restored.dispose();
    await untilTrue(() => filled[1]!.isOver);
    await panel.show();
    assert.equal(filled.length, 3);
  });
});

describe('The introduction of the Framework view', () => {
  for (const isVisiting of [true, false])
    it(`is ${isVisiting ? 'not over with a check of the sample' : 'over with the first check'}`, async () => {
      const stored = new Map<string, unknown>();
      const changed = new vscode.EventEmitter<void>();
      const files = new MemoryFiles({ 'checks/2026-11-24T083012Z-quick-7f3a.yaml': '' });
      const introduction = new Introduction({
        journal: { current: { files }, onDidChange: changed.event },
        journalVisit: { isVisiting },
        checks: { onDidChange: changed.event },
        memory: {
          get: (key: string) => stored.get(key),
          update: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
        },
      } as unknown as ConstructorParameters<typeof Introduction>[0]);
      await introduction.look();
      assert.deepEqual([...stored.values()], isVisiting ? [] : [true]);
      introduction.dispose();
      changed.dispose();
    });
});
