/** The report as Markdown with its pictures beside it. What people wrote is text in it, never markup. */
import { encodedSegment, markdownText } from '../../journal/markdown/linkPaths';
import type { Cell, FindingBlock, ReportBlock, ReportSection, Table } from '../blocks';
import { drawBalance } from '../charts/balance';
import { drawCourse } from '../charts/course';
import { cellText, widths, type ExportedDocument, type ExportedFile } from './document';
import { svgFile } from './svgFile';

/** @param name of the Markdown file; those of the pictures begin with it, and they come before it */
export function markdownFiles(exported: ExportedDocument, name: string): readonly ExportedFile[] {
  const writer = new Writer(name.replace(/\.[^.]*$/, ''));
  const text = writer.write(exported);
  return [...writer.pictures, { name, text }];
}

class Writer {
  readonly pictures: ExportedFile[] = [];

  /** @param stem what the names of the pictures begin with */
  constructor(private readonly stem: string) {}

  write({ title, head, sections }: ExportedDocument): string {
    const parts = [
      `# ${inline(title)}`,
      ...head.map(inline),
      ...sections.flatMap((each) => this.#section(each)),
    ];
    return `${parts.join('\n\n')}\n`;
  }

  #section({ id, heading, blocks }: ReportSection): readonly string[] {
    return [`## ${inline(heading)}`, ...blocks.flatMap((each) => this.#block(each, id))];
  }

  #block(block: ReportBlock, id: string): readonly string[] {
    switch (block.kind) {
      case 'text':
        return [inline(block.text)];
      case 'list':
        return list(block.items);
      case 'balance':
        return [this.#picture(id, block.balance.title, drawBalance(block.balance, widths.balance, id))];
      case 'courses':
        return block.courses.flatMap(({ heading, sentences, course }, index) => [
          `### ${inline(heading)}`,
          this.#picture(`${id}-${index + 1}`, course.description, drawCourse(course, widths.course, id)),
          ...sentences.map(inline),
        ]);
      case 'table':
        return table(block);
      case 'finding':
        return finding(block);
      case 'more':
        return [
          `### ${inline(block.summary)}`,
          ...block.blocks.flatMap((each, index) => this.#block(each, `${id}-more-${index + 1}`)),
        ];
      case 'check':
        return [];
    }
  }

  #picture(id: string, described: string, svg: string): string {
    const name = `${this.stem}-${id}.svg`;
    this.pictures.push({ name, text: svgFile(svg) });
    return `![${inline(described)}](${encodedSegment(name)})`;
  }
}

function list(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${inline(item)}`).join('\n')];
}

function table({ caption, head, rows }: Table): readonly string[] {
  const row = (cells: readonly Cell[]) => `| ${cells.map((cell) => inline(cellText(cell))).join(' | ')} |`;
  return [
    `**${inline(caption)}**`,
    [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n'),
  ];
}

function finding({ title, counts, question, move, shows, links }: FindingBlock): readonly string[] {
  return [
    `### ${inline(title)}`,
    ...[counts, question, move, shows].map(inline),
    ...list(links.map(cellText)),
  ];
}

/** Text on one line, whatever stands in it: neither the beginning of a block nor an address. */
function inline(text: string): string {
  return markdownText(text.trim())
    .replace(/^([-+])(?=\s|$|[-+])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`);
}
