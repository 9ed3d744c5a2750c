/** What a new 1:1 note or retrospective opens with: what is still open, topics that were collected, prompts. */
import { dateOf, dayOf } from '../util/calendar';
import type { Framework, PromptKind } from '../framework/model';
import { frontMatterRange, writeScalar } from '../journal/frontMatter/frontMatter';
import { carriedList, type CarriedItem } from '../journal/carryOver/carriedItems';
import type { IndexedNote } from '../journal/note';
import { demoteHeadings } from '../journal/markdown/demoteHeadings';
import type { TemplateText } from './text';
import { turnOf, type TemplatePrompt } from './prompts';

/** Headings in the person's language. */
export interface OpeningWords {
  readonly stillOpen: string;
  readonly topics: string;
  readonly prompts: string;
}

export interface Opening {
  /** `Last met 12 days ago`, or nothing. */
  readonly lastMet: string | undefined;
  /** As tasks of the new note. */
  readonly stillOpen: readonly CarriedItem[];
  /** Markdown, or nothing. */
  readonly topics: string | undefined;
  readonly prompts: readonly TemplatePrompt[];
}

/** The level of the headings of its sections. */
export const sectionLevel = 2;

/** A part of an opening: Markdown below a heading of `sectionLevel`. */
export interface OpeningSection {
  readonly heading: string;
  readonly text: string;
}

/** What an opening holds, part by part; those that hold nothing are left out. */
export function openingSections(
  { stillOpen, topics = '', prompts }: Omit<Opening, 'lastMet'>,
  words: OpeningWords,
): readonly OpeningSection[] {
  return [
    { heading: words.stillOpen, text: carriedList(stillOpen) },
    { heading: words.topics, text: demoteHeadings(topics, sectionLevel) },
    { heading: words.prompts, text: prompts.map(({ text, tag }) => `- ${text} #${tag}`).join('\n') },
  ].filter(({ text }) => text !== '');
}

/** The sections as Markdown with an empty line at its end; `''` where there are none. */
export function sectionsText(sections: readonly OpeningSection[]): string {
  return sections.map(({ heading, text }) => `## ${heading}\n\n${text}\n\n`).join('');
}

/** The opening as Markdown with an empty line at its end; `''` where there is nothing to open with. */
export function openingText({ lastMet, ...opening }: Opening, words: OpeningWords): string {
  const first = lastMet === undefined ? '' : `*${lastMet}*\n\n`;
  return first + sectionsText(openingSections(opening, words));
}

/** A draft with an opening below its first heading, and further entries in its front matter. */
export function withOpening(
  draft: TemplateText,
  opening: string,
  entries: readonly (readonly [key: string, value: string])[] = [],
): TemplateText {
  const { end, after } = frontMatterRange(draft.text);
  const head = entries.map(([key, value]) => `${key}: ${writeScalar(value)}\n`).join('');
  const heading = /^\s*#{1,6} .*\n\s*/.exec(draft.text.slice(after))?.[0].length ?? 0;
  const place = after + heading;
  const text =
    draft.text.slice(0, end) + head + draft.text.slice(end, place) + opening + draft.text.slice(place);
  const moved = (offset: number): number =>
    offset + (offset >= end ? head.length : 0) + (offset >= place ? opening.length : 0);
  return { text, first: { start: moved(draft.first.start), end: moved(draft.first.end) } };
}

/** So many weeks back a side counts as touched. */
const weeks = 8;

/**
 * Up to three prompts for the sides that notes since eight weeks before a day hardly touched: those with the least
 * evidence, one at most. Which of equal ones, and which of their prompts, goes by the day; all come round, whatever the
 * rhythm. Where notes touch no side at
 * all, none is neglected.
 * @param date local date `YYYY-MM-DD`
 */
export function promptsForNeglected(
  framework: Framework,
  kind: PromptKind,
  notes: Iterable<IndexedNote>,
  date: string,
): readonly TemplatePrompt[] {
  const from = dateOf(dayOf(date) - weeks * 7);
  const counts = evidenceSince(notes, from);
  if (counts.size === 0) return [];
  const sides = alternatingSides(framework, kind);
  const turn = turnOf(dayOf(date)) * sides.length;
  const first = Math.floor(turn);
  return [...sides.slice(first), ...sides.slice(0, first)]
    .map((side) => ({ ...side, count: counts.get(side.tag) ?? 0 }))
    .filter(({ count, prompts }) => count <= 1 && prompts.length > 0)
    .sort((one, other) => one.count - other.count)
    .slice(0, 3)
    .map(({ tag, prompts }) => ({ text: prompts[Math.floor((turn % 1) * prompts.length)] ?? '', tag }));
}

/** Every side once, so that neighbours differ in dimension and, but for the seam, in hat. */
function alternatingSides({ dimensions, hats }: Framework, kind: PromptKind) {
  return [0, 1].flatMap((round) =>
    dimensions.map(({ id, poles }, place) => {
      const hat = (place + round) % 2 === 0 ? 0 : 1;
      return { tag: `${id}/${hats[hat].id}`, prompts: poles[hat].prompts[kind] };
    }),
  );
}

function evidenceSince(notes: Iterable<IndexedNote>, from: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { date, tags } of notes)
    for (const { dimension, hat, evidence } of tags) {
      if (!evidence || hat === undefined || (date ?? '') < from) continue;
      const tag = `${dimension}/${hat}`;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  return counts;
}
