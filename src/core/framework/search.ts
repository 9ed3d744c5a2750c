import type { Framework } from './model';
import { searchEntriesOf, type Hit } from './searchEntries';
import { WordIndex } from '../util/searchIndex';

export type { Hit } from './searchEntries';

/** What was found, best first; nothing for a query without words. */
export type Search = (query: string) => readonly Hit[];

/** Indexes a framework. See `WordIndex` for what a query finds. */
export function createSearch(framework: Framework): Search {
  const entries = searchEntriesOf(framework);
  const index = new WordIndex({
    fields: ['title', 'keywords', 'text'],
    boost: { title: 3, keywords: 3 },
    language: framework.language,
  });
  for (const [id, entry] of entries.entries()) index.add(id, entry);
  return (query) => index.search(query).flatMap((id) => entries[id]?.hit ?? []);
}
