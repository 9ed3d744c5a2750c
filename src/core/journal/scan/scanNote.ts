/** One pass over a note: what the index, the views and the language features know of it. */
import { movedHash } from '../tasks/movedTaskText';
import { isEvidence, type KnownLines } from '../blocks/evidence';
import { frontMatterRange, type FrontMatterRange } from '../frontMatter/frontMatter';
import { structureOf } from '../frontMatter/noteStructure';
import type { Heading, NoteFacts, NoteTag, NoteTask, OtherTag, ScannedNote } from '../note';
import { candidateEnd, type KnownTag, type KnownTags } from '../tags/tags';
import { code, isDigit } from '../markdown/cursor';
import { cutRanges } from '../markdown/cutRanges';
import { unfencedFrontMatter, unreadFrontMatter } from '../frontMatter/frontMatterLines';
import { usualFrontMatter, type FrontMatter, type ReadFrontMatter } from '../frontMatter/frontMatterTags';
import { commentRanges } from '../markdown/inline';
import type { Ranges } from '../markdown/structure';
import { joinedLines, floorIndex } from '../markdown/joined';
import { noteDate, noteTitle } from '../markdown/naming';
import { PrivateLines } from './privateLines';
import { isPrivateTag } from '../frontMatter/privateWords';
import type { Block, Content, HeadingContent, Structure, TaskContent } from '../markdown/structure';
import { tagRuns } from '../tags/tagRuns';
import { readTask, taskText } from '../tasks/tasks';

export interface ScanContext {
  readonly tags: KnownTags;
  /** See `isEvidence`; absent where that does not matter. */
  readonly knownLines?: KnownLines | undefined;
  /** Absent while the YAML library is not loaded: see `ScannedNote.needsYaml`. */
  readonly readYaml?: ReadFrontMatter | undefined;
}

/** Never throws. A byte order mark at the text's start has no width. */
export function scanNote(path: string, text: string, context: ScanContext): ScannedNote {
  return new NoteScan(path, text.startsWith('\uFEFF') ? text.slice(1) : text, context).result();
}

export type ScannedFacts = Pick<ScannedNote, keyof NoteFacts | 'needsYaml'>;

/**
 * What an index keeps of a note, as `scanNote` finds it. Where nothing in the text can be a known tag or a task, its
 * structure is not looked at.
 */
export function scanFacts(path: string, text: string, context: ScanContext): ScannedFacts {
  return quickFacts(path, text, context) ?? scanNote(path, text, context);
}

function quickFacts(path: string, text: string, context: ScanContext): ScannedFacts | undefined {
  if (mayHoldKnownTag(text, context.tags) || mayHoldTask(text)) return undefined;
  const { start, end } = frontMatterRange(text);
  const frontMatter = start === end ? noFrontMatter : usualFrontMatter(text, start, end);
  if (!frontMatter || frontMatter.tags.length > 0 || unfencedFrontMatter(text)) return undefined;
  const { entries } = frontMatter;
  const date = noteDate(path, entries, undefined);
  if (date === undefined && mayHoldDate(text)) return undefined;
  const title = noteTitle(path, entries);
  const [kind, person] = [entries.get('kind')?.trim(), entries.get('person')?.trim()];
  return { title, date, kind, person, tags: [], tasks: [], needsYaml: false };
}

function mayHoldKnownTag(text: string, tags: KnownTags): boolean {
  for (let hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
    const end = candidateEnd(text, hash);
    if (end !== undefined && tags.match(text.slice(hash + 1, end))) return true;
  }
  return false;
}

/** `[ ]` and its like, wherever it stands. */
function mayHoldTask(text: string): boolean {
  for (let bracket = text.indexOf(']'); bracket >= 0; bracket = text.indexOf(']', bracket + 1))
    if (text.charCodeAt(bracket - 2) === code.openBracket) return true;
  return false;
}

/** A year and a month, wherever they stand: in a heading they date the note. */
function mayHoldDate(text: string): boolean {
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1))
    if (text.charCodeAt(dash + 3) === code.minus && isDigit(text.charCodeAt(dash - 1))) return true;
  return false;
}

/** A tag whose block may still grow, and whose note may still say that it is private. */
interface PendingTag {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly tag: KnownTag;
  readonly block: Block;
  readonly inFrontMatter: boolean;
}

const noFrontMatter: FrontMatter = { entries: new Map(), tags: [], isPrivate: false, problem: undefined };

