import * as vscode from 'vscode';
import { WordIndex } from '../../core/util/searchIndex';
import type { TaggedBlock } from '../../core/journal/blocks/entries';
import type { FoundBlock } from '../../core/journal/blocks/find';
import { fileName } from '../../core/journal/paths';
import { nextTurn } from '../../platform/timer';
import { formatPeriod, type NoteLabels } from '../shared/noteLabels';
import { readNotes } from '../shared/noteTexts';
import type { Journal, Services } from '../../services/services';
import { answered, back, preserveOrder, showItems, type InputAnswer } from '../shared/quickInput';

/** More are slow to show, and nobody looks through them. */
export const maxBlocks = 1000;

/** So many of the newest are read before any is shown. */
const firstBlocks = 100;

/** What of a text can be searched, in UTF-16 units. */
const searchedLength = 600;

export type Narrowing = 'hat' | 'person' | 'period';

export type BlocksAnswer =
  | { readonly kind: 'open'; readonly found: FoundBlock; readonly aside: boolean }
  | { readonly kind: 'narrow'; readonly by: Narrowing };

interface BlockItem extends vscode.QuickPickItem {
  readonly found?: FoundBlock;
}

export interface BlocksServices extends Pick<Services, 'framework' | 'log'> {
  readonly journal: Journal;
  readonly words: NoteLabels;
  /** What was read already. */
  readonly texts: WeakMap<TaggedBlock, string>;
  /** Shows where a block stands, while the person goes through the rows. */
  readonly preview: (found: FoundBlock) => void;
}

export interface BlocksQuestion {
  /** What is looked through. */
  readonly title: string;
  readonly found: readonly FoundBlock[];
  readonly typed: string;
  readonly step: { readonly step: number; readonly totalSteps: number };
}

/** Asks for one of the newest blocks; filtered by its text, person and date. */
export class BlocksPick {
  readonly #services: BlocksServices;
  readonly #pick = vscode.window.createQuickPick<BlockItem>();
  readonly #shown: readonly FoundBlock[];
  readonly #items: BlockItem[] = [];
  readonly #index: WordIndex<'text' | 'person' | 'date'>;
  readonly #aside = button('split-horizontal', vscode.l10n.t('Open to the Side'));
  readonly #narrowing: ReadonlyMap<vscode.QuickInputButton, Narrowing>;
  #isOver = false;
  /** The row that VS Code chose by itself, which needs no preview. */
  #isFirst = true;

