/** `npm run --silent simulate [-- --leads N] [--seed N]`: what the report’s rules promise, tried on simulated leads. */
import { parseArgs } from 'node:util';
import { falseChanges, falseFindings, foundChanges, foundSilence, type Answering } from './simulation';

const kinds = ['anchor', 'full'] as const;
const autocorrelations = [0, 0.2, 0.4] as const;
const spreads = [0.4, 0.6, 0.8] as const;
const topicCounts = [10, 16, 24, 40] as const;

/** Prints a line for each figure; a seed for each, so that it can be had again. */
function main(): void {
  const { values } = parseArgs({ options: { leads: { type: 'string' }, seed: { type: 'string' } } });
  const leads = wholeNumber('--leads', values.leads ?? '500');
  const seed = wholeNumber('--seed', values.seed ?? '20261127');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const share = (percent: number) => `${percent.toFixed(1)} %`;
  let next = seed;
  say(`${leads} leads for each line, whose answers and notes follow no plan. First seed: ${seed}.`);
  say('\nTold “changed” of any side though nothing changed, within 26 and 52 checks (the goal: below 5 %)');
  for (const answering of answerings()) {
    const [half, whole] = falseChanges(answering, leads, next);
    say(`${described(answering)}: ${share(half)}, ${share(whole)} [seed ${next++}]`);
  }
  say('\nTold “changed” of the side that went up by one point after 13 checks, within 26 and 52 checks');
  for (const kind of kinds) {
    const answering = { kind, sd: 0.6, autocorrelation: 0.2 };
    const [half, whole] = foundChanges(answering, leads, next);
    say(`${described(answering)}: ${share(half)}, ${share(whole)} [seed ${next++}]`);
  }
  say('\nTold any finding within a year though they write evenly (the goal: below 5 %)');
  for (const topics of topicCounts)
    say(`${topics} topics in four weeks: ${share(falseFindings({ topics }, leads, next))} [seed ${next++}]`);
  say('\nTold within a year of the side that they show often and never wrote of (the goal: 90 % or more)');
  for (const topics of topicCounts)
    say(`${topics} topics in four weeks: ${share(foundSilence({ topics }, leads, next))} [seed ${next++}]`);
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
