import * as vscode from 'vscode';
import builtin from '../../core/templates/builtin.templates.yaml';
import { templateTasks } from '../../core/templates/templateTasks';
import { localDate } from '../../core/util/dates';
import {
  parseFromPage,
  parseMemory,
  type ReportMemory,
  type ReportEvent,
  type ReportHost,
  type ReportPage,
  type ReportRequest,
  type ReportView,
} from '../../protocol/report';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';
import type { Services } from '../../services/services';
import { NoteLabels } from '../shared/noteLabels';
import { WebviewPage } from '../shared/webviewPage';
import type { WebviewSpot } from '../shared/webviewSpot';
import { withErrorMessage } from '../shared/withErrorMessage';
import { composeReport } from './compose';
import { factsOf, type ChosenScope } from './facts';
import { FileNumbers } from './fileNumbers';
import { Telling } from './telling';
import { pageStrings } from './strings';

/** Changes come in bursts: typing in a note is one. In ms. */
const settleMs = 150;

/** The page from when VS Code first shows its tab until it is closed. */
export class ShownReport extends Disposable {
  readonly #services: Services;
  readonly #page: WebviewPage<ReportMemory, ReportEvent, ReportPage, ReportHost>;
  readonly #files = new FileNumbers();
  readonly #soon = this.register(new Timer());
  #scope: ChosenScope = { period: '', person: '' };
  #sent: string | undefined;
  /** The journal was read once. */
  #isRead = false;

  constructor(services: Services, spot: WebviewSpot) {
    super();
    this.#services = services;
    // Begins while the page is made.
    void this.#read();
    this.#page = this.register(
      new WebviewPage(services, spot, {
        ...{ name: 'report', title: 'Balance report', memoryKey: 'twoHats.balanceReport' },
        ...{ parseMemory, parse: parseFromPage },
        model: (memory) => ({ words: pageStrings(), language: vscode.env.language, memory }),
        onReady: () => {
          this.#greet();
        },
        onEvent: (event) => {
          this.#receive(event);
        },
        onRequest: (request) => this.#carryOut(request),
      }),
    );
    this.#follow();
  }

  #follow(): void {
    const { checks, config, framework, index, journal, people, privacy, today } = this.#services;
    for (const { onDidChange } of [checks, config, index, people, today])
      this.register(
        onDidChange(() => {
          this.#soon.set(settleMs, () => {
            this.#send();
          });
        }),
      );
    for (const { onDidChange } of [framework, privacy])
      this.register(
        onDidChange(() => {
          this.#send();
        }),
      );
    this.register(journal.onDidChange(() => void this.#read()));
  }

  async #read(): Promise<void> {
    const { checks, framework, people, log } = this.#services;
    try {
      await Promise.all([framework.whenReady(), people.whenReady(), checks.whenReady()]);
    } catch (error) {
      log.error('The journal could not be read for the balance report.', error);
    }
    this.#isRead = true;
    if (!this.isDisposed) this.#send();
  }

  #greet(): void {
    this.#sent = undefined;
    if (!this.#isRead) this.#page.send({ type: 'loading' });
    this.#send();
    // What a watcher missed while nobody looked.
    this.#services.checks.refresh();
  }

  /** What the page knows already is not sent again. */
  #send(): void {
    if (!this.#isRead || !this.#page.isReady) return;
    const report = this.#compose();
    const text = JSON.stringify(report);
    if (text !== this.#sent) this.#page.send({ type: 'report', report });
    this.#sent = text;
  }

  #compose(): ReportView {
    const { checks, clock, framework, index, journal, people } = this.#services;
    const labels = new NoteLabels(this.#services);
    const facts = factsOf(
      {
        ...{ framework: framework.current, people: people.current, checks: checks.current },
        notes: index.notes.values(),
        hasJournal: journal.current !== undefined,
        isUnwritten: templateTasks(builtin.templates, framework.current),
      },
      this.#scope,
      localDate(clock),
    );
    const telling = new Telling({
      ...{ l10n: vscode.l10n, language: vscode.env.language, framework: framework.current },
      isHidden: this.#services.privacy.hidden,
      nameOf: (name) => labels.shownName(name),
      titleOf: (note) => labels.title(note, undefined) ?? labels.path(note.path),
      pathOf: (path) => labels.path(path),
      numberOf: (path) => this.#files.numberOf(path),
    });
    return composeReport(facts, telling);
  }

  #receive(event: ReportEvent): void {
    switch (event.type) {
      case 'scope':
        this.#scope = event;
        this.#send();
        return;
      case 'open':
        void this.#open(event.file);
        return;
      case 'check':
        void withErrorMessage(this.#services.log, vscode.l10n.t('The self-check could not be started.'), () =>
          vscode.commands.executeCommand('twoHats.startQuickCheck'),
        );
    }
  }

  async #open(file: number): Promise<void> {
    const path = this.#files.pathOf(file);
    const { journal, log } = this.#services;
    if (path === undefined || !journal.current) return;
    const uri = journal.current.uri(path);
    await withErrorMessage(log, vscode.l10n.t('The file could not be opened.'), () =>
      vscode.window.showTextDocument(uri),
    );
  }

  /** The person learns of a failure here; the page only learns that there was one. */
  async #carryOut(request: ReportRequest): Promise<'done'> {
    if (!(await this.#tryTo(request))) throw new Error('See the log.');
    return 'done';
  }

  #tryTo({ type, text }: ReportRequest): Promise<boolean> {
    const { log, markdownEditor } = this.#services;
    switch (type) {
      case 'insert':
        return withErrorMessage(log, vscode.l10n.t('The move could not be inserted.'), () =>
          markdownEditor.insert(text),
        );
      case 'copy':
        return withErrorMessage(log, vscode.l10n.t('The move could not be copied.'), () =>
          vscode.env.clipboard.writeText(text),
        );
    }
  }
}
