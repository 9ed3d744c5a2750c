/** The files of experiments: `experiments/2026-11-30-risk-taking-leadership.yaml`. */
import * as v from 'valibot';
import { writeScalar } from '../journal/frontMatter/frontMatter';
import { isDate } from '../util/calendar';
import { readYaml } from '../util/yaml';
import { maxMoveLength, type Experiment } from './experiment';

/** The format that this version writes; a file of another one is left alone. */
const format = 'two-hats-experiment/1';

/** A file may hold this many UTF-16 units. */
const maxLength = 20_000;

/** Control characters, and those that turn the direction of what stands around them. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

const date = v.pipe(v.string(), v.check(isDate));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const formatOf = v.object({ format: v.literal(format) });
const experiment: v.GenericSchema<unknown, Experiment> = v.pipe(
  v.object({
    dimension: id,
    hat: id,
    move: v.pipe(
      v.string(),
      v.transform((text) => text.replace(unseen, ' ').trim().replace(/\s+/gu, ' ')),
      v.minLength(1),
      v.maxLength(maxMoveLength),
    ),
    planned: date,
    start: date,
    end: date,
    stopped: v.pipe(
      v.nullish(date),
      v.transform((day) => day ?? undefined),
    ),
  }),
  v.check(({ start, end }) => start <= end),
);

/** The content of an experiment’s file; `undefined` where it is none. Never throws, whatever the text. */
export function readExperiment(text: string): Experiment | undefined {
  if (text.length > maxLength) return undefined;
  const document = readYaml(text, { stringKeys: true });
  if (document.errors.length > 0) return undefined;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    const parsed = v.safeParse(experiment, value);
    return parsed.success && v.is(formatOf, value) ? parsed.output : undefined;
  } catch {
    // Aliases, which no experiment needs.
    return undefined;
  }
}

/** The text of an experiment’s file. */
export function writeExperiment({ dimension, hat, move, planned, start, end }: Experiment): string {
  return [
    '# Something that you try, in Two Hats. Change its words or dates as you like.',
    `format: ${format}`,
    `dimension: ${writeScalar(dimension)}`,
    `hat: ${writeScalar(hat)}`,
    `move: ${writeScalar(move)}`,
    `planned: ${writeScalar(planned)}`,
    `start: ${writeScalar(start)}`,
    `end: ${writeScalar(end)}`,
    '',
  ].join('\n');
}

/**
 * The file’s text with the day on which it was stopped, below all that stands there; `undefined` where that would not
 * read back, or it was stopped before.
 */
export function withStop(text: string, day: string): string | undefined {
  if (readExperiment(text)?.stopped !== undefined) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  // Somebody may have taken the day out, so that it goes on.
  const before = text.replace(/^stopped:[ \t]*(?:null|~)?[ \t]*(?:\r?\n|$)/m, '');
  const whole = /[\r\n]$/.test(before) ? before : before + lineBreak;
  const stopped = `${whole}stopped: ${writeScalar(day)}${lineBreak}`;
  return readExperiment(stopped)?.stopped === day ? stopped : undefined;
}
