/** What a full Markdown parser says: where a text's tags would stand, by mdast and GFM. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { candidateEnd } from '../../../../../src/core/journal/tags/tags';

/** Without the second search for addresses, whose nodes have no positions. */
const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** Offsets of the `#` of each tag candidate that the parser takes as text. */
export function referenceTags(markdown: string): number[] {
  const tree = parsed(markdown);
  const texts: (readonly [number, number])[] = [];
  collect(tree, markdown, texts);
  const found: number[] = [];
  for (let hash = markdown.indexOf('#'); hash >= 0; hash = markdown.indexOf('#', hash + 1))
    if (
      candidateEnd(markdown, hash) !== undefined &&
      texts.some(([start, end]) => start <= hash && hash < end)
    )
      found.push(hash);
  return found;
}

function collect(node: Nodes, markdown: string, texts: (readonly [number, number])[]): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (node.type === 'text') texts.push([start, end]);
  // An address that stands as it is, in angle brackets or not.
  if (node.type === 'link' && !markdown.startsWith('[', start)) return;
  if ('children' in node) for (const child of node.children) collect(child, markdown, texts);
}

/** A paragraph or table row that is in no list and no footnote: offsets, and `first-last`, its lines from 0 on. */
interface ReferenceBlock {
  readonly start: number;
  readonly end: number;
  readonly lines: string;
}

export function referenceBlocks(markdown: string): readonly ReferenceBlock[] {
  const found: ReferenceBlock[] = [];
  collectBlocks(parsed(markdown), found);
  return found;
}

function collectBlocks(node: Nodes, found: ReferenceBlock[]): void {
  if (node.type === 'listItem' || node.type === 'footnoteDefinition') return;
  if (node.type === 'paragraph' || node.type === 'tableRow') {
    const { start, end } = node.position!;
    const lines = `${start.line - 1}-${end.line - 1}`;
    found.push({ start: start.offset ?? 0, end: end.offset ?? 0, lines });
  } else if ('children' in node) for (const child of node.children) collectBlocks(child, found);
}

function parsed(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions });
}
