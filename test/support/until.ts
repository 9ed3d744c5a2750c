import assert from 'node:assert/strict';

const limitMs = 30_000;
const againMs = 3000;

/** Asks again and again until the answer holds. */
export async function until<T>(
  ask: () => T | Thenable<T>,
  holds: (answer: T) => boolean,
  what = 'it did not happen',
): Promise<T> {
  const { answer, isRight } = await asked(ask, holds);
  if (!isRight) assert.fail(`${what}: ${JSON.stringify(answer)}`);
  return answer;
}

export async function untilTrue(holds: () => boolean | Thenable<boolean>, what?: string): Promise<void> {
  await until(holds, Boolean, what);
}

/** Asks until the answer is this one; else shows how the last one differs. */
export async function untilEqual<T>(ask: () => T | Thenable<T>, expected: T): Promise<void> {
  const text = JSON.stringify(expected);
  const { answer } = await asked(ask, (found) => JSON.stringify(found) === text);
  assert.deepEqual(answer, expected);
}

/** For what may come too early to be noticed: does it again every few seconds until it was. */
export async function untilNoticed(
  act: () => void | Thenable<void>,
  holds: () => boolean | Thenable<boolean>,
  what?: string,
): Promise<void> {
  let next = 0;
  await untilTrue(async () => {
    if (Date.now() >= next) {
      await act();
      next = Date.now() + againMs;
    }
    return holds();
  }, what);
}

async function asked<T>(ask: () => T | Thenable<T>, holds: (answer: T) => boolean) {
  for (const end = Date.now() + limitMs; ;) {
    const answer = await ask();
    const isRight = holds(answer);
    if (isRight || Date.now() > end) return { answer, isRight };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
