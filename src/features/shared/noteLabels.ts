/** How notes and their blocks are called where they are listed. Nothing private, and no hidden name, comes in here. */
import * as vscode from 'vscode';
import { findDimension } from '../../core/framework/lookup';
import type { Framework } from '../../core/framework/model';
import type { TaggedBlock } from '../../core/journal/blocks/entries';
import { cutToCharacters } from '../../core/journal/blocks/excerpt';
import { redactNames, redactTitle } from '../../core/journal/people/hiddenNames';
import { shownName } from '../../core/journal/people/names';
import type { IndexedNote, NoteTag, SkipReason } from '../../core/journal/note';
import type { BlockCounts } from '../../core/journal/tree/rows';
import type { Services } from '../../services/services';
import { formatDate, formatMonth, pathFormatter, formatTag } from './format';

export type LabelServices = Pick<Services, 'framework' | 'people' | 'privacy'>;

/** As long as a line is in a wide side bar, and in a tooltip, in characters. */
const lengths = { line: 160, tooltip: 400 };

/** Words for one state of the journal, of the framework and of *Hide Private Details*. */
export class NoteLabels {
  readonly framework: Framework;
  readonly #hidden: boolean;
  readonly #people: Services['people']['current'];
  #hide: ((text: string) => string) | undefined;
  #hideInTitle: ((title: string) => string) | undefined;
  #tellPath: ((path: string) => string) | undefined;

  constructor({ framework, people, privacy }: LabelServices) {
    this.framework = framework.current;
    this.#people = people.current;
    this.#hidden = privacy.hidden;
  }

  /** Are names and what notes about people say to be left out? */
  get isHidden(): boolean {
    return this.#hidden;
  }

  /** Whom a note is about, as it may be shown. */
  person(note: IndexedNote): string | undefined {
    const name = this.nameOf(note);
    return name === undefined ? undefined : this.shownName(name);
  }

  /** The true name of whom a note is about. */
  nameOf(note: Pick<IndexedNote, 'path' | 'person'>): string | undefined {
    return this.#people.of(note)?.name ?? note.person;
  }

  shownName(name: string): string {
    return shownName(name, this.#hidden);
  }

  /** May an excerpt of it be shown? While details are hidden, nothing from a note about a person is. */
  isReadable({ note, isPrivate }: TaggedBlock): boolean {
    return this.mayShow(note, isPrivate);
  }

  /** The same for any part of a note. */
  mayShow(note: Pick<IndexedNote, 'path' | 'person'>, isPrivate: boolean): boolean {
    return !isPrivate && !(this.#hidden && this.nameOf(note) !== undefined);
  }

  /** A text as it may be shown. */
  shown(text: string): string {
    if (!this.#hidden) return text;
    this.#hide ??= redactNames(this.#people.all);
    return this.#hide(text);
  }

  line(text: string): string {
    return cutToCharacters(this.shown(text), lengths.line);
  }

  paragraph(text: string): string {
    return cutToCharacters(this.shown(text), lengths.tooltip);
  }

  /** What a note is called beside its date; `undefined` for one that only has a date. */
  title(note: IndexedNote, firstHeading: string | undefined): string | undefined {
    if (note.title !== undefined) return this.#titleLine(note.title);
    const person = this.person(note);
    if (person === undefined) return firstHeading === undefined ? undefined : this.#titleLine(firstHeading);
    return note.kind === 'one-on-one' ? vscode.l10n.t('1:1 with {0}', person) : person;
  }

  #titleLine(title: string): string {
    if (!this.#hidden) return this.line(title);
    this.#hideInTitle ??= redactTitle(this.#people.all);
    return cutToCharacters(this.#hideInTitle(title), lengths.line);
  }

  /** What a block says, where it may be shown and says something. */
  entryLabel(entry: TaggedBlock, { line }: NoteTag, plainText: string): string {
    const { evidence, isPrivate } = entry;
    if (isPrivate) return vscode.l10n.t('Private');
    if (!this.isReadable(entry)) return vscode.l10n.t('Hidden');
    if (plainText !== '') return this.line(plainText);
    return evidence ? vscode.l10n.t('Line {0}', line + 1) : vscode.l10n.t('Not filled in yet');
  }

  /** What sets a block apart in which nothing was written, unless its label says so. */
  unwritten(entry: TaggedBlock, plainText: string): string | undefined {
    const isSaid = plainText === '' && this.isReadable(entry);
    return entry.evidence || isSaid ? undefined : vscode.l10n.t('not filled in yet');
  }

  /** `Decision-Making · Leadership`, for each side once. */
  sides({ tags }: TaggedBlock): string {
    return [...new Set(tags.map((tag) => formatTag(this.framework, tag)))].join(', ');
  }

  dimension(id: string): string {
    return findDimension(this.framework, id)?.title ?? id;
  }

  hat(id: string | undefined): string {
    if (id === undefined) return vscode.l10n.t('Both or undecided');
    return this.framework.hats.find((hat) => hat.id === id)?.label ?? id;
  }

  /** A file's place. */
  path(path: string): string {
    this.#tellPath ??= pathFormatter({
      people: { current: this.#people },
      privacy: { hidden: this.#hidden },
    });
    return this.#tellPath(path);
  }
}

/** A date, a month `YYYY-MM` or a year; what is without a date has words, too. */
export function formatPeriod(period: string | undefined): string {
  if (period === undefined) return vscode.l10n.t('Without a date');
  if (period.length === 'YYYY'.length) return period;
  if (period.length > 'YYYY-MM'.length) return formatDate(period);
  return formatMonth(period);
}

export function formatCount({ written, unwritten }: BlockCounts): string {
  const own = vscode.l10n.t('Blocks with your own words: {0}', written);
  return unwritten === 0 ? own : vscode.l10n.t('{0} · Not filled in yet: {1}', own, unwritten);
}

export function formatSkipReason(reason: SkipReason): string {
  switch (reason) {
    case 'unreadable':
      return vscode.l10n.t('can’t be opened; check its permissions');
    case 'notAFile':
      return vscode.l10n.t('not a regular file');
    case 'tooLarge':
      return vscode.l10n.t('larger than any note: over 32 MB');
    case 'notText':
      return vscode.l10n.t('not saved as UTF-8, so nothing is written into it');
    case 'linkLoop':
      return vscode.l10n.t('its links lead in a circle');
  }
}
