import { promptsOf, sidesOf, type Prompt } from './lookup';
import type { Dimension, Framework, Side, Situation } from './model';

/** A thing that was found: its ids or its place (from 0) in the framework, and its text. */
export type Hit =
  | { readonly kind: 'situation'; readonly situation: string; readonly text: string }
  | { readonly kind: 'dimension'; readonly dimension: string; readonly text: string }
  | (Side & { readonly kind: 'behaviour' | 'move'; readonly index: number; readonly text: string })
  | (Side & {
      readonly kind: 'sign';
      readonly of: 'tooMuch' | 'tooLittle';
      readonly index: number;
      readonly text: string;
    })
  | (Prompt & { readonly kind: 'prompt' });

/** What the index holds of a thing that can be found. */
export interface SearchEntry {
  readonly hit: Hit;
  readonly title: string;
  readonly keywords: string;
  readonly text: string;
}

/** All that can be found, in the order in which things equally good are shown. */
export function searchEntriesOf(framework: Framework): readonly SearchEntry[] {
  return [
    ...framework.situations.map(situationEntry),
    ...framework.dimensions.map(dimensionEntry),
    ...sideHits(framework).map(textEntry),
    ...promptsOf(framework).map((prompt) => textEntry({ kind: 'prompt', ...prompt })),
  ];
}

function situationEntry({ id, title, keywords, move, trap }: Situation): SearchEntry {
  return {
    hit: { kind: 'situation', situation: id, text: title },
    title,
    keywords: keywords.join('\n'),
    text: `${move}\n${trap}`,
  };
}

function dimensionEntry({ id, title, question, poles }: Dimension): SearchEntry {
  return {
    hit: { kind: 'dimension', dimension: id, text: title },
    title,
    keywords: '',
    text: [question, ...poles.map(({ summary }) => summary)].join('\n'),
  };
}

function textEntry(hit: Hit): SearchEntry {
  return { hit, title: '', keywords: '', text: hit.text };
}

function sideHits(framework: Framework): Hit[] {
  return sidesOf(framework).flatMap(({ side, pole }) => {
    const { behaviours, tooMuch, tooLittle, moves } = pole;
    return [
      ...behaviours.map((text, index): Hit => ({ kind: 'behaviour', ...side, index, text })),
      ...tooMuch.map((text, index): Hit => ({ kind: 'sign', of: 'tooMuch', ...side, index, text })),
      ...tooLittle.map((text, index): Hit => ({ kind: 'sign', of: 'tooLittle', ...side, index, text })),
      ...moves.map((text, index): Hit => ({ kind: 'move', ...side, index, text })),
    ];
  });
}
