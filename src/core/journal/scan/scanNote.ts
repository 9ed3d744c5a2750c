/** One pass over a note: what the index, the views and the language features know of it. */
import { isEvidence } from '../evidence';
import { frontMatterRange, type FrontMatterRange } from '../frontMatter';
import type { Heading, NoteTag, OtherTag, ScannedNote } from '../note';
import { candidateEnd, comparable, type KnownTags } from '../tags';
import { scanBlocks } from './blocks';
import { usualFrontMatter, type FrontMatter, type ReadFrontMatter } from './frontMatterTags';
import { hiddenRanges } from './inline';
import { joinedLines, lastNotAfter } from './joined';
import { noteDate, noteTitle } from './naming';
import { PrivateLines } from './privateLines';
import type { Block, Content, Structure } from './structure';
import { readTask } from './tasks';

export interface ScanContext {
  readonly tags: KnownTags;
  /** See `isEvidence`. */
  readonly isKnownLine: (normalisedLine: string) => boolean;
  /** Absent while the YAML library is not loaded: see `ScannedNote.needsYaml`. */
  readonly readYaml?: ReadFrontMatter | undefined;
}

/** Never throws. A byte order mark at the text's start has no width. */
export function scanNote(path: string, text: string, context: ScanContext): ScannedNote {
  return new NoteScan(path, text.startsWith('\uFEFF') ? text.slice(1) : text, context).result();
}

/** A tag whose block may still grow, and whose note may still say that it is private. */
interface PendingTag extends Omit<NoteTag, 'evidence' | 'isPrivate'> {
  readonly in: Block;
}

const noFrontMatter: FrontMatter = { entries: new Map(), tags: [], problem: undefined };

class NoteScan {
  readonly #range: FrontMatterRange;
  readonly #frontMatter: FrontMatter | undefined;
  readonly #structure: Structure;
  readonly #tags: PendingTag[] = [];
  readonly #otherTags: OtherTag[] = [];
  readonly #private: PrivateLines;
  readonly #evidence = new Map<Block, boolean>();

  constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly context: ScanContext,
  ) {
    this.#range = frontMatterRange(text);
    this.#frontMatter = this.#readFrontMatter();
    this.#structure = structureOf(text, this.#range);
    this.#private = new PrivateLines();
  }

  result(): ScannedNote {
    const { entries, problem } = this.#frontMatter ?? noFrontMatter;
    this.#addFrontMatterTags();
    for (const content of this.#structure.contents) this.#addTags(content);
    const headings = this.#structure.headings.map((heading): Heading => {
      const text = joinedLines(this.text, heading.pieces).text.replaceAll('\n', ' ').trim();
      this.#private.addHeading(text, heading.block);
      return { line: heading.line, level: heading.level, text };
    });
    return {
      title: noteTitle(this.path, entries),
      date: noteDate(this.path, entries, headings[0]?.text),
      kind: entries.get('kind')?.trim(),
      person: entries.get('person')?.trim(),
      tags: this.#tags.map((tag) => this.#finished(tag)),
      tasks: this.#structure.tasks.map((task) => this.#task(task)),
      headings,
      otherTags: this.#otherTags,
      frontMatterProblem: problem === undefined ? undefined : this.#place(problem),
      needsYaml: this.#frontMatter === undefined,
    };
  }

  /** `undefined` where only the YAML library could read it. */
  #readFrontMatter(): FrontMatter | undefined {
    const { start, end } = this.#range;
    if (start === end) return noFrontMatter;
    return usualFrontMatter(this.text, start, end) ?? this.context.readYaml?.(this.text, start, end);
  }

  #addFrontMatterTags(): void {
    const note = { first: 0, last: Math.max(0, this.#structure.lastLine) };
    const block = { lines: note, scope: note };
    for (const { start, end, text } of this.#frontMatter?.tags ?? [])
      this.#add(start, end, text, block, true);
  }

  #addTags({ pieces, block }: Content): void {
    const { text, offsetOf } = joinedLines(this.text, pieces);
    let hidden: ReturnType<typeof hiddenRanges> | undefined;
    let index = 0;
    for (let hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
      const end = candidateEnd(text, hash);
      if (end === undefined) continue;
      hidden ??= hiddenRanges(text, this.#structure.definitions);
      while ((hidden[index]?.[1] ?? Infinity) <= hash) index++;
      if ((hidden[index]?.[0] ?? Infinity) > hash)
        this.#add(offsetOf(hash), offsetOf(end), text.slice(hash + 1, end), block, false);
    }
  }

  #add(start: number, end: number, run: string, block: Block, inFrontMatter: boolean): void {
    const place = { start, end, ...this.#place(start) };
    const known = this.context.tags.match(run);
    if (known) this.#tags.push({ ...place, ...known, block: block.lines, inFrontMatter, in: block });
    else this.#otherTags.push({ ...place, text: run });
    if (comparable(run.split('/', 1)[0] ?? '') === 'private') this.#private.add(block);
  }

  #place(offset: number): { line: number; character: number } {
    const { lineStarts } = this.#structure;
    const line = lastNotAfter(lineStarts, offset);
    return { line, character: offset - (lineStarts[line] ?? 0) };
  }

  #finished({ in: block, ...tag }: PendingTag): NoteTag {
    return {
      ...tag,
      block: { ...tag.block },
      evidence: this.#isEvidence(block),
      isPrivate: this.#private.has(tag.line),
    };
  }

  #isEvidence(block: Block): boolean {
    let known = this.#evidence.get(block);
    if (known === undefined) {
      const { lineStarts } = this.#structure;
      const { first, last } = block.lines;
      known = isEvidence(this.text.slice(lineStarts[first], lineStarts[last + 1]), this.context.isKnownLine);
      this.#evidence.set(block, known);
    }
    return known;
  }

  #task(task: Structure['tasks'][number]): ScannedNote['tasks'][number] {
    const place = this.#place(task.mark);
    const details = readTask(this.text, task, this.#structure.definitions);
    return { ...place, ...details, isPrivate: this.#private.has(place.line) };
  }
}

/** The block structure of a note below its front matter. */
export function structureOf(text: string, range = frontMatterRange(text)): Structure {
  const start = range.after || frontMatterRange(text, '+++').after;
  return scanBlocks(text, start, linesBefore(text, start));
}

/** The starts of the lines before an offset that begins a line. */
function linesBefore(text: string, offset: number): number[] {
  const starts: number[] = [];
  let line = 0;
  for (const { index, 0: lineBreak } of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    starts.push(line);
    line = index + lineBreak.length;
  }
  if (line < offset) starts.push(line);
  return starts;
}
