import * as v from 'valibot';
import type { Statement } from '../framework/lookup';
import type { Framework } from '../framework/model';
import type { SideAnswer } from './scores';
import { askedStatements, checkKinds, type CheckScope } from './statements';

const answer = v.object({
  /** 1 never to 5 almost always; 0 no occasion. */
  value: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
  /** From the statement's appearance to the answer, in ms. */
  ms: v.pipe(v.number(), v.minValue(0)),
});

/** Local time with offset: `2026-11-24T09:30:12+01:00`. */
export const localTime = v.pipe(v.string(), v.isoTimestamp());

const run = v.object({
  /** Tells runs apart, also those of two windows. */
  id: v.string(),
  kind: v.picklist(checkKinds),
  dimension: v.optional(v.string()),
  framework: v.string(),
  version: v.string(),
  seed: v.number(),
  started: localTime,
  /** The time of the last answer, once all are given. */
  finished: v.optional(localTime),
  statements: v.pipe(
    v.array(v.object({ id: v.string(), dimension: v.string(), hat: v.string(), text: v.string() })),
    v.minLength(1),
  ),
  /** By place; a place that was not answered yet is absent. */
  answers: v.record(v.string(), answer),
  /** The place of the statement that is asked, from 0; the number of statements when all are answered. */
  position: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type Answer = v.InferOutput<typeof answer>;

/** A check under way or finished. It holds the texts that it asks, so a changed framework does not disturb it. */
export type CheckRun = v.InferOutput<typeof run>;

export interface RunStart {
  readonly id: string;
  /** 32 bit, unsigned. */
  readonly seed: number;
  /** Local time with offset. */
  readonly started: string;
}

export function startRun(framework: Framework, { kind, dimension }: CheckScope, start: RunStart): CheckRun {
  return {
    ...start,
    ...{ kind, dimension, framework: framework.id, version: framework.version, finished: undefined },
    statements: askedStatements(framework, { kind, dimension }, start.seed).map(asked),
    answers: {},
    position: 0,
  };
}

function asked({ id, dimension, hat, text }: Statement): CheckRun['statements'][number] {
  return { id, dimension, hat, text };
}

/** The run with this answer to the statement that is asked; unchanged when all are answered. */
export function answerStatement(before: CheckRun, given: Answer, now: string): CheckRun {
  if (before.position >= before.statements.length) return before;
  const answers = { ...before.answers, [before.position]: given };
  const after = { ...before, answers, position: before.position + 1 };
  return { ...after, finished: isAnswered(after) ? now : undefined };
}

/** The run one statement back; later answers are kept. */
export function goBack(before: CheckRun): CheckRun {
  return { ...before, position: Math.max(0, before.position - 1) };
}

/** The run from its first statement again, every answer kept. */
export function reviewRun(before: CheckRun): CheckRun {
  return { ...before, position: 0 };
}

/** A stored run as it goes on: at the first statement without an answer, or at its end. */
export function resumedRun(stored: CheckRun): CheckRun {
  const open = stored.statements.findIndex((_, place) => stored.answers[place] === undefined);
  return { ...stored, position: open < 0 ? stored.statements.length : open };
}

export function answeredCount({ answers }: CheckRun): number {
  return Object.keys(answers).length;
}

export function isAnswered({ answers, statements }: CheckRun): boolean {
  return statements.every((_, place) => answers[place] !== undefined);
}

/** A run that was stored, or `undefined` when it is none or does not agree with itself. */
export function parseRun(stored: unknown): CheckRun | undefined {
  const parsed = v.safeParse(run, stored);
  if (!parsed.success) return undefined;
  const { statements, answers, position } = parsed.output;
  const inside = Object.keys(answers).every((place) => Number(place) in statements);
  return inside && position <= statements.length ? parsed.output : undefined;
}

/** What was answered, by side. */
export function sideAnswers({ statements, answers }: CheckRun): readonly SideAnswer[] {
  return statements.flatMap(({ dimension, hat }, place) => {
    const given = answers[place];
    return given ? [{ dimension, hat, value: given.value }] : [];
  });
}

/** Faster than this (ms), nobody has read a statement. */
const readingTime = 1500;

/** Whether the answers say little: all the same, or each given faster than a statement can be read. */
export function isCarelessResponse(answers: readonly Answer[]): boolean {
  if (answers.length < 2) return false;
  const same = new Set(answers.map(({ value }) => value)).size === 1;
  return same || answers.every(({ ms }) => ms < readingTime);
}
