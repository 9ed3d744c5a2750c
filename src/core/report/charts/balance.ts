/**
 * What somebody says of both hats, dimension by dimension, on one common axis: position on a common scale is read best
 * (Cleveland & McGill 1984; Heer & Bostock 2010). No bars, no bands, no order by value.
 */
import { wrapText } from '../../util/wrap';
import { element, hatPlaces, mark, picture, text, type HatPlace, type Spoken } from './svg';

/** The answers to one side. */
export interface BalanceLane {
  readonly letter: string;
  /** Of the period, 1 to 5, the oldest first. */
  readonly values: readonly number[];
  readonly noOccasion: number;
}

export interface BalanceRow {
  readonly title: string;
  /** In the order of the hats. */
  readonly lanes: readonly BalanceLane[];
}

export interface Balance extends Spoken {
  /** For 1 to 5. */
  readonly answers: readonly string[];
  /** The hats’ names with their letters. */
  readonly hats: readonly string[];
  readonly rows: readonly BalanceRow[];
}

/** Under so many answers there is no line. */
export const enoughForLine = 4;
/** The line lies over so many of the newest. */
const lineOver = 8;

/** In px. `pitch` is from mark to mark where there is room for that. */
const sizes = { latest: 5.4, pitch: 9, closest: 2.5, line: 18, letter: 7.4, tick: 6.4, gap: 10 } as const;
const leftOfAxis = 26;
const rightOfAxis = 50;
/** So many marks are stacked before a pile grows wider, and so many at most; more where they lie closer. */
const stack = { low: 4, high: 6 } as const;
const narrow = 560;

/** @param width in px, 240 or more */
export function drawBalance(balance: Balance, width: number, id: string): string {
  const axis = axisIn(width, balance.rows);
  const key = legend(balance, width);
  const head = [...key, ...ticks(balance, axis, lowest(key))];
  const headHeight = lowest(head) + sizes.gap;
  let y = headHeight;
  const rows = balance.rows.map((row) => {
    const drawn = drawRow(row, axis, y);
    y = drawn.bottom;
    return drawn.content;
  });
  const grid = axis.places.map((x) =>
    element('line', { class: 'grid', x1: x, x2: x, y1: headHeight, y2: y }),
  );
  return picture(
    id,
    { width, height: y + 1, spoken: balance },
    ...grid,
    ...head.map(({ content }) => content),
    ...rows,
  );
}

/** Where the answers 1 to 5 lie, and how much room each has. */
interface Axis {
  readonly width: number;
  /** 0 where titles stand above their rows. */
  readonly titles: number;
  readonly places: readonly number[];
  readonly slot: number;
  /** From mark to mark, the same in the whole picture. */
  readonly pitch: number;
}

function axisIn(width: number, rows: readonly BalanceRow[]): Axis {
  const titles = width < narrow ? 0 : width * 0.3;
  const slot = (width - titles - leftOfAxis - rightOfAxis) / 5;
  const places = [0, 1, 2, 3, 4].map((index) => titles + leftOfAxis + (index + 0.5) * slot);
  const largest = Math.max(1, ...rows.flatMap(({ lanes }) => lanes.map(({ values }) => largestPile(values))));
  return { width, titles, places, slot, pitch: pitchFor(largest, slot) };
}

/** As large as it may be for a pile of so many marks to fit its slot: none covers another one, up to some hundreds. */
function pitchFor(pile: number, slot: number): number {
  let { pitch }: { pitch: number } = sizes;
  while (pitch > sizes.closest && columnsIn(slot, pitch) * stacked(stack.high, pitch) < pile) pitch -= 0.5;
  return pitch;
}

function columnsIn(slot: number, pitch: number): number {
  return Math.max(1, Math.floor(slot / pitch) - 1);
}

/** How many marks are as high as so many usual ones. */
function stacked(usual: number, pitch: number): number {
  return Math.floor((usual * sizes.pitch) / pitch);
}

/** Of a mark, with its outline less than half of the way to the next. */
function radiusAt(pitch: number): number {
  return pitch / 2 - 0.9;
}

interface Line {
  readonly y: number;
  readonly content: string;
}

function lowest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ y }) => y));
}

function legend({ hats }: Balance, width: number): readonly Line[] {
  const left = sizes.latest + 2;
  let x = left;
  let y: number = sizes.line;
  return hats.flatMap((hat, index): Line[] => {
    const place = hatPlaces[index];
    if (!place) return [];
    const needed = (hat.length + 4) * sizes.letter;
    if (x > left && x + needed > width) [x, y] = [left, y + sizes.line];
    const content =
      mark(place, x, y - 4, sizes.latest, 'key') + text(hat, { class: 'label', x: x + 2 * sizes.latest, y });
    x += needed;
    return [{ y, content }];
  });
}

