/** One side in time: a mark for each answer, and a level that steps only where the scan says that it changed. */
import { daysBetween } from '../../util/calendar';
import type { SideChange } from '../change';
import { element, mark, picture, text, type HatPlace, type Spoken } from './svg';
import { enoughForLine } from './balance';

export interface DatedValue {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 to 5. */
  readonly value: number;
}

export interface Course extends Spoken {
  readonly place: HatPlace;
  /** Local dates `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** The two dates in words. */
  readonly dates: readonly [string, string];
  /** The oldest first. */
  readonly values: readonly DatedValue[];
  /** Answers to earlier words of the statement: drawn faintly, compared with nothing. */
  readonly earlier: readonly DatedValue[];
  readonly change: Pick<SideChange, 'word' | 'date' | 'before' | 'after' | 'checksBefore'>;
}

/** In px. */
const height = 112;
const plot = { top: 10, bottom: 86, left: 20, right: 8 } as const;
const radii = { usual: 3.6, least: 1.2 } as const;

/** @param width in px, 120 or more */
export function drawCourse(course: Course, width: number, id: string): string {
  const place = placer(course, width);
  const radius = radiusFor(course, width);
  const lines = [1, 2, 3, 4, 5].map((answer) => {
    const y = place.y(answer);
    const line = element('line', { class: 'grid', x1: plot.left, x2: width - plot.right, y1: y, y2: y });
    return line + (answer % 2 === 1 ? text(String(answer), { class: 'tick', x: 4, y: y + 4 }) : '');
  });
  const [first, last] = course.dates;
  const dot = ({ date, value }: DatedValue, kind?: string) =>
    mark(course.place, place.x(date), place.y(value), radius, kind);
  return picture(
    id,
    { width, height, spoken: course },
    ...lines,
    ...levels(course).map(({ from, to, value }) =>
      element('line', {
        class: `level ${course.place}`,
        ...{ x1: place.x(from) - radius, x2: place.x(to) + radius, y1: place.y(value), y2: place.y(value) },
      }),
    ),
    ...course.earlier.map((value) => dot(value, 'earlier')),
    ...course.values.map((value) => dot(value)),
    text(first, { class: 'tick date', x: plot.left, y: height - 6 }),
    text(last, { class: 'tick date', x: width - plot.right, y: height - 6, 'text-anchor': 'end' }),
  );
}

/** As is usual, or smaller where weeks lie closer: an answer of each week is to be seen. */
function radiusFor({ from, to }: Course, width: number): number {
  const weeks = Math.max(1, daysBetween(from, to) / 7);
  const pitch = (width - plot.left - plot.right) / weeks;
  return Math.min(radii.usual, Math.max(radii.least, pitch / 2));
}

function placer({ from, to }: Course, width: number) {
  const days = Math.max(1, daysBetween(from, to));
  const [left, right] = [plot.left + radii.usual * 2, width - plot.right - radii.usual * 2];
  return {
    x: (date: string) =>
      left + ((right - left) * Math.min(days, Math.max(0, daysBetween(from, date)))) / days,
    y: (value: number) => plot.bottom - ((value - 1) / 4) * (plot.bottom - plot.top),
  };
}

interface Level {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** One, or two where it changed; none under four answers. */
function levels({ values, change }: Course): readonly Level[] {
  if (change.word === 'changed' && change.date !== null) {
    const { date, before, after, checksBefore } = change;
    const earlier = values.filter((value) => value.date < date).slice(-(checksBefore ?? 0));
    return [...level(earlier, before), ...level(values.slice(values.length - later(values, date)), after)];
  }
  return values.length < enoughForLine
    ? []
    : level(values, values.reduce((sum, { value }) => sum + value, 0) / values.length);
}

function later(values: readonly DatedValue[], date: string): number {
  return values.filter((value) => value.date >= date).length;
}

function level(values: readonly DatedValue[], value: number | null): readonly Level[] {
  const [first, last] = [values[0], values.at(-1)];
  return first && last && value !== null ? [{ from: first.date, to: last.date, value }] : [];
}
