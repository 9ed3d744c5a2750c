/** Changing a tag wherever it stands, and changing it back. */
import type { NoteTag } from './note';
import { comparable } from '../framework/comparable';
import { tagText, type KnownTag, type KnownTags } from './tags';
import type { TextEdit } from './textEdit';

export interface TagChange {
  readonly from: KnownTag;
  /** A dimension with all its hats; else the one tag, whatever its own sub-tags. */
  readonly withHats: boolean;
  /** Where a dimension with all its hats becomes another dimension, each hat stays. */
  readonly to: KnownTag;
}

/** An edit in one line, for an editor. */
export interface LineEdit extends TextEdit {
  readonly line: number;
  readonly character: number;
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
 * The edits in a text. Sub-tags of the person's own are kept; a tag whose sub-tag would then be read as a hat is left
 * as it is.
 * @param tags the known ones in the text, in its order
 */
export function changeEdits(
  text: string,
  tags: readonly NoteTag[],
  change: TagChange,
  known: KnownTags,
): readonly LineEdit[] {
  return tags.flatMap((tag) => {
    if (!isChanged(change, tag)) return [];
    const mark = text.startsWith('#', tag.start) && !tag.inFrontMatter ? 1 : 0;
    const start = tag.start + mark;
    const target = changedTag(change, tag);
    const own = text
      .slice(start, tag.end)
      .split('/')
      .slice(tag.hat === undefined ? 1 : 2);
    const run = [tagText(target).slice(1), ...own].join('/');
    const meaning = known.match(run);
    return meaning && isSame(meaning, target)
      ? [{ start, end: tag.end, text: run, line: tag.line, character: tag.character + mark }]
      : [];
  });
}

export function isSame(one: KnownTag, other: KnownTag): boolean {
  return one.dimension === other.dimension && one.hat === other.hat;
}

/** The tag that a name means as a whole, with or without its `#`; no sub-tags. */
export function namedTag(name: string, known: KnownTags): KnownTag | undefined {
  const run = name.trim().replace(/^#/, '');
  const tag = known.match(run);
  return tag && comparable(tagText(tag).slice(1)) === comparable(run) ? tag : undefined;
}
