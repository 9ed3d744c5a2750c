import type { Dimension, Framework, Hat, Pole, PromptKind, Side } from './model';
import { promptKinds } from './promptKinds';

/** The tag of a side, as `tags.md` defines it. */
export function tagOf({ dimension, hat }: Side): string {
  return `#${dimension}/${hat}`;
}

export function findDimension({ dimensions }: Framework, id: string): Dimension | undefined {
  return dimensions.find((dimension) => dimension.id === id);
}

/** A side with all that belongs to it. */
export interface SideContent {
  readonly side: Side;
  readonly dimension: Dimension;
  readonly hat: Hat;
  readonly pole: Pole;
}

/** Every side: the dimensions in their order, in each the hats in theirs. */
export function sidesOf({ dimensions, hats }: Framework): readonly SideContent[] {
  return dimensions.flatMap((dimension) =>
    hats.flatMap((hat, index) => {
      const pole = dimension.poles[index];
      return pole ? [{ side: { dimension: dimension.id, hat: hat.id }, dimension, hat, pole }] : [];
    }),
  );
}

export function findSide(framework: Framework, { dimension, hat }: Side): SideContent | undefined {
  return sidesOf(framework).find(({ side }) => side.dimension === dimension && side.hat === hat);
}

/** A statement of a self-check. */
export interface Statement extends Side {
  /** `dimension/hat/n`, where `n` counts from 1. */
  readonly id: string;
  /** Its place in its pole, from 1; 1 is the anchor, the quick check's. */
  readonly round: number;
  readonly text: string;
}

/** Every statement, side by side, in the order of its pole. */
export function statementsOf(framework: Framework): readonly Statement[] {
  return sidesOf(framework).flatMap(({ side, pole }) =>
    pole.statements.map((text, index) => ({
      ...side,
      id: `${side.dimension}/${side.hat}/${index + 1}`,
      round: index + 1,
      text,
    })),
  );
}

export interface Prompt extends Side {
  readonly prompt: PromptKind;
  /** Its place among the prompts of this kind and side, from 0. */
  readonly index: number;
  readonly text: string;
}

/** Every prompt, side by side, kind by kind. */
export function promptsOf(framework: Framework): readonly Prompt[] {
  return sidesOf(framework).flatMap(({ side, pole }) =>
    promptKinds.flatMap((prompt) =>
      pole.prompts[prompt].map((text, index) => ({ ...side, prompt, index, text })),
    ),
  );
}
