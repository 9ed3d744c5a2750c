// @ts-check
// Runs stages two at a time, on as many cores as CI has: each begins as soon as those it waits for have ended.

/** How many run at a time. */
const lanes = 2;

/**
 * @template {{ name: string, needs: string[], after?: string[] }} S
 * @template T
 * @param {readonly S[]} stages in the order in which they begin where nothing else decides
 * @param {(stage: S, ended: ReadonlyMap<string, T>) => Promise<T>} run
 * @returns {Promise<T[]>} in the order of the stages
 */
export async function runInLanes(stages, run) {
  /** @type {Map<string, T>} */
  const ended = new Map();
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  const names = new Set(stages.map(({ name }) => name));
  const left = [...stages];
  while (left.length > 0 || running.size > 0) {
    const next = running.size < lanes ? left.findIndex((stage) => isFree(stage, names, ended)) : -1;
    if (next >= 0) {
      const [stage] = left.splice(next, 1);
      if (stage) running.set(stage.name, begin(stage));
    } else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`These stages wait for each other: ${left.map(({ name }) => name).join(', ')}.`);
  }
  return stages.flatMap(({ name }) => ended.get(name) ?? []);

  /** @param {S} stage */
  async function begin(stage) {
    const outcome = await run(stage, ended);
    ended.set(stage.name, outcome);
    running.delete(stage.name);
  }
}

/**
 * What is not among the stages of this run is not waited for.
 * @param {{ needs: string[], after?: string[] }} stage
 * @param {ReadonlySet<string>} names
 * @param {ReadonlyMap<string, unknown>} ended
 */
function isFree({ needs, after = [] }, names, ended) {
  return [...needs, ...after].every((name) => ended.has(name) || !names.has(name));
}
