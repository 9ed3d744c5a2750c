import type { ReportBlock, PlainBlock } from '../../core/report/blocks';

export function text(words: string, tone: 'plain' | 'quiet' = 'plain'): PlainBlock {
  return { kind: 'text', text: words, tone };
}

/** Nothing where there is nothing in it. */
export function more(summary: string, blocks: readonly PlainBlock[]): readonly ReportBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'more', summary, blocks }];
}

/** Nothing where there are no items. */
export function list(items: readonly string[]): readonly PlainBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
