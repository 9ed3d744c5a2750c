/** Changing a tag wherever it stands, and changing it back. */
import { fold } from '../../framework/comparable';
import { withoutEqualTags } from './equalTags';
import type { NoteTag, ScannedNote } from '../note';
import { tagText, type KnownTag, type KnownTags } from './tags';
import type { TextEdit } from '../../util/textEdit';

export interface TagChange {
  readonly from: KnownTag;
  /** A dimension with all its hats; else the one tag, whatever its own sub-tags. */
  readonly withHats: boolean;
  /** Where a dimension with all its hats becomes another dimension, each hat stays. */
  readonly to: KnownTag;
}

/** What a change does in a text. */
export interface NoteChange {
  readonly edits: readonly TextEdit[];
  /** How many tags it concerns; one that the front matter has already is taken out instead. */
  readonly places: number;
}

/** Does the change concern a tag? */
export function isChanged({ from, withHats }: TagChange, tag: KnownTag): boolean {
  return tag.dimension === from.dimension && (withHats || tag.hat === from.hat);
}

/** What a tag becomes. */
export function changedTag({ withHats, to }: TagChange, { hat }: KnownTag): KnownTag {
  return withHats && to.hat === undefined ? { dimension: to.dimension, hat } : to;
}

/**
 * What is to be changed in a text. Sub-tags of the person's own are kept; a tag whose sub-tag would then be read as a
 * hat is left as it is. Front matter says each tag once.
 */
export function changeIn(
  text: string,
  scan: (text: string) => ScannedNote,
  change: TagChange,
  known: KnownTags,
): NoteChange {
  const { tags } = scan(text);
  const edits = tags.flatMap((tag) => changeOf(text, tag, change, known) ?? []);
  const mayBeEqual = tags.filter((tag) => tag.inFrontMatter).length > 1;
  return { edits: mayBeEqual ? withoutEqualTags(text, edits, scan) : edits, places: edits.length };
}

function changeOf(text: string, tag: NoteTag, change: TagChange, known: KnownTags): TextEdit | undefined {
  if (!isChanged(change, tag)) return undefined;
  const start = tag.start + (text.startsWith('#', tag.start) && !tag.inFrontMatter ? 1 : 0);
  const target = changedTag(change, tag);
  const own = text
    .slice(start, tag.end)
    .split('/')
    .slice(tag.hat === undefined ? 1 : 2);
  const run = [tagText(target).slice(1), ...own].join('/');
  const meaning = known.match(run);
  return meaning && isSame(meaning, target) ? { start, end: tag.end, text: run } : undefined;
}

export function isSame(one: KnownTag, other: KnownTag): boolean {
  return one.dimension === other.dimension && one.hat === other.hat;
}

/** The tag that a name means as a whole, with or without its `#`; no sub-tags. */
export function namedTag(name: string, known: KnownTags): KnownTag | undefined {
  const run = name.trim().replace(/^#/, '');
  const tag = known.match(run);
  return tag && fold(tagText(tag).slice(1)) === fold(run) ? tag : undefined;
}