class NoteScan {
  readonly #range: FrontMatterRange;
  readonly #frontMatter: FrontMatter;
  #needsYaml = false;
  readonly #structure: Structure;
  readonly #tags: PendingTag[] = [];
  readonly #otherTags: OtherTag[] = [];
  readonly #private: PrivateLines;
  readonly #evidence = new Map<Block, boolean>();
  #comments: Ranges | undefined;

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
    const { problem } = this.#frontMatter;
    const entries = this.#entries();
    this.#addFrontMatterTags();
    for (const content of this.#structure.contents) this.#addTags(content);
    const headings = this.#structure.headings.map((heading): Heading => {
      const text = this.#headingText(heading);
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
      privateLines: this.#private.ranges,
      frontMatterProblem: problem === undefined ? undefined : this.#place(problem),
      needsYaml: this.#needsYaml,
    };
  }

  /** A title is the only one that says something of what the note is about. */
  #entries(): ReadonlyMap<string, string> {
    const { entries, isPrivate } = this.#frontMatter;
    return isPrivate ? new Map([...entries].filter(([key]) => key !== 'title')) : entries;
  }

  #headingText({ pieces }: HeadingContent): string {
    const { text } = joinedLines(this.text, pieces);
    const shown = cutRanges(text, commentRanges(text, this.#structure.definitions), 0, text.length);
    return shown.replaceAll('\n', ' ').trim();
  }

  #readFrontMatter(): FrontMatter {
    const { start, end, after } = this.#range;
    if (after === 0) return unfencedFrontMatter(this.text) ?? noFrontMatter;
    const usual = usualFrontMatter(this.text, start, end);
    if (usual) return usual;
    const { readYaml } = this.context;
    this.#needsYaml = readYaml === undefined;
    return readYaml?.(this.text, start, end) ?? unreadFrontMatter(this.text.slice(start, end), undefined);
  }

  #addFrontMatterTags(): void {
    const lastOfFrontMatter = this.#lineAt(Math.max(0, this.#range.after - 1));
    const note = { first: 0, last: Math.max(lastOfFrontMatter, this.#structure.lastLine) };
    const block = { lines: note, scope: note };
    const { tags, isPrivate } = this.#frontMatter;
    for (const { start, end, text } of tags) this.#add(start, end, text, block, true);
    if (isPrivate) this.#private.add(block);
  }

  #addTags({ pieces, block }: Content): void {
    const { text, offsetOf } = joinedLines(this.text, pieces);
    for (const [start, end] of tagRuns(text, this.#structure.definitions))
      this.#add(offsetOf(start), offsetOf(end), text.slice(start + 1, end), block, false);
  }

  #add(start: number, end: number, run: string, block: Block, inFrontMatter: boolean): void {
    const line = this.#lineAt(start);
    const tag = this.context.tags.match(run);
    if (tag) this.#tags.push({ start, end, line, tag, block, inFrontMatter });
    else this.#otherTags.push({ start, end, line, character: this.#characterAt(start, line), text: run });
    if (isPrivateTag(run)) this.#private.add(block);
  }

  #lineAt(offset: number): number {
    return floorIndex(this.#structure.lineStarts, offset);
  }

  #characterAt(offset: number, line: number): number {
    return offset - (this.#structure.lineStarts[line] ?? 0);
  }

  #place(offset: number): { line: number; character: number } {
    const line = this.#lineAt(offset);
    return { line, character: this.#characterAt(offset, line) };
  }

  // Written out, because copying by `...` takes ten times as long: an index makes some 10,000 of them.
  #finished({ start, end, line, tag, block, inFrontMatter }: PendingTag): NoteTag {
    return {
      start,
      end,
      line,
      character: this.#characterAt(start, line),
      dimension: tag.dimension,
      hat: tag.hat,
      block: block.lines,
      inFrontMatter,
      evidence: this.#isEvidence(block),
      isPrivate: this.#private.has(line),
    };
  }

  #isEvidence(block: Block): boolean {
    let known = this.#evidence.get(block);
    if (known === undefined) {
      const { lineStarts } = this.#structure;
      const { first, last } = block.lines;
      const [start, end] = [lineStarts[first] ?? 0, lineStarts[last + 1] ?? this.text.length];
      this.#comments ??= this.#structure.commentRanges();
      known = isEvidence(cutRanges(this.text, this.#comments, start, end), this.context.knownLines);
      this.#evidence.set(block, known);
    }
    return known;
  }

  #task(content: TaskContent): NoteTask {
    const { line, character } = this.#place(content.mark);
    const { state, due, owner, hash: own } = readTask(this.text, content, this.#structure.definitions);
    const hash = state === 'moved' ? (this.#movedHash(content) ?? own) : own;
    const isPrivate = this.#private.has(line);
    return { line, character, state, due, owner: owner?.name, hash, isPrivate };
  }

  #movedHash(content: TaskContent): string | undefined {
    const { definitions, footnotes } = this.#structure;
    return movedHash(taskText(this.text, content), {
      ...{ definitions, footnotes, tags: this.context.tags, from: this.path },
      isPrivate: (line) => this.#private.has(line),
    });
  }
}
