/**
 * What a note that is there already takes in of what a new one would open with: each part at the end of its section (above
 * what has a heading of its own in it), or as a section above the first that the person wrote. Nothing else of the note changes.
 */
import { appendedItem } from '../journal/capture/captured';
import { takenUp, topicsKey } from '../journal/capture/topics';
import { frontMatterRange, writeFrontMatter, writeScalar } from '../journal/frontMatter/frontMatter';
import { unfencedFrontMatter } from '../journal/frontMatter/frontMatterLines';
import { usualFrontMatter } from '../journal/frontMatter/frontMatterTags';
import { structureOf } from '../journal/frontMatter/noteStructure';
import { joinedLines } from '../journal/markdown/joined';
import { scanNote } from '../journal/scan/scanNote';
import type { KnownTags } from '../journal/tags/tags';
import { lineEnd } from '../util/lines';
import { applyEdits, type TextEdit } from '../util/textEdit';
import { sectionLevel, sectionsText, type OpeningSection } from './carryOver';

export interface TakeInOptions {
  /** Headings of all sections that an opening may have. */
  readonly headings: ReadonlySet<string>;
  /** Of the topics among them, for the front matter. */
  readonly mark?: string | undefined;
}

/**
 * @returns the edits of the note’s text, in its order; `undefined` where its front matter takes a form into which no mark
 *   of topics can go
 */
export function takeIn(
  note: string,
  sections: readonly OpeningSection[],
  { headings, mark }: TakeInOptions,
): readonly TextEdit[] | undefined {
  const shift = note.startsWith('\uFEFF') ? 1 : 0;
  const text = note.slice(shift);
  const marked = mark === undefined ? [] : markEdits(text, mark);
  if (!marked) return undefined;
  const missing: OpeningSection[] = [];
  let now = text;
  for (const section of sections) {
    const there = ownSections(now).find(({ heading }) => heading === section.heading);
    if (there) now = applyEdits(now, [insertion(now, there.ownEnd, section.text)]);
    else missing.push(section);
  }
  if (missing.length > 0) now = applyEdits(now, [sectionsEdit(now, missing, headings)]);
  return [...marked, ...difference(text, now)].map(({ start, end, text: put }) => {
    return { start: start + shift, end: end + shift, text: put };
  });
}

interface Section {
  readonly heading: string;
  readonly isPrivate: boolean;
  readonly level: number;
  readonly start: number;
  /** Where the next heading begins, or the text ends. */
  readonly ownEnd: number;
  /** The same of the next heading that is none below it. */
  readonly end: number;
}

/** In the order of the text, without those in lists, quotes and footnotes. */
function topSections(text: string): readonly Section[] {
  const { headings, items, footnoteLines, lineStarts } = structureOf(text);
  const { privateLines } = scanNote('', text, { tags: noTags });
  const holds = (line: number) => (range: { readonly first: number; readonly last: number }) =>
    range.first <= line && line <= range.last;
  const top = headings.flatMap(({ line, level, pieces }) => {
    const start = lineStarts[line] ?? 0;
    const isWithin = items.some(({ scope }) => holds(line)(scope)) || footnoteLines.some(holds(line));
    const isQuoted = !/^ {0,3}(?:#{1,6}[ \t]*)?$/.test(text.slice(start, pieces[0]));
    if (isWithin || isQuoted) return [];
    const heading = joinedLines(text, pieces).text.trim();
    return [{ heading, level, start, isPrivate: privateLines.some(holds(line)) }];
  });
  return top.map((section, index) => {
    const below = top.slice(index + 1);
    const next = below.find(({ level }) => level <= section.level);
    return { ...section, ownEnd: below[0]?.start ?? text.length, end: next?.start ?? text.length };
  });
}

const noTags: KnownTags = { match: () => undefined };

/** Those to which more can be added. */
function ownSections(text: string): readonly Section[] {
  return topSections(text).filter(({ level, isPrivate }) => level === sectionLevel && !isPrivate);
}

/** Above the first heading of the person’s own below the title, so that no words of theirs come under another one. */
function sectionsEdit(
  text: string,
  sections: readonly OpeningSection[],
  headings: ReadonlySet<string>,
): TextEdit {
  const all = topSections(text);
  const opening = all.filter(({ heading, level }) => level === sectionLevel && headings.has(heading));
  const isOpening = ({ start }: Section) => opening.some((one) => one.start <= start && start < one.end);
  const place = all.find((section, index) => (section.isPrivate || index > 0) && !isOpening(section));
  const put = sectionsText(sections);
  if (!place) return insertion(text, text.length, put.trimEnd());
  const { start } = place;
  const gap = endsWithEmptyLine.test(text.slice(0, start)) ? '' : '\n';
  return { start, end: start, text: withBreaksOf(text, gap + put + outOfLists(text, start)) };
}

const endsWithEmptyLine = /(?:^|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$|^$/;

/** Whole blocks as the last thing before an offset at which a heading begins, or the text ends. */
function insertion(text: string, end: number, blocks: string): TextEdit {
  const { offset, text: put } = appendedItem(text.slice(0, end), blocks);
  // Lines that are underlined, and so a heading, would go on with what stands right above.
  const isApart = end === text.length || endsWithEmptyLine.test(text.slice(0, end));
  const gap = isApart ? '' : '\n';
  return { start: offset, end: offset, text: withBreaksOf(text, put + gap + outOfLists(text, end)) };
}

/** What keeps a heading that is indented out of the list above it. */
function outOfLists(text: string, heading: number): string {
  return text.slice(heading, heading + 1).startsWith(' ') ? '<!-- -->\n\n' : '';
}

function withBreaksOf(text: string, put: string): string {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return put.replace(/\r\n|\n|\r/g, lineBreak);
}

/** The mark in the front matter, which is made where there is none. */
function markEdits(text: string, mark: string): readonly TextEdit[] | undefined {
  const { start, end, after } = frontMatterRange(text);
  if (takenUp(text) === mark) return [];
  if (after === 0) {
    const isOther = unfencedFrontMatter(text) !== undefined || frontMatterRange(text, '+++').after > 0;
    const head = writeFrontMatter([[topicsKey, mark]]);
    return isOther ? undefined : [{ start: 0, end: 0, text: withBreaksOf(text, `${head}\n`) }];
  }
  if (!usualFrontMatter(text, start, end)) return undefined;
  const line = `${topicsKey}: ${writeScalar(mark)}`;
  const before = new RegExp(String.raw`^(["']?)${topicsKey}\1:`, 'm').exec(text.slice(start, end));
  if (!before) return [{ start: end, end, text: withBreaksOf(text, `${line}\n`) }];
  // What somebody else wrote there is not ours to replace.
  if (!/^\d+-[0-9a-f]+$/.test(takenUp(text) ?? '')) return undefined;
  const from = start + before.index;
  return [{ start: from, end: lineEnd(text, from), text: line }];
}

/** As one edit: what begins and ends alike stays. */
function difference(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  // Not between the halves of a character or of a line break.
  while (start > 0 && isWithin(before, after, start)) start--;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  while (same > 0 && /[\udc00-\udfff\n]/.test(after.charAt(after.length - same))) same--;
  return [{ start, end: before.length - same, text: after.slice(start, after.length - same) }];
}

function isWithin(before: string, after: string, offset: number): boolean {
  return [before, after].some((text) =>
    /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(offset - 1, offset + 1)),
  );
}
