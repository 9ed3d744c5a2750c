/**
 * Markdown that goes into a section of another note and is to stay in it: no heading of it ends the section, and it
 * leaves nothing open that would swallow what follows.
 */
import { lineEnd } from '../../util/lines';
import { scanBlocks } from './blocks';
import { joinedLines, floorIndex } from './joined';
import type { HeadingContent, Structure } from './structure';
import { applyEdits, type TextEdit } from '../../util/textEdit';

/**
 * The same words, with headings of deeper levels where that is needed.
 * @param level of the section's heading
 */
export function demoteHeadings(text: string, level: number): string {
  const structure = scanBlocks(text, 0, []);
  const levels = deeperLevels(structure.headings, level);
  const edits = structure.headings.flatMap((heading) =>
    headingEdits(text, structure, heading, levels.get(heading.level) ?? heading.level),
  );
  const { missingEnd } = structure;
  return applyEdits(text, edits) + (missingEnd === undefined ? '' : `\n${missingEnd}`);
}

/** Levels move together. Where there is no room for that, they close up: what lay below another does so still. */
function deeperLevels(headings: readonly HeadingContent[], level: number): ReadonlyMap<number, number> {
  const used = [...new Set(headings.map((heading) => heading.level))].sort();
  const [first = 0, last = 0] = [used[0], used.at(-1)];
  const by = Math.max(0, level + 1 - first);
  const hasRoom = last + by <= deepest;
  return new Map(used.map((old, rank) => [old, hasRoom ? old + by : Math.min(level + 1 + rank, deepest)]));
}

const deepest = 6;

function headingEdits(
  text: string,
  { lineStarts }: Structure,
  { level, line, pieces }: HeadingContent,
  wanted: number,
): TextEdit[] {
  if (level === wanted) return [];
  const [start = 0] = pieces;
  const hashes = '#'.repeat(wanted);
  const before = text.slice(lineStarts[line], start).trimEnd();
  const end = (lineStarts[line] ?? 0) + before.length;
  // Nothing of the like stands before a setext heading’s text.
  if (before.endsWith('#')) return [{ start: end - level, end, text: hashes }];
  const underline = lineStarts[floorIndex(lineStarts, pieces.at(-2) ?? start) + 1] ?? text.length;
  const words = headingWords(joinedLines(text, pieces).text);
  const prefix = text.slice(lineStarts[line], start);
  // An underline is never indented so far that its text would be code, or run on, once it stands alone.
  const opening = deepIndent.test(prefix) ? text.slice(underline).replace(/[^\s>].*$/s, '') : prefix;
  return [
    { start: lineStarts[line] ?? 0, end: lineEnd(text, underline), text: `${opening}${hashes} ${words}` },
  ];
}

const deepIndent = /^[\s>]*(?:\s{4}|\t)$/;

/** On one line, where `#`s at the end would be marks and no words. */
function headingWords(lines: string): string {
  const words = lines.replace(/\s*\n\s*/g, ' ').trim();
  return words.replace(/(?<=^|\s)#+$/, String.raw`\$&`);
}
