import * as vscode from 'vscode';
import {
  taggedBlocksOf,
  taggedBlockAt,
  newestFirst,
  prepareTaggedBlocks,
  type TaggedBlock,
} from '../../core/journal/blocks/entries';
import type { IndexedNote } from '../../core/journal/note';
import { rowsBy, type Grouping } from '../../core/journal/tree/groupings';
import { skippedRows } from '../../core/journal/tree/lists';
import { findRow, type AnyRow } from '../../core/journal/tree/rows';
import { NoteLabels } from '../shared/noteLabels';
import { readNotes, type NoteText } from '../shared/noteTexts';
import type { Journal, Services } from '../../services/services';
import { treeItem } from './items';
import { Disposable } from '../../platform/disposable';
import { nextTurn, Timer } from '../../platform/timer';

/** A burst of changes is answered by one refresh. */
const settleMs = 50;

/** The tree for one state of everything that it shows. */
interface Tree {
  readonly version: number;
  readonly grouping: Grouping;
  readonly journal: Journal | undefined;
  readonly notes: readonly IndexedNote[];
  readonly words: NoteLabels;
  readonly rows: readonly AnyRow[];
}

export type NotesTreeServices = Pick<
  Services,
  'framework' | 'index' | 'journal' | 'log' | 'people' | 'privacy'
>;

/** The rows of the Notes view, put together anew after changes, when VS Code asks for them. */
export class NotesTree extends Disposable {
  readonly #services: NotesTreeServices;
  readonly #tell: () => void;
  #grouping: Grouping;
  /** Counts changes: an answer to an older question is dropped. */
  #version = 0;
  #tree: Tree | undefined;
  #building: Promise<Tree> | undefined;
  readonly #timer = this.register(new Timer());
  /** What was read of notes and blocks, as long as these stay as they are: rows are made anew at every change. */
  readonly #texts = new WeakMap<IndexedNote | TaggedBlock, string | undefined>();

  /** @param tell called after a burst of changes */
  constructor(services: NotesTreeServices, grouping: Grouping, tell: () => void) {
    super();
    this.#services = services;
    this.#grouping = grouping;
    this.#tell = tell;
    const changed = () => {
      this.#change();
    };
    for (const { onDidChange } of [
      services.index,
      services.framework,
      services.people,
      services.journal,
      services.privacy,
    ])
      this.register(onDidChange(changed));
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping;
    this.#change();
  }

  override dispose(): void {
    this.#version++;
    super.dispose();
  }

  async children(row: AnyRow | undefined): Promise<AnyRow[]> {
    const rows = row ? row.children : (await this.#current()).rows;
    await this.#read(rows);
    return [...rows];
  }

  item(row: AnyRow): vscode.TreeItem {
    const tree = this.#tree;
    // VS Code asks for items only of rows that it was given.
    if (!tree?.journal) return new vscode.TreeItem('');
    const { journal, words } = tree;
    return treeItem({ journal, words, text: (of) => this.#textOf(of) }, row);
  }

  /** What to say above the rows, or `undefined`. */
  async message(): Promise<string | undefined> {
    const { grouping, journal, notes, words } = await this.#current();
    if (journal && !this.#services.index.isReady)
      return vscode.l10n.t('Your journal can’t be read now. The Two Hats log says why.');
    const [dimension] = words.framework.dimensions;
    const [hat] = words.framework.hats;
    const isUntagged = notes.length > 0 && notes.every((note) => taggedBlocksOf(note).length === 0);
    if (grouping !== 'dimension' || !dimension || !isUntagged) return undefined;
    return vscode.l10n.t(
      'Write a tag such as #{0}/{1} into a note, and it is listed here.',
      dimension.id,
      hat.id,
    );
  }

  /** The row of a note, by dimension of the block at a line. */
  async find(path: string, line: number): Promise<AnyRow | undefined> {
    const { notes, rows } = await this.#current();
    const note = notes.find((candidate) => candidate.path === path);
    return note && findRow(rows, note, taggedBlockAt(note, line));
  }

  async findDimension(dimension: string): Promise<AnyRow | undefined> {
    const { rows } = await this.#current();
    return rows.find(({ facts }) => facts.kind === 'dimension' && facts.dimension === dimension);
  }

  #change(): void {
    this.#version++;
    this.#timer.setOnce(settleMs, () => {
      this.#tell();
    });
  }

  #current(): Promise<Tree> {
    this.#building ??= this.#build().finally(() => {
      this.#building = undefined;
    });
    return this.#building;
  }

  async #build(): Promise<Tree> {
    await this.#services.index.whenReady();
    while (this.#tree?.version !== this.#version) this.#tree = await this.#make();
    return this.#tree;
  }

  /** In steps, so that the host is never kept long. */
  async #make(): Promise<Tree> {
    const { framework, index } = this.#services;
    const [version, grouping] = [this.#version, this.#grouping];
    const journal = this.#services.journal.current;
    await prepareTaggedBlocks(index.notes.values(), nextTurn);
    const notes = newestFirst(index.notes.values());
    await nextTurn();
    const words = new NoteLabels(this.#services);
    await nextTurn();
    const personOf = (note: IndexedNote) => words.nameOf(note);
    const groups = rowsBy[grouping]({ notes, framework: framework.current, personOf });
    const rows = [...groups, ...skippedRows(index.skipped)];
    return { version, grouping, journal, notes, words, rows };
  }

  async #read(rows: readonly AnyRow[]): Promise<void> {
    const tree = this.#tree;
    if (!tree?.journal) return;
    const wanted = new Map<string, AnyRow[]>();
    for (const row of rows) {
      const note = this.#toRead(tree.words, row);
      const shown = shownOf(row);
      if (!note || !shown || this.#texts.has(shown)) continue;
      const others = wanted.get(note.path);
      if (others) others.push(row);
      else wanted.set(note.path, [row]);
    }
    await readNotes(this.#services, tree.journal, wanted, {
      read: (of, text) => {
        for (const row of of) this.#remember(row, text);
      },
      isOver: () => tree.version !== this.#version,
    });
  }

  #remember(row: AnyRow, { lines, firstHeading }: NoteText): void {
    const shown = shownOf(row);
    if (shown) this.#texts.set(shown, 'block' in shown ? lines.plainText(shown.block) : firstHeading);
  }

  #textOf(row: AnyRow): string | undefined {
    const shown = shownOf(row);
    return shown && this.#texts.get(shown);
  }

  /** The note whose text the row shows something of. */
  #toRead(words: NoteLabels, { facts }: AnyRow): IndexedNote | undefined {
    if (facts.kind === 'entry') return words.isReadable(facts.entry) ? facts.entry.note : undefined;
    if (facts.kind === 'note')
      return words.title(facts.note, undefined) === undefined ? facts.note : undefined;
    return undefined;
  }
}

/** What the row shows the text of. */
function shownOf({ facts }: AnyRow): IndexedNote | TaggedBlock | undefined {
  if (facts.kind === 'entry') return facts.entry;
  return facts.kind === 'note' ? facts.note : undefined;
}
