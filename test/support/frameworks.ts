import type { Framework, Pole } from '../../src/core/framework/model';

function pole(side: string): Pole {
  const texts = (what: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${side} ${what} ${index + 1}`);
  return {
    summary: `${side} summary`,
    behaviours: texts('behaviour', 4),
    tooMuch: texts('too much', 2),
    tooLittle: texts('too little', 2),
    statements: texts('statement', 3),
    prompts: {
      reflection: texts('reflection', 3),
      oneOnOne: texts('question', 3),
      retrospective: texts('retro', 3),
    },
    moves: texts('move', 2),
  };
}

/** A framework with these dimensions and the hats `keep` and `lead`; every text tells where it stands. */
export function makeFramework(...dimensions: string[]): Framework {
  return {
    id: 'sample',
    version: '1.0.0',
    language: 'en',
    title: 'Sample framework',
    attribution: { author: 'Nobody', title: 'Nothing', date: '2026-01-01' },
    principle: 'Both hats are needed.',
    hats: [
      { id: 'keep', label: 'Keeping', letter: 'K', purpose: 'keep things running' },
      { id: 'lead', label: 'Leading', letter: 'L', purpose: 'set direction' },
    ],
    dimensions: dimensions.map((id) => ({
      id,
      title: `The ${id}`,
      question: `What about ${id}?`,
      icon: 'circle',
      poles: [pole(`${id}/keep`), pole(`${id}/lead`)],
    })),
    situations: [],
  };
}
