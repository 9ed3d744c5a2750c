import { fileURLToPath } from 'node:url';
import { dieIfAsked, killMany } from '../kills/kills';
import { writingPaths } from '../kills/writingPaths';

/** Chosen anew each time, and printed: the same kills again with `TWO_HATS_SEED`. */
const seed = Number(process.env.TWO_HATS_SEED ?? Date.now() % 1_000_000);
/** `npm run kills -- --times 200` asks for more. */
const times = Number(process.env.TWO_HATS_KILLS ?? 10);

if (!(await dieIfAsked()))
  describe(`A process that is killed while it writes (seed ${seed})`, () => {
    for (const name of Object.keys(writingPaths))
      it(`leaves every note as it was or as it is to be, and is recovered from: ${name}`, async function () {
        this.timeout(60_000 + times * 2000);
        await killMany(fileURLToPath(import.meta.url), name, times, seed);
      });
  });
