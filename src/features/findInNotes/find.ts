import * as vscode from 'vscode';
import { newestFirst, type TaggedBlock } from '../../core/journal/blocks/entries';
import {
  findBlocks,
  type DatePeriod,
  type BlockFilter,
  type FoundBlock,
} from '../../core/journal/blocks/find';
import type { IndexedNote } from '../../core/journal/note';
import { withErrorMessage } from '../shared/withErrorMessage';
import { NoteLabels, formatPeriod } from '../shared/noteLabels';
import type { Journal, Services } from '../../services/services';
import { back, type InputAnswer } from '../shared/quickInput';
import { blockRange, tagRange } from '../shared/noteRanges';
import { BlocksPick, type BlocksAnswer, type Narrowing } from './blocksPick';
import { chooseHat, choosePeriod, choosePerson, chooseSide } from './choices';
import { EditorPlace } from '../shared/editorPlace';

type OpenAnswer = Extract<BlocksAnswer, { kind: 'open' }>;

/** One search, from the choice of a dimension to a block that is opened, or back to where the person was. */
export class Find implements vscode.Disposable {
  readonly #services: Services;
  readonly #journal: Journal;
  readonly #notes: readonly IndexedNote[];
  readonly #words: NoteLabels;
  readonly #texts = new WeakMap<TaggedBlock, string>();
  readonly #place = new EditorPlace();
  #typed = '';

  constructor(services: Services, journal: Journal) {
    this.#services = services;
    this.#journal = journal;
    this.#notes = newestFirst(services.index.notes.values());
    this.#words = new NoteLabels(services);
  }

  dispose(): void {
    this.#place.dispose();
  }

  /** @param preset what the search begins with; without it the person is asked first */
  async run(preset: BlockFilter | undefined): Promise<void> {
    const opened = await this.#search(preset);
    if (opened) await this.#open(opened);
    else await this.#place.restore();
  }

  /** `undefined` when the person cancels. */
  async #search(preset: BlockFilter | undefined): Promise<OpenAnswer | undefined> {
    const { framework } = this.#services;
    let filter = preset ?? (await chooseSide(framework.current, { dimension: undefined, hat: undefined }));
    while (filter) {
      const answer = await this.#ask(filter);
      if (answer === undefined) return undefined;
      if (answer === back) filter = await chooseSide(framework.current, filter);
      else if (answer.kind === 'open') return answer;
      else {
        const narrowed = await this.#narrow(answer.by, filter);
        if (narrowed !== back) filter = narrowed;
      }
    }
    return undefined;
  }

  async #ask(filter: BlockFilter): Promise<InputAnswer<BlocksAnswer>> {
    const found = findBlocks(this.#notes, filter, (note) => this.#words.nameOf(note));
    const services = {
      ...{ framework: this.#services.framework, log: this.#services.log, journal: this.#journal },
      ...{ words: this.#words, texts: this.#texts },
      preview: (shown: FoundBlock) => {
        this.#preview(shown);
      },
    };
    const step = { step: 2, totalSteps: 2 };
    const pick = new BlocksPick(services, { title: this.#title(filter), found, typed: this.#typed, step });
    const answer = await pick.ask();
    this.#typed = pick.typed;
    return answer;
  }

  #narrow(by: Narrowing, filter: BlockFilter): Promise<InputAnswer<BlockFilter>> {
    switch (by) {
      case 'hat':
        return chooseHat(this.#services.framework.current, filter);
      case 'person':
        return choosePerson(this.#services, this.#notes, this.#words, filter);
      case 'period':
        return choosePeriod(this.#services, this.#notes, filter);
    }
  }

  /** All that narrows the blocks down. */
  #title({ dimension, hat, person, period }: BlockFilter): string {
    const what = [
      dimension === undefined ? undefined : this.#words.dimension(dimension),
      hat && this.#words.hat(hat.id),
      person &&
        (person.name === undefined
          ? vscode.l10n.t('Not about one person')
          : this.#words.shownName(person.name)),
      period && periodTitle(period),
    ].filter((word) => word !== undefined);
    return vscode.l10n.t(
      'Find in Notes: {0}',
      what.length === 0 ? vscode.l10n.t('All Notes') : what.join(' · '),
    );
  }

  /** Private blocks, and anything while details are hidden, are only opened when asked for. */
  #preview({ entry, tag }: FoundBlock): void {
    if (entry.isPrivate || this.#services.privacy.hidden) return;
    const uri = this.#journal.uri(entry.note.path);
    this.#place.show(uri, tagRange(tag), blockRange(entry)).catch((error: unknown) => {
      this.#services.log.warn('A note could not be shown beforehand.', error);
    });
  }

  async #open({ found: { entry, tag }, aside }: OpenAnswer): Promise<void> {
    const column = aside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    if (aside) await this.#place.restore();
    const options = { viewColumn: column, preview: true, selection: tagRange(tag) };
    await withErrorMessage(this.#services.log, vscode.l10n.t('The note could not be opened.'), () =>
      vscode.window.showTextDocument(this.#journal.uri(entry.note.path), options),
    );
  }
}

/** A year, or since when. */
function periodTitle({ first, last }: DatePeriod): string {
  const year = first.slice(0, 4);
  const isYear = first === `${year}-01-01` && last === `${year}-12-31`;
  return isYear ? year : vscode.l10n.t('since {0}', formatPeriod(first));
}
