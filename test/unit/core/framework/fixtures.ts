import fc from 'fast-check';
import type { Dimension, Framework, Pole } from '../../../../src/core/framework/model';

/** Two dimensions and two situations, small enough to see through. Its texts name where they stand. */
export const smallFramework: Framework = {
  id: 'small',
  version: '1.2.0',
  language: 'en',
  title: 'Small',
  attribution: { author: 'A. Writer', title: 'An Article', date: '2024-05-07' },
  principle: 'Both are needed.',
  hats: [
    { id: 'keeper', label: 'Keeper', letter: 'K', purpose: 'keep it going' },
    { id: 'seeker', label: 'Seeker', letter: 'S', purpose: 'look ahead' },
  ],
  dimensions: [dimension('goals', 'Goals'), dimension('people', 'People')],
  situations: [
    {
      id: 'fire',
      title: 'The house is on fire',
      keywords: ['smoke', 'alarm'],
      first: { dimension: 'goals', hat: 'keeper' },
      move: 'Leave by the stairs.',
      then: { dimension: 'people', hat: 'seeker' },
      trap: 'Going back for the cat.',
    },
    {
      id: 'move',
      title: 'Somebody moves out',
      keywords: [],
      first: { dimension: 'people', hat: 'seeker' },
      move: 'Ask why.',
      then: { dimension: 'people', hat: 'keeper' },
      trap: 'Counting the boxes.',
    },
  ],
};

function dimension(id: string, title: string): Dimension {
  return {
    id,
    title,
    question: `What about ${id}?`,
    icon: 'target',
    poles: [pole(`${id} keeper`), pole(`${id} seeker`)],
  };
}

function pole(of: string): Pole {
  return {
    summary: `${of} summary`,
    behaviours: [`${of} behaviour 1`, `${of} behaviour 2`],
    tooMuch: [`${of} too much`],
    tooLittle: [`${of} too little`],
    statements: [`${of} statement 1`, `${of} statement 2`, `${of} statement 3`],
    prompts: {
      reflection: [`${of} reflection 1`, `${of} reflection 2`],
      oneOnOne: [`${of} one-on-one 1`],
      retrospective: [`${of} retrospective 1`],
    },
    moves: [`${of} move 1`],
  };
}

/** A framework file with one dimension and no situations. */
export const singleYaml = `id: single
version: 1.0.0
language: en
title: Single
attribution: { author: A. Writer, title: An Article, date: 2024-05-07 }
principle: Both are needed.
hats:
  - { id: keeper, label: Keeper, letter: K, purpose: keep it going }
  - { id: seeker, label: Seeker, letter: S, purpose: look ahead }
dimensions:
  - id: goals
    title: Goals
    question: What about goals?
    icon: target
    poles:
      seeker:
        summary: Looks ahead
        behaviours: [Asks what comes after]
        tooMuch: [Nobody knows what to do today]
        tooLittle: [Nobody knows why]
        statements: [I asked why., I told a story., I drew a map.]
        prompts:
          reflection: [What do I dream of?]
          oneOnOne: [What do you dream of?]
          retrospective: [What did we dream of?]
        moves: [Draw a map.]
      keeper:
        summary: Keeps it going
        behaviours: [Counts what is left]
        tooMuch: [Counting is all that is done]
        tooLittle: [Nothing is left]
        statements: [I counted., I planned., I checked.]
        prompts:
          reflection: [What did I drop?]
          oneOnOne: [What holds you up?]
          retrospective: [What held us up?]
        moves: [Count once.]
`;

/** Any code points, lone surrogates too. (fast-check's own `binary` needs most of a second to begin.) */
export const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
});
