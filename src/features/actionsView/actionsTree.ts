import * as vscode from 'vscode';
import {
  actionOf,
  asksForDecision,
  manyMoves,
  openActions,
  type Action,
  type ActionGroup,
  type ActionGrouping,
  type Age,
} from '../../core/journal/tasks/actions';
import { findDone, type DoneTask } from '../../core/journal/tasks/doneToday';
import type { NoteTask } from '../../core/journal/note';
import { fileName } from '../../core/journal/paths';
import { withoutDue } from '../../core/journal/tasks/tasks';
import { localDate } from '../../core/util/dates';
import builtin from '../../core/templates/builtin.templates.yaml';
import { templateTasks } from '../../core/templates/templateTasks';
import { NoteLabels } from '../shared/noteLabels';
import { readNotes } from '../shared/noteTexts';
import type { Journal, Services } from '../../services/services';
import { formatDate } from '../shared/format';
import { loadDecided } from './decided';
import { loadGrouping } from '../shared/grouping';
import { actionGroupings, formatDueTime } from './grouping';
import type { Ticks } from './ticks';

export type ActionsTreeServices = Pick<
  Services,
  'clock' | 'framework' | 'index' | 'journal' | 'log' | 'memory' | 'people' | 'privacy'
>;

export type ActionRow = GroupRow | TaskRow;

interface GroupRow {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  /** The true name of somebody whom the journal knows. */
  readonly person: string | undefined;
  readonly rows: readonly TaskRow[];
}

export interface TaskRow {
  readonly kind: 'task';
  readonly id: string;
  readonly action: Action;
  /** Of a task that was ticked today. */
  readonly done: DoneTask | undefined;
}

/** What the Actions view shows, put together when VS Code asks for it. */
export class ActionsTree {
  readonly #services: ActionsTreeServices;
  readonly #ticks: Ticks;
  /** As it was when the rows were read. */
  #decided: ReadonlySet<string> = new Set();
  /** What was read of tasks, as long as their notes stay as they are: rows are made anew at every change. */
  readonly #texts = new WeakMap<NoteTask, string>();

  constructor(services: ActionsTreeServices, ticks: Ticks) {
    this.#services = services;
    this.#ticks = ticks;
  }

