/** The preparation of a 1:1 as a document that VS Code shows and nobody can write. It follows what it tells of. */
import * as vscode from 'vscode';
import type { KnownPerson } from '../../../core/journal/people/knownPeople';
import { initials } from '../../../core/journal/people/names';
import builtin from '../../../core/templates/builtin.templates.yaml';
import { templateTasks } from '../../../core/templates/templateTasks';
import { localDate } from '../../../core/util/dates';
import { textHash } from '../../../core/util/hash';
import { Disposable } from '../../../platform/disposable';
import { Timer } from '../../../platform/timer';
import type { Services } from '../../../services/services';
import { NoteLabels } from '../../shared/noteLabels';
import { readWritten } from '../../shared/writtenNotes';
import { preparationOf, type Preparation } from '../../../core/report/preparation';
import { preparationText } from './text';

export type PrepareServices = Pick<
  Services,
  'clock' | 'framework' | 'index' | 'journal' | 'log' | 'people' | 'privacy' | 'today'
>;

export const scheme = 'two-hats-prepare';

/** A burst of changes is answered by one refresh. */
const settleMs = 100;

export class Preparations extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #services: PrepareServices;
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly #timer = this.register(new Timer());
  #isListening = false;
  readonly onDidChange = this.#changed.event;

  constructor(services: PrepareServices) {
    super();
    this.#services = services;
  }

  async show(person: KnownPerson): Promise<void> {
    const document = await vscode.workspace.openTextDocument(addressOf(person));
    const isEmpty = vscode.window.tabGroups.activeTabGroup.tabs.length === 0;
    const viewColumn = isEmpty ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.#listen();
    const facts = await this.factsOf(uri);
    if (!facts) return `${vscode.l10n.t('There is nothing about this person in your journal any more.')}\n`;
    return preparationText(facts, new NoteLabels(this.#services));
  }

  /** Of whom a document is about; `undefined` where there is nobody any more. */
  async factsOf(uri: vscode.Uri): Promise<Preparation | undefined> {
    const { clock, framework, index, journal: journals } = this.#services;
    const people = await this.#services.people.whenReady();
    const person = people.all.find((one) => addressOf(one).query === uri.query);
    const journal = journals.current;
    if (uri.scheme !== scheme || !person || !journal) return undefined;
    return preparationOf({
      ...{ people, person, framework: framework.current, today: localDate(clock) },
      notes: [...index.notes.values()],
      isUnwritten: templateTasks(builtin.templates, framework.current),
      read: (path) => readWritten(this.#services, journal, path),
    });
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const { framework, index, journal, people, privacy, today } = this.#services;
    const changed = () => {
      this.#timer.setOnce(settleMs, () => {
        for (const { uri } of vscode.workspace.textDocuments)
          if (uri.scheme === scheme) this.#changed.fire(uri);
      });
    };
    for (const { onDidChange } of [framework, index, journal, people, privacy, today])
      this.register(onDidChange(changed));
  }
}

/** Without a name: it is on the tab, where nothing hides it, and may be remembered. */
export function addressOf({ name }: KnownPerson): vscode.Uri {
  const title = vscode.l10n.t('1:1 {0}', initials(name)).replace(/[/\\]/g, '');
  return vscode.Uri.from({ scheme, path: `/${title}.md`, query: textHash(name) });
}
