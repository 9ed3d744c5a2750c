import type * as vscode from 'vscode';
import { sidesOf } from '../../core/framework/lookup';
import type { Framework, Side } from '../../core/framework/model';
import type { IndexedNote } from '../../core/journal/note';
import { sideKey } from '../../core/report/evidence';

/** What the state of the editor and of *Hide Private Details* gives to sentences. */
export interface TellingContext {
  readonly l10n: Pick<typeof vscode.l10n, 't'>;
  /** BCP 47 tag of the display language. */
  readonly language: string;
  readonly framework: Framework;
  /** Names are initials and ratings are gone. */
  readonly isHidden: boolean;
  /** As they may be shown. */
  readonly nameOf: (name: string) => string;
  readonly titleOf: (note: IndexedNote) => string;
  readonly pathOf: (path: string) => string;
  /** A text in which somebody may be named. */
  readonly textOf: (text: string) => string;
  /** The number that stands for a file of the journal in the page. */
  readonly numberOf: (path: string) => number;
}

/** Words for what the report is made of. */
export class Telling {
  readonly l10n: TellingContext['l10n'];
  readonly #dates: Intl.DateTimeFormat;
  readonly #numbers: Intl.NumberFormat;
  readonly #list: Intl.ListFormat;
  readonly #sides: ReadonlyMap<string, string>;

  constructor(readonly context: TellingContext) {
    const { l10n, language, framework } = context;
    this.l10n = l10n;
    this.#dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    this.#numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    this.#list = new Intl.ListFormat(language, { type: 'conjunction' });
    this.#sides = new Map(
      sidesOf(framework).map(({ side, dimension, hat }) => [
        sideKey(side),
        l10n.t('{0} · {1}', dimension.title, hat.label),
      ]),
    );
  }

  /** @param date local, `YYYY-MM-DD` */
  date(date: string): string {
    return this.#dates.format(new Date(`${date}T00:00:00Z`));
  }

  /** To one decimal where it is no whole number. */
  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** A share of 100, to one decimal. */
  share(value: number): string {
    return new Intl.NumberFormat(this.context.language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(value);
  }

  list(items: readonly string[]): string {
    return this.#list.format(items);
  }

  /** `Decision Making · Leadership` */
  side(side: Side | string): string {
    const key = typeof side === 'string' ? side : sideKey(side);
    return this.#sides.get(key) ?? key;
  }

  /** @param value 0 to 5 */
  answer(value: number): string {
    return this.answers[value - 1] ?? this.l10n.t('0 No occasion');
  }

  /** 1 to 5. */
  get answers(): readonly string[] {
    const { l10n } = this;
    return [
      l10n.t('1 Never'),
      l10n.t('2 Rarely'),
      l10n.t('3 Sometimes'),
      l10n.t('4 Often'),
      l10n.t('5 Almost always'),
    ];
  }

  answerCount(count: number): string {
    return count === 1 ? this.l10n.t('1 answer') : this.l10n.t('{0} answers', count);
  }

  noteCount(count: number): string {
    if (count === 0) return this.l10n.t('no note');
    return count === 1 ? this.l10n.t('1 note') : this.l10n.t('{0} notes', count);
  }

  checkCount(count: number): string {
    return count === 1 ? this.l10n.t('1 check') : this.l10n.t('{0} checks', count);
  }

  /** Both included. */
  range(from: string, to: string): string {
    return this.l10n.t({
      message: '{0} to {1}',
      args: [from, to],
      comment: ['From one date or answer to another.'],
    });
  }
}
