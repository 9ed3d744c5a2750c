/** How much a change of a tag is, as the index knows it. */
import type { IndexedNote } from '../note';
import { changedTag, isChanged, isSame, type TagChange } from './tagChange';
import type { KnownTag } from './tags';

/** How many places in which notes. */
export interface Extent {
  readonly places: number;
  /** Their paths, sorted. */
  readonly notes: readonly string[];
}

/** @param shown the note in which it is asked for, as it stands on screen */
export function extentOf(
  notes: ReadonlyMap<string, IndexedNote>,
  { from, withHats }: Pick<TagChange, 'from' | 'withHats'>,
  shown?: Pick<IndexedNote, 'path' | 'tags'>,
): Extent {
  let places = 0;
  const paths: string[] = [];
  const known = [...notes.values()].filter(({ path }) => path !== shown?.path);
  for (const { path, tags } of shown ? [...known, shown] : known) {
    const concerned = tags.filter((tag) => isChanged({ from, withHats, to: from }, tag)).length;
    places += concerned;
    if (concerned > 0) paths.push(path);
  }
  return { places, notes: paths.sort() };
}

/** Notes in which a tag stands already that others become: afterwards, the two can't be told apart. */
export function mergedNotes(notes: ReadonlyMap<string, IndexedNote>, change: TagChange): number {
  const isTarget = (tag: KnownTag): boolean =>
    change.withHats && change.to.hat === undefined
      ? tag.dimension === change.to.dimension
      : isSame(tag, changedTag(change, tag));
  return [...notes.values()].filter(({ tags }) =>
    tags.some((tag) => !isChanged(change, tag) && isTarget(tag)),
  ).length;
}
