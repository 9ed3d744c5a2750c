/** `npm run --silent simulate [-- --leads N] [--seed N]`: what the report’s rules promise, tried on simulated leads. */
import { parseArgs } from 'node:util';
import { promises, quotedRun } from '../core/report/promises';
import { differences, promisesOf, type Outcome } from './outcome';
import { falseChanges, falseFindings, foundChanges, foundSilence, type Answering } from './simulation';

const kinds = ['anchor', 'full'] as const;
const autocorrelations = [0, 0.2, 0.4] as const;
const spreads = [0.4, 0.6, 0.8] as const;
const topicCounts = [10, 16, 24, 40] as const;

/** Prints a line for each figure; where they are those of the quoted run, they have to be what is quoted. */
function main(): void {
  const { values } = parseArgs({ options: { leads: { type: 'string' }, seed: { type: 'string' } } });
  const leads = wholeNumber('--leads', values.leads ?? String(quotedRun.leads));
  const seed = wholeNumber('--seed', values.seed ?? String(quotedRun.seed));
  const outcome = simulated(leads, seed);
  if (leads !== quotedRun.leads || seed !== quotedRun.seed) return;
  for (const difference of differences(promisesOf(outcome), promises)) {
    console.error(`README and report quote something else: ${difference}`);
    process.exitCode = 1;
  }
}

/** A seed for each line, so that it can be had again. */
function simulated(leads: number, seed: number): Outcome {
  let next = seed;
  say(`${leads} leads for each line, whose answers and notes follow no plan. First seed: ${seed}.`);
  const line = <T extends number | readonly number[]>(name: string, percents: (seed: number) => T): T => {
    const found = percents(next);
    const shares = [found].flat().map((percent) => `${percent.toFixed(1)} %`);
    say(`${name}: ${shares.join(', ')} [seed ${next++}]`);
    return found;
  };
  const perTopics = (share: typeof falseFindings) =>
    topicCounts.map((topics) =>
      line(`${topics} topics in four weeks`, (own) => share({ topics }, leads, own)),
    );
  say('\nTold “changed” of any side though nothing changed, within 26 and 52 checks (the goal: below 5 %)');
  const changes = answerings().map((each) => line(described(each), (own) => falseChanges(each, leads, own)));
  say('\nTold “changed” of the side that went up by one point after 13 checks, within 26 and 52 checks');
  const found = (kind: Answering['kind']) => {
    const answering = { kind, sd: 0.6, autocorrelation: 0.2 };
    return line(described(answering), (own) => foundChanges(answering, leads, own));
  };
  const [oneStatement, threeStatements] = [found('anchor'), found('full')];
  say('\nTold any finding within a year though they write evenly (the goal: below 5 %)');
  const findings = perTopics(falseFindings);
  say('\nTold within a year of the side that they show often and never wrote of (the goal: 90 % or more)');
  const silences = perTopics(foundSilence);
  return {
    falseChanges: changes,
    foundChanges: { oneStatement, threeStatements },
    falseFindings: findings,
    foundSilence: silences,
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function answerings(): readonly Answering[] {
  return kinds.flatMap((kind) =>
    autocorrelations.flatMap((autocorrelation) => spreads.map((sd) => ({ kind, autocorrelation, sd }))),
  );
}

function described({ kind, sd, autocorrelation }: Answering): string {
  return `${kind === 'anchor' ? 'one statement' : 'three statements'}, spread ${sd}, autocorrelation ${autocorrelation}`;
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${option} is a whole number from 1 on, not “${text}”.`);
  return Number(text);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
