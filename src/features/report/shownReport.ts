import * as vscode from 'vscode';
import type { TextRequest } from '../../protocol/page';
import {
  parseFromPage,
  parseMemory,
  type ReportMemory,
  type ReportEvent,
  type ReportHost,
  type ReportPage,
  type ReportView,
} from '../../protocol/report';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';
import type { Services } from '../../services/services';
import { carryOutWithText } from '../shared/textRequest';
import { WebviewPage } from '../shared/webviewPage';
import type { WebviewSpot } from '../shared/webviewSpot';
import { withErrorMessage } from '../shared/withErrorMessage';
import { composeReport } from './compose';
import { currentFacts, currentTelling, readJournal } from './current';
import type { ChosenScope } from './facts';
import { FileNumbers } from './fileNumbers';
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
    const { checks, config, experiments, framework, index, journal, people, privacy, today } = this.#services;
    for (const { onDidChange } of [checks, config, experiments, index, people, today])
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
    await readJournal(this.#services);
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
    const numberOf = (path: string) => this.#files.numberOf(path);
    return composeReport(
      currentFacts(this.#services, this.#scope),
      currentTelling(this.#services, this.#services.privacy.hidden, numberOf),
    );
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

  #carryOut(request: TextRequest): Promise<'done'> {
    return carryOutWithText(request, this.#services, {
      insert: vscode.l10n.t('The move could not be inserted.'),
      copy: vscode.l10n.t('The move could not be copied.'),
    });
  }
}
