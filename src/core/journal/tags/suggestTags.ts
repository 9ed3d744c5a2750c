/** Which known tags somebody may mean by what they have typed so far. */
import { findSide } from '../../framework/lookup';
import type { Framework } from '../../framework/model';
import { wordsOf } from '../../util/tokenize';
import { fold } from '../../framework/comparable';
import type { KnownTag } from './tags';

/** The known tags that fit a query (what was typed after `#`), the best first. */
export type SuggestTags = (query: string, lastUse: LastUse) => readonly KnownTag[];

/** A local date `YYYY-MM-DD`, or `undefined` for a tag that was never used. */
export type LastUse = (tag: KnownTag) => string | undefined;

/**
 * A query fits by the beginnings of the tag's words, or by their initials (`rl`); where it fits none so, by words of
 * what the tag is about. Tags that fit equally well come by their last use, then in the framework's order.
 */
export function suggestTags(framework: Framework): SuggestTags {
  const entries = entriesOf(framework);
  return (query, lastUse) => {
    const halves = query.split('/').map((half) => wordsOf(half, framework.language));
    const fits =
      halves.length > 2 ? [] : entries.map((entry) => ({ entry, fit: fitOf(entry, query, halves) }));
    const best = Math.min(...fits.map(({ fit }) => fit));
    // What merely is about it would hide, among much else, what is called so.
    const limit = best < about ? about - 1 : about;
    return fits
      .filter(({ fit }) => fit <= limit)
      .map(({ entry, fit }) => ({ tag: entry.tag, fit, last: lastUse(entry.tag) ?? '' }))
      .sort((one, other) => one.fit - other.fit || compare(other.last, one.last))
      .map(({ tag }) => tag);
  };
}

interface Entry {
  readonly tag: KnownTag;
  /** The tag as it is compared. */
  readonly text: string;
  /** Words of the tag and its title, by half. */
  readonly dimension: readonly string[];
  readonly hat: readonly string[];
  /** The words of the tag alone, in their order, for initials. */
  readonly ids: readonly string[];
  /** Words of what it is about. */
  readonly about: readonly string[];
}

/** How well a query fits; less is better. */
const begins = 0;
const called = 1;
const initials = 2;
const about = 3;

function entriesOf(framework: Framework): readonly Entry[] {
  const words = (...texts: readonly string[]) => texts.flatMap((text) => wordsOf(text, framework.language));
  return framework.dimensions.flatMap(({ id, title, question }) =>
    [undefined, ...framework.hats].map((hat): Entry => {
      const side = hat && findSide(framework, { dimension: id, hat: hat.id });
      return {
        tag: { dimension: id, hat: hat?.id },
        text: fold(hat ? `${id}/${hat.id}` : id),
        dimension: words(id, title),
        hat: hat ? words(hat.id, hat.label, hat.letter) : [],
        ids: words(id, hat?.id ?? ''),
        about: words(question, hat?.purpose ?? '', side?.pole.summary ?? ''),
      };
    }),
  );
}

function fitOf(entry: Entry, query: string, halves: readonly (readonly string[])[]): number {
  if (entry.text.startsWith(fold(query))) return begins;
  const [first = [], second] = halves;
  if (second) {
    const fits =
      first.length > 0 &&
      entry.tag.hat !== undefined &&
      all(first, entry.dimension) &&
      all(second, entry.hat);
    return fits ? called : Infinity;
  }
  const names = [...entry.dimension, ...entry.hat];
  if (first.length === 0) return begins;
  if (all(first, names)) return called;
  if (first.length === 1 && isInitials(first[0] ?? '', entry.ids)) return initials;
  return all(first, [...names, ...entry.about]) ? about : Infinity;
}

/** Is each of them the beginning of a word? */
function all(typed: readonly string[], words: readonly string[]): boolean {
  return typed.every((start) => words.some((word) => word.startsWith(start)));
}

/** Can it be cut into beginnings of the words, in their order, some left out? */
function isInitials(typed: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (typed === '') return true;
  if (word === undefined) return false;
  if (isInitials(typed, rest)) return true;
  for (let length = 1; length <= typed.length && word.startsWith(typed.slice(0, length)); length++)
    if (isInitials(typed.slice(length), rest)) return true;
  return false;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
