/** Something that a person tries: one move of one side, for some weeks. */
import type { Side } from '../framework/model';
import { isPrivateTag } from '../journal/frontMatter/privateWords';
import { tagRuns } from '../journal/tags/tagRuns';
import { checkDate } from '../selfcheck/checks';
import type { CheckRecord } from '../selfcheck/record';
import { dateOf, dayOf, mondayOf, weekOf } from '../util/calendar';

export interface Experiment extends Side {
  /** “When …, I will …”, on one line. */
  readonly move: string;
  /** Local dates `YYYY-MM-DD`: when it was planned, … */
  readonly planned: string;
  /** … from when until when it is tried, both included, … */
  readonly start: string;
  readonly end: string;
  /** … and on which day it was stopped early. */
  readonly stopped?: string | undefined;
}

/** An experiment with its place, relative to the journal. */
export interface FiledExperiment extends Experiment {
  readonly path: string;
}

/** Every experiment of a journal, those that start first before the others, and the paths of files that are none. */
export interface Experiments {
  readonly list: readonly FiledExperiment[];
  readonly damaged: readonly string[];
}

/** Where they lie in a journal. */
export const experimentsFolder = 'experiments';

export const noExperiments: Experiments = { list: [], damaged: [] };

/** A move may hold so many UTF-16 units. */
export const maxMoveLength = 500;

/** So many weekly values of all three statements before the start: a change of one point is found for 81 of 100 then. */
export const neededBefore = 6;
/** With fewer of them in it, nothing is said at its end. */
export const neededAfter = 4;

/** The move, where it may be told outside of its file: `undefined` where a tag in it says that it is private. */
export function toldMove({ move }: Pick<Experiment, 'move'>): string | undefined {
  return holdsPrivateTag(move) ? undefined : move;
}

export function holdsPrivateTag(text: string): boolean {
  return tagRuns(text, new Set<string>()).some(([start, end]) => isPrivateTag(text.slice(start, end)));
}

/** Of those that were planned by then, the one that starts last. @param to local date `YYYY-MM-DD` */
export function newestExperiment({ list }: Experiments, to: string): FiledExperiment | undefined {
  return list.filter(({ planned }) => planned <= to).at(-1);
}

/** The last day of trying: that of the plan, or the one on which it was stopped. */
export function lastDay({ end, stopped }: Experiment): string {
  return stopped !== undefined && stopped < end ? stopped : end;
}

/** Is it tried, or still to begin? @param today local date `YYYY-MM-DD` */
export function isRunning(experiment: Experiment, today: string): boolean {
  return experiment.stopped === undefined && today <= experiment.end;
}

/**
 * Is this week’s check of its dimension still to come? Weekly ones make the values before it and in it.
 * @param today local date `YYYY-MM-DD`
 */
export function isCheckDue(experiment: Experiment, checks: readonly CheckRecord[], today: string): boolean {
  const week = weekOf(dayOf(today));
  const asksAll = ({ kind, dimension }: CheckRecord) =>
    kind === 'full' || (kind === 'dimension' && dimension === experiment.dimension);
  const isDone = checks.some((check) => asksAll(check) && weekOf(dayOf(checkDate(check))) === week);
  return isRunning(experiment, today) && !isDone;
}

/**
 * The Monday on which it may begin, so that no week is split and enough weekly values can stand before it.
 * @param before values that there are by today
 * @param today local date `YYYY-MM-DD`
 */
export function firstStart(before: number, today: string): string {
  const next = weekOf(dayOf(today) - 1) + 1;
  return dateOf(mondayOf(next + Math.max(0, neededBefore - before)));
}

/** The Sunday that ends so many weeks. @param start a Monday, `YYYY-MM-DD` */
export function endAfter(weeks: number, start: string): string {
  return dateOf(dayOf(start) + 7 * weeks - 1);
}