  constructor(services: BlocksServices, { title, found, typed, step }: BlocksQuestion) {
    this.#services = services;
    this.#shown = found.slice(0, maxBlocks);
    this.#index = new WordIndex({ fields: ['text', 'person', 'date'], language: vscode.env.language });
    this.#narrowing = new Map<vscode.QuickInputButton, Narrowing>([
      [button('mortar-board', vscode.l10n.t('Choose a Hat')), 'hat'],
      [button('person', vscode.l10n.t('Choose a Person')), 'person'],
      [button('calendar', vscode.l10n.t('Choose a Period')), 'period'],
    ]);
    const pick = this.#pick;
    preserveOrder(pick);
    Object.assign(pick, step);
    pick.title = title;
    pick.value = typed;
    pick.placeholder =
      found.length > maxBlocks
        ? vscode.l10n.t('Search the newest {0} of {1} blocks: words, a name, a date', maxBlocks, found.length)
        : vscode.l10n.t('Search {0} blocks: words, a name, a date', found.length);
    pick.buttons = [vscode.QuickInputButtons.Back, ...this.#narrowing.keys()];
    // A click into the preview is no farewell.
    pick.ignoreFocusOut = true;
    pick.busy = true;
  }

  get typed(): string {
    return this.#pick.value;
  }

  ask(): Promise<InputAnswer<BlocksAnswer>> {
    const pick = this.#pick;
    const answer = answered(pick, (end: (answer: InputAnswer<BlocksAnswer>) => void) => [
      new vscode.Disposable(() => {
        this.#isOver = true;
      }),
      pick,
      pick.onDidAccept(() => {
        const found = pick.selectedItems[0]?.found;
        if (found) end({ kind: 'open', found, aside: false });
      }),
      pick.onDidTriggerItemButton(({ item: { found } }) => {
        if (found) end({ kind: 'open', found, aside: true });
      }),
      pick.onDidTriggerButton((pressed) => {
        const by = this.#narrowing.get(pressed);
        end(by ? { kind: 'narrow', by } : back);
      }),
      pick.onDidChangeValue(() => {
        this.#list();
      }),
      pick.onDidChangeActive(([item]) => {
        this.#preview(item);
      }),
      pick.onDidHide(() => {
        end(undefined);
      }),
    ]);
    const read = this.#read().then(() => answer);
    return Promise.race([answer, read]);
  }

  #preview(item: BlockItem | undefined): void {
    const isChosen = !this.#isFirst || this.#pick.value !== '';
    if (item) this.#isFirst = false;
    if (item?.found && isChosen) this.#services.preview(item.found);
  }

  /** The newest at once, then all. */
  async #read(): Promise<void> {
    await this.#readSome(this.#shown.slice(0, firstBlocks));
    this.#list();
    await this.#readSome(this.#shown.slice(firstBlocks));
    if (this.#isOver) return;
    this.#pick.busy = false;
    if (this.#shown.length > firstBlocks || this.#shown.length === 0) this.#list();
  }

  async #readSome(some: readonly FoundBlock[]): Promise<void> {
    const { words, texts, journal } = this.#services;
    const wanted = new Map<string, TaggedBlock[]>();
    for (const { entry } of some) {
      if (entry.isPrivate || texts.has(entry)) continue;
      const others = wanted.get(entry.note.path);
      if (others) others.push(entry);
      else wanted.set(entry.note.path, [entry]);
    }
    await readNotes(this.#services, journal, wanted, {
      read: (entries, { lines }) => {
        for (const entry of entries) texts.set(entry, lines.plainText(entry.block));
      },
      isOver: () => this.#isOver,
    });
    for (const found of some) {
      if (this.#isOver) return;
      const { note } = found.entry;
      const [text, date] = [texts.get(found.entry) ?? '', note.date];
      this.#index.add(this.#items.length, {
        text: text.slice(0, searchedLength),
        person: words.nameOf(note) ?? note.title ?? '',
        date: date === undefined ? '' : `${date} ${formatPeriod(date)} ${formatPeriod(date.slice(0, 7))}`,
      });
      this.#items.push(this.#item(found, text));
      if (this.#items.length % pauseAfter === 0) await nextTurn();
    }
  }

  #item(found: FoundBlock, text: string): BlockItem {
    const { words } = this.#services;
    const { entry, tag } = found;
    const { note } = entry;
    const place = [
      note.date === undefined ? undefined : formatPeriod(note.date),
      words.title(note, undefined) ?? (note.date === undefined ? fileName(note.path) : undefined),
      words.unwritten(entry, text),
    ];
    return {
      found,
      label: words.entryLabel(entry, tag, text),
      description: place.filter((word) => word !== undefined).join(' · '),
      alwaysShow: true,
      buttons: [this.#aside],
      ...(entry.isPrivate ? { iconPath: new vscode.ThemeIcon('lock') } : {}),
    };
  }

  #list(): void {
    if (this.#isOver) return;
    const typed = this.#pick.value.trim();
    const items =
      typed === '' ? this.#items : this.#index.search(typed).flatMap((id) => this.#items[id] ?? []);
    const active = this.#pick.activeItems[0];
    showItems(
      this.#pick,
      items.length > 0 || this.#pick.busy ? items : [{ label: this.#nothing(typed), alwaysShow: true }],
    );
    if (typed === '' && active && items.includes(active)) this.#pick.activeItems = [active];
  }

  #nothing(typed: string): string {
    return typed === ''
      ? vscode.l10n.t('No block is tagged so yet')
      : vscode.l10n.t('Nothing fits “{0}”', typed);
  }
}

const pauseAfter = 50;

function button(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}
