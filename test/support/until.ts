import assert from 'node:assert/strict';

const limitMs = 20_000;

/** Asks again and again until the answer holds. */
export async function until<T>(ask: () => T | Thenable<T>, holds: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) assert.fail(`it did not happen: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function untilTrue(holds: () => boolean): Promise<void> {
  await until(holds, Boolean);
}