/** The answers’ words; where they have too little room, every other one stands a line lower. */
function ticks({ answers }: Balance, { places, slot, width }: Axis, top: number): readonly Line[] {
  const wraps = answers.some(
    (words, index) => ((words.length + (answers[index + 1] ?? '').length) / 2 + 1) * sizes.tick > slot,
  );
  return places.flatMap((x, index): Line[] => {
    const words = answers[index] ?? '';
    const y = top + sizes.gap + sizes.line * (wraps && index % 2 === 1 ? 2 : 1);
    const half = (words.length * sizes.tick) / 2;
    const [anchor, at] = x + half > width ? ['end', width - 1] : ['middle', x];
    return [{ y, content: text(words, { class: 'tick', x: at, y, 'text-anchor': anchor }) }];
  });
}

function drawRow(row: BalanceRow, axis: Axis, top: number): { content: string; bottom: number } {
  const above = axis.titles === 0;
  const room = above ? axis.width : axis.titles - sizes.gap;
  const titles = wrapText(row.title, Math.floor(room / sizes.letter));
  const titleHeight = titles.length * sizes.line;
  const words = titles.map((line, index) =>
    text(line, { class: 'row', x: 1, y: top + (index + 1) * sizes.line }),
  );
  let y = top + sizes.gap / 2 + (above ? titleHeight : 0);
  const lanes = row.lanes.map((lane, index) => {
    const height = laneHeight(lane, axis);
    y += height;
    return drawLane(lane, hatPlaces[index] ?? 'second', axis, y - sizes.gap);
  });
  const bottom = Math.max(y, top + titleHeight) + sizes.gap / 2;
  const border = element('line', { class: 'border', x1: 0, x2: axis.width, y1: top, y2: top });
  return { content: border + words.join('') + lanes.join(''), bottom };
}

function laneHeight({ values }: BalanceLane, axis: Axis): number {
  const high = Math.min(highestIn(values, axis), Math.max(1, largestPile(values)));
  return 2 * sizes.latest + (high - 1) * axis.pitch + sizes.gap;
}

/** How many marks are stacked at most. */
function highestIn(values: readonly number[], { slot, pitch }: Axis): number {
  const needed = Math.ceil(largestPile(values) / columnsIn(slot, pitch));
  return Math.min(stacked(stack.high, pitch), Math.max(stacked(stack.low, pitch), needed));
}

function largestPile(values: readonly number[]): number {
  return Math.max(...[1, 2, 3, 4, 5].map((answer) => values.filter((value) => value === answer).length));
}

/** @param y where the lowest marks lie */
function drawLane(lane: BalanceLane, place: HatPlace, axis: Axis, y: number): string {
  const left = axis.titles + 6;
  return [
    text(lane.letter, { class: `letter ${place}`, x: left, y: y + 4 }),
    recentLine(lane.values, place, axis, y + sizes.latest + 2.5),
    ...marks(lane.values, place, axis, y),
    declined(lane.noOccasion, place, axis, y),
  ].join('');
}

/** From the lowest to the highest of the last eight. */
function recentLine(values: readonly number[], place: HatPlace, axis: Axis, y: number): string {
  if (values.length < enoughForLine) return '';
  const ends = radiusAt(sizes.pitch);
  const recent = values.slice(-lineOver).map((value) => xOf(value, axis));
  const [x1, x2] = [Math.min(...recent) - ends, Math.max(...recent) + ends];
  return element('line', { class: `recent ${place}`, x1, x2, y1: y, y2: y });
}

/** One for each answer; equal ones are stacked, the latest is larger and lies lowest, over the others. */
function marks(values: readonly number[], place: HatPlace, axis: Axis, y: number): readonly string[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const placed = new Map<number, number>();
  const highest = highestIn(values, axis);
  return values
    .toReversed()
    .map((value, index) => {
      const nth = placed.get(value) ?? 0;
      placed.set(value, nth + 1);
      const columns = Math.ceil((counts.get(value) ?? 1) / highest);
      const pitch = Math.min(axis.pitch, (axis.slot - axis.pitch) / columns);
      const column = Math.floor(nth / highest);
      // From the middle to both sides in turn.
      const shift = Math.ceil(column / 2) * (column % 2 === 0 ? -1 : 1);
      const x = xOf(value, axis) + shift * pitch;
      const height = y - (nth % highest) * axis.pitch;
      return index === 0
        ? mark(place, x, height, sizes.latest, 'mark latest')
        : mark(place, x, height, radiusAt(axis.pitch));
    })
    .toReversed();
}

function xOf(value: number, { places, slot }: Axis): number {
  return (places[0] ?? 0) + (value - 1) * slot;
}

/** A hollow mark with its count, right of the axis. */
function declined(count: number, place: HatPlace, { width }: Axis, y: number): string {
  if (count === 0) return '';
  const x = width - rightOfAxis + 10;
  const words = text(`×${count}`, { class: 'tick', x: x + 8, y: y + 4 });
  return mark(place, x, y, radiusAt(sizes.pitch), 'none') + words;
}
