/** What a person wrote in a note, passage by passage: what is private told apart, what a template wrote left out. */
import { normaliseLine, type KnownLines } from '../blocks/evidence';
import { NoteLines } from '../blocks/excerpt';
import { frontMatterRange } from '../frontMatter/frontMatter';
import { structureOf } from '../frontMatter/noteStructure';
import { floorIndex } from '../markdown/joined';
import type { LineRange, NoteTask, ScannedNote } from '../note';

/** A paragraph, a list item without those nested in it, or a row of a table. */
export interface Passage {
  /** 0-based, both included. */
  readonly lines: LineRange;
  /** Plain, on one line, without tags; at most about 2,000 UTF-16 units. It is no Markdown: escape it. */
  readonly text: string;
  /** The nearest heading above it, plain; absent where there is none, or it says nothing. */
  readonly heading: string | undefined;
  /** Absent: it is no task. */
  readonly task: NoteTask | undefined;
}

export interface Written {
  /** In the order of the text. */
  readonly own: readonly Passage[];
  /** What is never copied, exported or digested unless the person decides so for each of them. */
  readonly private: readonly Passage[];
}

/**
 * The person’s own words in a note. Headings, code, comments, front matter and lines of templates and prompts are none;
 * nor is the line with which a note opens that says when one last met.
 * @param text the note’s, of which `scanned` is the scan
 * @param known lines of templates and prompts: nobody wrote them
 */
export function writtenIn(
  text: string,
  scanned: Pick<ScannedNote, 'privateLines' | 'tasks'>,
  known: KnownLines,
): Written {
  const note = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const isPrivate = ({ first, last }: LineRange) =>
    scanned.privateLines.some((range) => range.first <= last && first <= range.last);
  const { passages, sections } = partsOf(note);
  const reader = new Reader(note, { ...scanned, sections }, known);
  const written = { own: new Array<Passage>(), private: new Array<Passage>() };
  for (const lines of passages) {
    const passage = reader.read(lines);
    if (passage) written[isPrivate(lines) ? 'private' : 'own'].push(passage);
  }
  return written;
}

interface Parts {
  /** Blocks with text, headings not among them. */
  readonly passages: readonly LineRange[];
  /** Headings, each at its first line, with what stands below them: of one in a list or a quote no more than that. */
  readonly sections: readonly LineRange[];
}

function partsOf(note: string): Parts {
  const { contents, headings, lineStarts } = structureOf(note, frontMatterRange(note), true);
  const titles = new Set(headings.map(({ pieces }) => pieces));
  const blocks = new Map<object, LineRange>();
  for (const { pieces, block } of contents) {
    if (titles.has(pieces)) continue;
    // The block of a tag in a heading is its section: of anything else, the lines are its own.
    const first = floorIndex(lineStarts, pieces[0] ?? 0);
    const last = floorIndex(lineStarts, pieces.at(-2) ?? 0);
    const before = blocks.get(block);
    blocks.set(block, before ? { first: before.first, last: Math.max(before.last, last) } : { first, last });
  }
  // Each cell of a row is a block of its own.
  const passages = new Map(Array.from(blocks.values(), (lines) => [lines.first, lines]));
  return {
    passages: [...passages.values()].sort((one, other) => one.first - other.first),
    sections: headings.map(({ line, block: { scope } }) => ({ first: line, last: scope.last })),
  };
}

class Reader {
  readonly #raw: readonly string[];
  readonly #lines: NoteLines;
  readonly #tasks: ReadonlyMap<number, NoteTask>;

  constructor(
    note: string,
    private readonly parts: Pick<ScannedNote, 'tasks'> & Pick<Parts, 'sections'>,
    private readonly known: KnownLines,
  ) {
    this.#raw = note.split(/\r\n|\n|\r/);
    this.#lines = new NoteLines(note, []);
    this.#tasks = new Map(parts.tasks.map((task) => [task.line, task]));
  }

  read(lines: LineRange): Passage | undefined {
    const text = this.#ownText(lines);
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return undefined;
    return { lines, text, heading: this.#headingAbove(lines.first), task: this.#tasks.get(lines.first) };
  }

  /** Runs of lines that no template wrote. */
  #ownText({ first, last }: LineRange): string {
    const runs: LineRange[] = [];
    for (let line = first; line <= last; line++) {
      if (!this.#isOwn(line)) continue;
      const run = runs.at(-1);
      if (run?.last === line - 1) runs.splice(-1, 1, { first: run.first, last: line });
      else runs.push({ first: line, last: line });
    }
    return runs
      .map((run) => this.#lines.plainText(run))
      .filter(Boolean)
      .join(' ');
  }

  #isOwn(line: number): boolean {
    const raw = this.#raw[line] ?? '';
    return !opensNote.test(raw) && !this.known.has(normaliseLine(raw));
  }

  #headingAbove(line: number): string | undefined {
    const above = this.parts.sections.filter(({ first, last }) => first < line && line <= last).at(-1);
    const text = above && this.#lines.plainText({ first: above.first, last: above.first });
    return text === '' ? undefined : text;
  }
}

/** `*Last met 12 days ago, 2026-11-12*`, in whatever language. */
const opensNote = /^\*[^*]*\d{4}-\d{2}-\d{2}\*$/;
