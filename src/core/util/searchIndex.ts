import MiniSearch, { type Query } from 'minisearch';
import { nearest } from './spelling';
import { wordsOf } from './tokenize';

export interface WordIndexOptions<F extends string> {
  readonly fields: readonly F[];
  /** How much more than others a field counts. */
  readonly boost?: Readonly<Record<string, number>>;
  /** By which words of scripts without spaces are told apart. */
  readonly language: string;
}

/** Texts that can be found by their words. */
export class WordIndex<F extends string> {
  readonly #index: MiniSearch<Readonly<Record<F, string>> & { readonly id: number }>;
  readonly #language: string;
  readonly #vocabulary = new Set<string>();

  constructor({ fields, boost = {}, language }: WordIndexOptions<F>) {
    this.#language = language;
    this.#index = new MiniSearch({
      fields: [...fields],
      tokenize: (text) => [...wordsOf(text, language)],
      processTerm: (term) => {
        this.#vocabulary.add(term);
        return term;
      },
      searchOptions: { tokenize: (word) => [word], processTerm: (word) => word, boost: { ...boost } },
    });
  }

  /** @param id another one for each document */
  add(id: number, document: Readonly<Record<F, string>>): void {
    this.#index.add({ ...document, id });
  }

  /**
   * What holds all words of the query (their beginnings will do, as they are while somebody types), or else any of
   * them; a word that nothing begins with counts as the known words nearest to it.
   * @returns ids, best first; nothing for a query without words
   */
  search(query: string): readonly number[] {
    const queries = wordsOf(query, this.#language).map((word) => wordQuery(word, this.#vocabulary));
    const all = this.#find('AND', queries);
    return all.length > 0 || queries.length < 2 ? all : this.#find('OR', queries);
  }

  #find(combineWith: 'AND' | 'OR', queries: Query[]): number[] {
    return this.#index.search({ combineWith, queries }).map(({ id }) => Number(id));
  }
}

/** The word, or a beginning, of what the index knows; else the known words nearest to it. */
function wordQuery(word: string, vocabulary: ReadonlySet<string>): Query {
  const known = [...vocabulary].some((term) => term.startsWith(word));
  if (known) return { combineWith: 'OR', queries: [word], prefix: true };
  return { combineWith: 'OR', queries: corrections(word, vocabulary) };
}

/**
 * By the distance that also tells near misses of tags: to the library’s own `fuzzy`, two letters that changed places are
 * two mistakes, so that `outaeg` finds no outage. Words of one or two letters are near to everything. Of equally near
 * ones those with the same first letter count.
 */
function corrections(word: string, vocabulary: Iterable<string>): string[] {
  if (Array.from(word).length < 3) return [];
  const near = nearest(word, vocabulary);
  const alike = near.filter((term) => term.startsWith(word.slice(0, 1)));
  return [...(alike.length > 0 ? alike : near)];
}
