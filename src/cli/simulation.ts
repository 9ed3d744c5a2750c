/**
 * Simulated leads who never change, and what the report’s own rules tell of them: by its code, not a copy of it.
 * They are those of the design: levels from 1.6 to 4.4, spreads of their own, answers rounded and cut to 1–5.
 */
import builtin from '../core/framework/builtin.framework.yaml';
import { sidesOf, statementsOf } from '../core/framework/lookup';
import type { Side } from '../core/framework/model';
import type { IndexedNote } from '../core/journal/note';
import { dateOf, dayOf } from '../core/util/calendar';
import { priorSpread, scanChanges } from '../core/report/change';
import { findingsAt, type Finding } from '../core/report/findings';
import { mean, type SeriesKind, type WeeklyValue } from '../core/report/series';
import { randomFrom } from '../core/util/random';
import type { CheckRecord } from '../core/selfcheck/record';
import { statementHash } from '../core/selfcheck/statements';

const sides = sidesOf(builtin).map(({ side }) => side);

/** How a simulated lead answers. */
export interface Answering {
  readonly kind: SeriesKind;
  /** Median standard deviation of one statement’s answers, in points. */
  readonly sd: number;
  /** Of one check with the next, 0 to 1. */
  readonly autocorrelation: number;
}

/** So many checks: a year of fortnightly ones, and two years. */
export const spans = [26, 52] as const;

/** A share of the simulated leads, in percent, within each of `spans`. */
export type SpanShares = readonly [number, number];

/** Who is told “changed” of any side, though nothing did. */
export function falseChanges(answering: Answering, leads: number, seed: number): SpanShares {
  return toldWithin(answering, leads, seed, undefined);
}

/** Who is told “changed” of the side that went up by a point after 13 checks. */
export function foundChanges(answering: Answering, leads: number, seed: number): SpanShares {
  return toldWithin(answering, leads, seed, stepAfter);
}

const stepAfter = 13;

function toldWithin(
  { kind, ...answering }: Answering,
  leads: number,
  seed: number,
  step: number | undefined,
): SpanShares {
  const random = new Random(seed);
  const told: [number, number] = [0, 0];
  for (let lead = 0; lead < leads; lead++) {
    const values = seriesOfLead(random, { kind, ...answering }, step);
    const scanned = scanChanges(values, priorSpread[kind]).sides;
    const judged = step === undefined ? scanned : scanned.slice(0, 1);
    const first = Math.min(
      ...judged.flatMap(({ changes: [call] }) => (call ? [call.checksBefore + call.checksAfter] : [])),
    );
    if (first <= spans[0]) told[0]++;
    if (first <= spans[1]) told[1]++;
  }
  return [(100 * told[0]) / leads, (100 * told[1]) / leads];
}

/** A weekly value of each side, over the longest span. */
function seriesOfLead(
  random: Random,
  answering: Answering,
  step: number | undefined,
): readonly (readonly WeeklyValue[])[] {
  const ownSpread = Math.exp(0.3 * random.normal());
  return sides.map((_, index) => {
    const level = step === undefined || index > 0 ? random.between(1.6, 4.4) : random.between(1.6, 3.4);
    const sd = answering.sd * ownSpread * Math.exp(0.2 * random.normal());
    const statements = answering.kind === 'anchor' ? 1 : 3;
    const answers = answersOf(random, { level, sd, statements, autocorrelation: answering.autocorrelation });
    return Array.from({ length: spans[1] }, (_, week) => ({
      ...{ week, date: dateOf(7 * week) },
      value: mean(answers(week >= (step ?? Infinity) && index === 0 ? 1 : 0)),
    }));
  });
}

interface Answers {
  readonly level: number;
  readonly sd: number;
  readonly statements: number;
  readonly autocorrelation: number;
}

/** Statements of a side share a third of their variance, and each has a level of its own. */
function answersOf(
  random: Random,
  { level, sd, statements, autocorrelation }: Answers,
): (step: number) => readonly number[] {
  const offsets = Array.from({ length: statements }, () => (statements > 1 ? 0.4 * random.normal() : 0));
  const shared = random.walk(autocorrelation);
  const own = offsets.map(() => random.walk(autocorrelation));
  return (step) => {
    const mood = Math.sqrt(1 / 3) * shared();
    return offsets.map((offset, index) => {
      const noise = mood + Math.sqrt(2 / 3) * (own[index]?.() ?? 0);
      return Math.min(5, Math.max(1, Math.round(level + offset + step + sd * noise)));
    });
  };
}

