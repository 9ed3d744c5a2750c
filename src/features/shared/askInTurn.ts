import { back, type InputAnswer } from './quickInput';

export interface Turn {
  /** 1 to `totalSteps`. */
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks for one more thing. @param chosen so far; what was chosen before somebody went back is in it */
export type AskOne<Chosen> = (chosen: Chosen, turn: Turn) => Promise<InputAnswer<Partial<Chosen>>>;

/** One question after the other, with a way back to each. `undefined` when the person cancels. */
export async function askInTurn<Chosen extends object>(
  first: Chosen,
  questions: readonly AskOne<Chosen>[],
): Promise<Chosen | undefined> {
  let chosen = first;
  for (let at = 0; ;) {
    const question = questions[at];
    if (!question) return chosen;
    const answer = await question(chosen, { step: at + 1, totalSteps: questions.length });
    if (answer === undefined) return undefined;
    if (answer === back) {
      at--;
      continue;
    }
    chosen = { ...chosen, ...answer };
    at++;
  }
}
