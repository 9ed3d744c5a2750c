import MiniSearch, { type Query } from 'minisearch';
import type { Framework } from './model';
import { entriesOf, type Entry, type Hit } from './searchEntries';
import { nearest } from './spelling';
import { wordsOf } from './words';

export type { Hit } from './searchEntries';

/** What was found, best first; nothing for a query without words. */
export type Search = (query: string) => readonly Hit[];

/**
 * Indexes a framework. A query finds what holds all of its words (their beginnings will do, as they are while somebody
 * types), or else any of them; a word that nothing begins with counts as the known words nearest to it.
 */
export function createSearch(framework: Framework): Search {
  const entries = entriesOf(framework);
  const vocabulary = new Set<string>();
  const index = indexOf(entries, framework.language, vocabulary);
  const find = (combineWith: 'AND' | 'OR', queries: Query[]) =>
    index.search({ combineWith, queries }).flatMap(({ id }) => entries[Number(id)]?.hit ?? []);
  return (query) => {
    const queries = wordsOf(query, framework.language).map((word) => wordQuery(word, vocabulary));
    const all = find('AND', queries);
    return all.length > 0 || queries.length < 2 ? all : find('OR', queries);
  };
}

function indexOf(
  entries: readonly Entry[],
  language: string,
  vocabulary: Set<string>,
): MiniSearch<Entry & { readonly id: number }> {
  const index = new MiniSearch<Entry & { readonly id: number }>({
    fields: ['title', 'keywords', 'text'],
    tokenize: (text) => [...wordsOf(text, language)],
    processTerm: (term) => {
      vocabulary.add(term);
      return term;
    },
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      boost: { title: 3, keywords: 3 },
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return index;
}

/** The word, or a beginning, of what the index knows; else the known words nearest to it. */
function wordQuery(word: string, vocabulary: ReadonlySet<string>): Query {
  const known = [...vocabulary].some((term) => term.startsWith(word));
  if (known) return { combineWith: 'OR', queries: [word], prefix: true };
  return { combineWith: 'OR', queries: corrections(word, vocabulary) };
}

/** Words of one or two letters are near to everything. Of equally near ones those with the same first letter count. */
function corrections(word: string, vocabulary: Iterable<string>): string[] {
  if (Array.from(word).length < 3) return [];
  const near = nearest(word, vocabulary);
  const alike = near.filter((term) => term.startsWith(word.slice(0, 1)));
  return [...(alike.length > 0 ? alike : near)];
}
