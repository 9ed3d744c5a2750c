import * as v from 'valibot';
import * as vscode from 'vscode';
import { FileError } from '../../core/journal/files';
import { createEmptyContext } from '../../services/contextKeys';
import {
  showErrorMessage,
  setStatusBarMessage,
  showInformationMessage,
  showWarningMessage,
  withProgress,
} from '../../platform/messages';
import type { Journal, Services } from '../../services/services';
import { formatFileError } from '../shared/format';
import { ActionsTree, type ActionRow, type TaskRow, type ActionsTreeServices } from './actionsTree';
import { askDecision } from './askDecision';
import { Decisions, type Made } from './decisions';
import { Ticks, type TickResult } from './ticks';
import { Timer } from '../../platform/timer';
import { Disposable } from '../../platform/disposable';

export type ActionServices = ActionsTreeServices & Pick<Services, 'settings' | 'today'>;

/** A burst of changes is answered by one refresh. */
const settleMs = 50;

/** How long the status bar says that an action stays. */
const saidMs = 5000;

/** What the tree shows, and what its check boxes do. */
export class ActionsView extends Disposable {
  readonly #services: ActionServices;
  readonly #changed = this.register(new vscode.EventEmitter<undefined>());
  readonly #ticks: Ticks;
  readonly #decisions: Decisions;
  readonly #tree: ActionsTree;
  readonly #tellEmpty: (isEmpty: boolean) => void;
  readonly #timer = this.register(new Timer());
  #isListening = false;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: ActionServices) {
    super();
    this.#services = services;
    this.#ticks = this.register(new Ticks(services));
    this.#decisions = new Decisions(services);
    this.#tree = new ActionsTree(services, this.#ticks);
    this.#tellEmpty = createEmptyContext('twoHats:actionsEmpty', services.log);
  }

  async getChildren(row?: ActionRow): Promise<ActionRow[]> {
    this.#listen();
    if (row) return row.kind === 'group' ? this.#tree.rows(row) : [];
    const isKnown = this.#services.index.isReady;
    const roots = this.#tree.roots();
    if (!isKnown) void withProgress({ location: { viewId: 'twoHats.actions' } }, () => roots);
    const { length } = await roots;
    this.#tellEmpty(length === 0);
    return roots;
  }

  getTreeItem(row: ActionRow): vscode.TreeItem {
    return this.#tree.item(row);
  }

  /** From when the view is first shown. */
  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const { index, journal, people, privacy, today } = this.#services;
    const changed = () => {
      this.#change();
    };
    for (const { onDidChange } of [index, journal, people, privacy, today, this.#ticks])
      this.register(onDidChange(changed));
  }

  #change(): void {
    this.#timer.setOnce(settleMs, () => {
      this.#changed.fire(undefined);
    });
  }

  /** Another grouping was chosen. */
  regroup(): void {
    this.#changed.fire(undefined);
  }

  async toggle(items: readonly (readonly [ActionRow, vscode.TreeItemCheckboxState])[]): Promise<void> {
    for (const [row] of items) if (row.kind === 'task') await this.#mark(row);
    // Also where nothing was changed: VS Code has moved the check box already.
    this.#changed.fire(undefined);
  }

  async #mark({ action: { note, task }, done }: TaskRow): Promise<void> {
    const journal = this.#services.journal.current;
    if (!journal) return;
    await this.#tryTo(journal, note.path, () =>
      done ? this.#ticks.untick(journal, done, task) : this.#ticks.tick(journal, note.path, task),
    );
  }

  /**
   * Asks about an action that moved on and on whether to do it, hand it over or drop it, and does so.
   * @param value its row, as VS Code hands it over; anything else has it asked for
   */
  async decide(value?: unknown): Promise<void> {
    const journal = this.#services.journal.current;
    await this.#services.people.whenReady();
    const rows = await this.#tree.manyMoved();
    if (!journal || rows.length === 0) {
      void showInformationMessage(vscode.l10n.t('No open action has moved on five times.'));
      return;
    }
    const chosen = rows.find(({ id }) => id === idOfRow(value));
    const words = (row: TaskRow) => this.#tree.words(row);
    const decided = await askDecision(this.#services, rows, chosen, words);
    if (!decided) return;
    const { label } = words(decided.row);
    const { path } = decided.row.action.note;
    await this.#tryTo(journal, path, async () => {
      const made = await this.#decisions.make(journal, decided);
      if (typeof made === 'string') return made;
      void this.#tellMade(journal, path, made, label);
      return 'done';
    });
    this.#changed.fire(undefined);
  }

  async #tellMade(journal: Journal, path: string, { said, undo }: Made, label: string): Promise<void> {
    const button = vscode.l10n.t('Undo');
    if (!undo) setStatusBarMessage(said(label), saidMs);
    else if ((await showInformationMessage(said(label), button)) === button)
      await this.#tryTo(journal, path, undo);
  }

  /** Says why where an action could not be changed. */
  async #tryTo(journal: Journal, path: string, change: () => Promise<TickResult>): Promise<void> {
    try {
      const result = await change();
      if (result === 'done') return;
      void tellNotFound(journal.uri(path), result);
      await this.#services.index.refresh();
    } catch (error) {
      this.#services.log.error(error instanceof Error ? error : String(error));
      // Not awaited: the box does not wait until the person has read this.
      void this.#tellFailed(error);
    }
  }

  async #tellFailed(error: unknown): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const message =
      error instanceof FileError
        ? vscode.l10n.t('The action stays as it was. {0}', formatFileError(this.#services, error))
        : vscode.l10n.t('The note could not be changed, so the action stays as it was.');
    if ((await showErrorMessage(message, showLog)) === showLog) this.#services.log.show();
  }
}

async function tellNotFound(note: vscode.Uri, result: Exclude<TickResult, 'done'>): Promise<void> {
  const open = vscode.l10n.t('Open Note');
  const message =
    result === 'ambiguous'
      ? vscode.l10n.t(
          'Two actions in this note say the same, so it is not clear which is meant. Change it in the note.',
        )
      : vscode.l10n.t('This action has changed in its note meanwhile, so nothing was changed.');
  if ((await showWarningMessage(message, open)) === open) await vscode.window.showTextDocument(note);
}

const rowWithId = v.object({ kind: v.literal('task'), id: v.string() });

/** Others may hand anything to a command. */
function idOfRow(value: unknown): string | undefined {
  const parsed = v.safeParse(rowWithId, value);
  return parsed.success ? parsed.output.id : undefined;
}