/** How a simulated lead writes: so many topics in four weeks, each a note, evenly over all sides. */
export interface Writing {
  readonly topics: number;
}

/** Who is told a finding within a year, in percent, though they write evenly. */
export function falseFindings({ topics }: Writing, leads: number, seed: number): number {
  return shareOfLeads(leads, seed, (random) => {
    const levels = sides.map(() => random.between(1.6, 4.4));
    return findingsOfAYear(random, topics, 0, levels).length > 0;
  });
}

/** Who is told, within a year, of the one side that they say they show often and never wrote of, in percent. */
export function foundSilence({ topics }: Writing, leads: number, seed: number): number {
  return shareOfLeads(leads, seed, (random) => {
    const levels = sides.map((_, index) => (index === 0 ? 4.6 : random.between(1.6, 4.4)));
    const findings = findingsOfAYear(random, topics, 1, levels);
    return findings.some((finding) => finding.kind === 'saidNotNoted' && isSide(finding, sides[0]));
  });
}

function isSide(one: Side, other: Side | undefined): boolean {
  return one.dimension === other?.dimension && one.hat === other.hat;
}

function shareOfLeads(leads: number, seed: number, isTold: (random: Random) => boolean): number {
  const random = new Random(seed);
  const told = Array.from({ length: leads }, () => isTold(random)).filter(Boolean);
  return (100 * told.length) / leads;
}

const start = dayOf('2024-01-01');
const quarterEnds = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'];
const days = dayOf('2025-12-31') - start + 1;

/**
 * A lead who has written for a year looks at all four quarter ends of the next one.
 * @param first the first side of which they write
 */
function findingsOfAYear(
  random: Random,
  topics: number,
  first: number,
  levels: readonly number[],
): readonly Finding[] {
  const notes = Array.from({ length: random.poisson((topics / 28) * days) }, () =>
    noteOn(start + random.below(days), first + random.below(sides.length - first)),
  );
  const checks = Array.from({ length: Math.floor(days / 14) }, (_, index) =>
    checkOn(random, dateOf(start + 14 * index), levels),
  );
  return quarterEnds.flatMap((to) => findingsAt(builtin, notes, checks, to).list);
}

const nothing = { title: undefined, kind: undefined, person: undefined, tasks: [] };
const notesOfDays = sides.map(() => new Map<number, IndexedNote>());

/** Equal notes are one object: what is counted in it is counted once. */
function noteOn(day: number, side: number): IndexedNote {
  const known = notesOfDays[side]?.get(day);
  if (known) return known;
  const date = dateOf(day);
  const place = { start: 0, end: 1, line: 0, character: 0, block: { first: 0, last: 0 } };
  const evidence = { inFrontMatter: false, evidence: true, isPrivate: false };
  const tags = sides.slice(side, side + 1).map((shown) => ({ ...place, ...shown, ...evidence }));
  const note = { ...nothing, path: `notes/${date}.md`, date, tags };
  notesOfDays[side]?.set(day, note);
  return note;
}

const anchors = statementsOf(builtin).filter(({ round }) => round === 1);

function checkOn(random: Random, date: string, levels: readonly number[]): CheckRecord {
  const time = `${date}T09:00:00+00:00`;
  return {
    ...{ format: 'two-hats-check/1', kind: 'quick', framework: builtin.id, version: builtin.version },
    ...{ period: 'two weeks', seed: 0, started: time, finished: time, asked: anchors.length },
    answers: anchors.map((statement, index) => ({
      ...{ statement: statement.id, hash: statementHash(statement), ms: 3000 },
      answer: Math.min(5, Math.max(1, Math.round((levels[index] ?? 3) + 0.6 * random.normal()))),
    })),
  };
}

class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = randomFrom(seed);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.#next();
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(count * this.#next());
  }

  /** Mean 0, standard deviation 1: Box and Muller 1958. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#next())) * Math.cos(2 * Math.PI * this.#next());
  }

  /** Standard normal numbers, each of which depends on the one before. */
  walk(autocorrelation: number): () => number {
    let state = this.normal();
    return () => {
      const now = state;
      state = autocorrelation * state + Math.sqrt(1 - autocorrelation ** 2) * this.normal();
      return now;
    };
  }

  /** How many of events that come at random with this mean: gaps are exponential. */
  poisson(mean: number): number {
    let count = -1;
    for (let time = 0; time < mean; time -= Math.log(1 - this.#next())) count++;
    return count;
  }
}
