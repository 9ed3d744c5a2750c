/**
 * Markdown of one note as it is to stand in another: its links lead where they led, its known tags are no evidence once
 * more, and what only its own note can have (the id of a block, the definition of a link or a footnote) stays behind.
 */
import { relocatedDestination } from '../markdown/linkPaths';
import { noteName } from '../paths';
import { trimmed } from '../markdown/blockStarts';
import { scanBlocks } from '../markdown/blocks';
import { inlineLinks, type InlineLink } from '../markdown/inline';
import { joinedLines } from '../markdown/joined';
import type { LinkTarget, Structure } from '../markdown/structure';
import { tagRuns } from '../tags/tagRuns';
import type { KnownTags } from '../tags/tags';
import { applyEdits, type TextEdit } from '../../util/textEdit';

/** The note out of which something is copied, and where it goes. */
export interface CopySource extends Pick<Structure, 'definitions' | 'footnotes'> {
  /** What stands on such a line is never copied: of a link that is defined there its text alone is. */
  readonly isPrivate: (line: number) => boolean;
  readonly tags: KnownTags;
  /** Path of the note. */
  readonly from: string;
  /** Path of the note where it goes. */
  readonly to: string;
}

export interface Copied {
  readonly text: string;
  /** Normalised labels of the footnotes whose marks were taken out. */
  readonly footnotes: readonly string[];
}

/** The text of a paragraph, a heading or a cell. */
export function copiedInline(text: string, source: CopySource, preservesTags = false): Copied {
  const { edits, footnotes } = copyEdits(text, source, preservesTags);
  return { text: applyEdits(text, edits), footnotes };
}

/** Whole blocks that stand for themselves. */
export function copiedBlocks(text: string, source: CopySource): Copied {
  const edits: TextEdit[] = [];
  const footnotes: string[] = [];
  for (const { pieces } of scanBlocks(text, 0, [], true).contents) {
    const joined = joinedLines(text, pieces);
    const copied = copyEdits(joined.text, source, false);
    footnotes.push(...copied.footnotes);
    for (const { start, end, text: put } of copied.edits) {
      const from = joined.offsetOf(start);
      edits.push({ start: from, end: end > start ? joined.offsetOf(end - 1) + 1 : from, text: put });
    }
  }
  return { text: applyEdits(text, byPosition(edits)), footnotes };
}

function copyEdits(
  text: string,
  source: CopySource,
  preservesTags: boolean,
): { readonly edits: readonly TextEdit[]; readonly footnotes: readonly string[] } {
  const links = inlineLinks(text, source.definitions, source.footnotes);
  const others = links.flatMap((link) => linkEdits(text, link, source));
  const taken = [
    ...others.filter((edit) => edit.text === ''),
    ...(preservesTags ? [] : tagEdits(text, source)),
  ];
  const idStart = lastIdStart(text, taken);
  const edits = [
    ...others.filter((edit) => edit.text !== ''),
    ...taken,
    ...(idStart < text.length ? [{ start: idStart, end: text.length, text: '' }] : []),
  ];
  const footnotes = links.flatMap((link) => (link.kind === 'footnote' ? [link.label] : []));
  return { edits: byPosition(edits), footnotes };
}

/** Two of them may take out the same white space. */
function byPosition(edits: readonly TextEdit[]): readonly TextEdit[] {
  let last = 0;
  return [...edits]
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, text }) => {
      const from = Math.max(start, last);
      last = Math.max(end, from);
      return { start: from, end: last, text };
    });
}

function linkEdits(text: string, link: InlineLink, source: CopySource): readonly TextEdit[] {
  const { start, end } = link;
  const { from, to } = source;
  const written = text.slice(start, end);
  switch (link.kind) {
    case 'destination':
      return changed(start, written, relocatedDestination(written, from, to));
    case 'wiki':
      return changed(start, written, written.startsWith('#') ? `${noteName(from)}${written}` : written);
    case 'footnote':
      return [cut(text, start, end)];
    case 'reference':
      return referenceEdits(link, source);
  }
}

function changed(start: number, before: string, after: string): readonly TextEdit[] {
  return before === after ? [] : [{ start, end: start + before.length, text: after }];
}

/** Becomes a link that needs no definition. */
function referenceEdits(
  { start, end, text: [from, to], label }: Extract<InlineLink, { readonly kind: 'reference' }>,
  { definitions, isPrivate, ...way }: CopySource,
): readonly TextEdit[] {
  const target = definitions.get(label);
  if (!target || isPrivate(target.line))
    return [
      { start, end: from, text: '' },
      { start: to, end, text: '' },
    ];
  return [{ start: to + 1, end, text: resource(target, way) }];
}

function resource({ destination, title }: LinkTarget, { from, to }: Pick<CopySource, 'from' | 'to'>): string {
  const said = onOneLine(title);
  return `(${relocatedDestination(destination, from, to)}${said === '' ? '' : ` ${said}`})`;
}

export function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
}

function tagEdits(text: string, { definitions, tags }: CopySource): readonly TextEdit[] {
  return tagRuns(text, definitions)
    .filter(([start, end]) => tags.match(text.slice(start + 1, end)))
    .map(([start, end]) => cut(text, start, end));
}

/** Without the spaces that set it apart: white space on both sides becomes that before it, at a line’s end none. */
function cut(text: string, start: number, end: number): TextEdit {
  const [after] = trimmed(text, end, text.length);
  const isLast = after === text.length || text.charAt(after) === '\n';
  if (isLast) return { start: trimmed(text, 0, start)[1], end: after, text: '' };
  return { start, end: start === 0 || /\s/.test(text.charAt(start - 1)) ? after : end, text: '' };
}

/** As `blockIdStart`, of all that would be the last thing of the text once what is taken out is gone. */
function lastIdStart(text: string, taken: readonly TextEdit[]): number {
  let [start, end] = [text.length, text.length];
  for (;;) {
    const words = trimmed(text, 0, end)[1];
    const id = blockIdStart(text.slice(0, words));
    const last = taken.find((edit) => edit.start < words && words <= edit.end);
    if (id === words && !last) return start;
    if (id < words) start = id;
    end = id < words ? id : (last?.start ?? 0);
  }
}

/** Where the id of a block begins (` ^offer-1`), which counts only as the last thing of it; else the text’s length. */
export function blockIdStart(text: string): number {
  const last = text.trimEnd();
  const caret = last.lastIndexOf('^');
  if (caret < 0 || !/^[A-Za-z0-9-]+$/.test(last.slice(caret + 1))) return text.length;
  const words = last.slice(0, caret).trimEnd().length;
  return caret === 0 || words < caret ? words : text.length;
}
