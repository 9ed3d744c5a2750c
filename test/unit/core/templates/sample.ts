import type { Framework } from '../../../../src/core/framework/model';

const pole = (name: string) => ({
  summary: name,
  behaviours: [],
  tooMuch: [],
  tooLittle: [],
  statements: [],
  moves: [],
  prompts: {
    reflection: [`${name} R1?`, `${name} R2?`, `${name} R3?`],
    oneOnOne: [`${name} O1?`],
    retrospective: [`${name} T1?`],
  },
});

/** Names that stand in no built-in data: nothing may depend on those. */
export const sample: Framework = {
  id: 'sample',
  version: '1.0.0',
  language: 'en',
  title: 'Sample',
  attribution: { author: 'A', title: 'B', date: '2026-01-01' },
  principle: 'Both.',
  hats: [
    { id: 'fox', label: 'Fox', letter: 'F', purpose: 'sly' },
    { id: 'owl', label: 'Owl', letter: 'O', purpose: 'wise' },
  ],
  dimensions: [
    { id: 'day', title: 'Day', question: 'Light?', icon: 'sun', poles: [pole('day fox'), pole('day owl')] },
    {
      id: 'night',
      title: 'Night',
      question: 'Dark?',
      icon: 'moon',
      poles: [pole('night fox'), pole('night owl')],
    },
  ],
  situations: [],
};

export const sampleTags: ReadonlySet<string> = new Set([
  'day',
  'day/fox',
  'day/owl',
  'night',
  'night/fox',
  'night/owl',
]);