  async roots(): Promise<GroupRow[]> {
    const { people } = this.#services;
    const open = await this.#open(loadGrouping(this.#services, actionGroupings));
    const words = new NoteLabels(this.#services);
    const groups = open.map((group): GroupRow => ({
      kind: 'group',
      id: groupId(group),
      ...groupLook(group, words),
      person: group.person === undefined ? undefined : people.current.find(group.person)?.name,
      rows: rowsOf(group.actions),
    }));
    const done = this.#done();
    return done.length === 0 ? groups : [...groups, doneGroup(done)];
  }

  async rows({ rows }: GroupRow): Promise<TaskRow[]> {
    const journal = this.#services.journal.current;
    if (journal) await this.#read(journal, rows);
    return [...rows];
  }

  item(row: ActionRow): vscode.TreeItem {
    return row.kind === 'group' ? groupItem(row) : this.#taskItem(row);
  }

  /** What moved on and on, with those first of which nothing was decided yet. */
  async manyMoved(): Promise<readonly TaskRow[]> {
    const rows = (await this.#open('owner'))
      .flatMap(({ actions }) => rowsOf(actions))
      .filter(({ action }) => action.moves >= manyMoves)
      .sort((one, other) => Number(this.#asks(other)) - Number(this.#asks(one)));
    const journal = this.#services.journal.current;
    if (journal) await this.#read(journal, rows);
    return rows;
  }

  /** What an action is called, and what stands beside it. */
  words(row: TaskRow): { readonly label: string; readonly about: string | undefined } {
    const words = new NoteLabels(this.#services);
    return { label: this.#label(words, row), about: this.#about(words, row) };
  }

  async #open(grouping: ActionGrouping): Promise<readonly ActionGroup[]> {
    await this.#services.index.whenReady();
    const { clock, framework, index, people } = this.#services;
    this.#decided = loadDecided(this.#services);
    const isUnwritten = templateTasks(builtin.templates, framework.current);
    return openActions(index.notes.values(), people.current, localDate(clock), isUnwritten, grouping);
  }

  #asks({ action }: TaskRow): boolean {
    return asksForDecision(action, this.#decided);
  }

  #done(): TaskRow[] {
    const { clock, index, people } = this.#services;
    const shown = new Set<NoteTask>();
    return this.#ticks.doneToday.flatMap((done, number) => {
      const note = index.notes.get(done.path);
      const task = note && findDone(note, done);
      if (!task || shown.has(task)) return [];
      shown.add(task);
      const action = actionOf(note, task, people.current, localDate(clock));
      return [
        { kind: 'task' as const, id: JSON.stringify(['done', done.path, done.hash, number]), action, done },
      ];
    });
  }

  async #read(journal: Journal, rows: readonly TaskRow[]): Promise<void> {
    const words = new NoteLabels(this.#services);
    const wanted = new Map<string, TaskRow[]>();
    for (const row of rows) {
      const { note, task } = row.action;
      if (task.isPrivate || !mayShow(words, row) || this.#texts.has(task)) continue;
      const others = wanted.get(note.path);
      if (others) others.push(row);
      else wanted.set(note.path, [row]);
    }
    await readNotes(this.#services, journal, wanted, {
      read: (of, { lines }) => {
        for (const {
          action: { task },
        } of of) {
          const { line } = task;
          this.#texts.set(task, withoutDue(lines.plainText({ first: line, last: line })));
        }
      },
      isOver: () => false,
    });
  }

  #taskItem(row: TaskRow): vscode.TreeItem {
    const words = new NoteLabels(this.#services);
    const { note, task } = row.action;
    const label = this.#label(words, row);
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
    const place = [words.title(note, undefined) ?? fileName(note.path), note.date && formatDate(note.date)];
    const description = row.done ? undefined : this.#about(words, row);
    item.id = row.id;
    item.contextValue = !row.done && row.action.moves >= manyMoves ? 'actionMovedOn' : 'action';
    if (description !== undefined) item.description = description;
    item.tooltip = [label, description, place.filter(Boolean).join(' · ')].filter(Boolean).join('\n');
    item.checkboxState = {
      state: row.done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: row.done ? vscode.l10n.t('Open it again') : vscode.l10n.t('Mark as done'),
      accessibilityInformation: { label },
    };
    item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
    const journal = this.#services.journal.current;
    if (journal) item.command = openAt(journal, note.path, task.line, task.character);
    const icon = this.#icon(row);
    if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
    return item;
  }

  /** What waits for an answer, or is late, is seen in a narrow view, too. */
  #icon(row: TaskRow): string | undefined {
    if (this.#asks(row)) return 'question';
    return row.action.age.kind === 'overdue' && !row.done ? 'history' : undefined;
  }

  /** Whom it concerns, where its group does not say so; how old it is, and whether it moves on and on. */
  #about(words: NoteLabels, row: TaskRow): string | undefined {
    const { person, isMine, moves, age } = row.action;
    const grouping = loadGrouping(this.#services, actionGroupings);
    const isSaid = grouping === 'mine' || (grouping === 'owner' && !isMine) || person === undefined;
    const about = [
      isSaid ? undefined : words.shownName(person),
      ageWords(age),
      moves >= manyMoves ? movesWords(moves, this.#asks(row)) : undefined,
    ];
    return about.filter(Boolean).join(' · ') || undefined;
  }

  #label(words: NoteLabels, row: TaskRow): string {
    const { task } = row.action;
    if (task.isPrivate) return vscode.l10n.t('Private');
    if (!mayShow(words, row)) return vscode.l10n.t('Hidden');
    return words.line(this.#texts.get(task) ?? '') || vscode.l10n.t('Line {0}', task.line + 1);
  }
}

/** Stays as it is when others come and go. */
function groupId({ person, isLead, due }: ActionGroup): string {
  return JSON.stringify(due ? ['due', due] : isLead ? ['lead'] : ['person', person ?? null]);
}

function groupLook(
  { person, isLead, due }: ActionGroup,
  words: NoteLabels,
): Pick<GroupRow, 'label' | 'icon'> {
  if (due) return { label: formatDueTime(due), icon: due === 'overdue' ? 'history' : 'calendar' };
  if (isLead) return { label: vscode.l10n.t('You'), icon: 'account' };
  if (person === undefined) return { label: vscode.l10n.t('Nobody in particular'), icon: 'organization' };
  return { label: words.shownName(person), icon: 'person' };
}

function mayShow(words: NoteLabels, { action: { note, task } }: TaskRow): boolean {
  return words.mayShow(note, task.isPrivate);
}

/** Those that say the same in one note are told apart by their number. */
function rowsOf(actions: readonly Action[]): TaskRow[] {
  const seen = new Map<string, number>();
  return actions.map((action) => {
    const key = JSON.stringify(['task', action.note.path, action.task.hash]);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return { kind: 'task', id: `${key}${number === 0 ? '' : String(number)}`, action, done: undefined };
  });
}

function doneGroup(rows: readonly TaskRow[]): GroupRow {
  return {
    kind: 'group',
    id: 'done',
    label: vscode.l10n.t('Done today'),
    icon: 'check',
    person: undefined,
    rows,
  };
}

function groupItem({ id, label, icon, person, rows }: GroupRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(icon);
  if (person !== undefined) item.contextValue = 'person';
  item.description = new Intl.NumberFormat(vscode.env.language).format(rows.length);
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, actions: {1}', label, rows.length) };
  return item;
}

function openAt(journal: Journal, path: string, line: number, character: number): vscode.Command {
  const selection = new vscode.Range(line, character, line, character);
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [journal.uri(path), { preview: true, selection } satisfies vscode.TextDocumentShowOptions],
  };
}

function movesWords(moves: number, asks: boolean): string {
  return asks
    ? vscode.l10n.t('moved on {0} times: do, hand over, or drop?', moves)
    : vscode.l10n.t('moved on {0} times', moves);
}

/** `overdue since 3 days`; a task without a due date tells how long it is open. */
function ageWords(age: Age): string | undefined {
  if (age.kind === 'overdue')
    return age.days === 1
      ? vscode.l10n.t('overdue since yesterday')
      : vscode.l10n.t('overdue since {0} days', age.days);
  if (age.kind === 'due') {
    if (age.days === 0) return vscode.l10n.t('due today');
    if (age.days === 1) return vscode.l10n.t('due tomorrow');
    return vscode.l10n.t('due {0}', formatDate(age.date));
  }
  if (age.days === undefined || age.days < 1) return undefined;
  return age.days === 1
    ? vscode.l10n.t('open since yesterday')
    : vscode.l10n.t('open for {0} days', age.days);
}
