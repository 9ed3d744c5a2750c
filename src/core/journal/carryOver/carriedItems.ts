/** List items with open tasks as they go from older notes into a new one: what is the same in several goes once. */
import type { Move } from './moves';

/** What stands below an item without being one that holds tasks. */
export interface CarriedDetail {
  /** Whole blocks as Markdown, an empty line before them where they need one. */
  readonly text: string;
  /** Where the open tasks stand that are in it, as in a block quote. */
  readonly places: readonly Move[];
}

export interface CarriedItem {
  /** As it was written: `-`, `*`, `1.`, `2)`. */
  readonly marker: string;
  /** Of an open task, between its brackets; absent where an item only says what those below it belong to. */
  readonly mark: string | undefined;
  /** On one line: see `carriedText`. */
  readonly text: string;
  /** Where it stands open: once in each old note that holds it. */
  readonly places: readonly Move[];
  readonly below: readonly CarriedPart[];
}

export type CarriedPart = CarriedItem | CarriedDetail;

export function isItem(part: CarriedPart): part is CarriedItem {
  return 'marker' in part;
}

/** All places where open tasks stand, those below others included. */
export function placesOf(parts: readonly CarriedPart[]): readonly Move[] {
  return parts.flatMap((part) => [...part.places, ...(isItem(part) ? placesOf(part.below) : [])]);
}

/** The open tasks among them, each once, by the old places of each. */
export function openTasksOf(parts: readonly CarriedPart[]): readonly (readonly Move[])[] {
  return parts.flatMap((part) => {
    if (!isItem(part)) return inDetail(part);
    return [...(part.mark === undefined ? [] : [part.places]), ...openTasksOf(part.below)];
  });
}

/** Of one note each is another. */
function inDetail({ places }: CarriedDetail): readonly (readonly Move[])[] {
  const tasks: Move[][] = [];
  for (const place of places) {
    const same = tasks.find(
      ([first, ...others]) =>
        first?.arrivesAs === place.arrivesAs && [first, ...others].every(({ path }) => path !== place.path),
    );
    if (same) same.push(place);
    else tasks.push([place]);
  }
  return tasks;
}

/**
 * Adds the items of another note. Those that say the same become one, with what stands below either; of two that say
 * the same in one note both stay.
 * @param most no further item is added where there are so many open tasks
 */
export function addItems(
  known: readonly CarriedItem[],
  found: readonly CarriedItem[],
  most = Infinity,
): readonly CarriedItem[] {
  const items = [...known];
  const free = new Map<string, number[]>();
  for (const [index, item] of known.entries()) {
    const places = free.get(sayingOf(item));
    if (places) places.push(index);
    else free.set(sayingOf(item), [index]);
  }
  let open = openTasksOf(known).length;
  for (const item of found) {
    const index = free.get(sayingOf(item))?.shift() ?? -1;
    const same = items[index];
    if (same) items[index] = merged(same, item);
    else if (open < most) {
      items.push(item);
      open += openTasksOf([item]).length;
    }
  }
  return items;
}

/** The same for those that become one. */
function sayingOf({ mark, text }: CarriedItem): string {
  return `${mark === undefined ? 'item' : 'task'} ${text.replace(/\s+/g, ' ')}`;
}

function merged(one: CarriedItem, other: CarriedItem): CarriedItem {
  return {
    ...one,
    mark: [one.mark, other.mark].includes('/') ? '/' : one.mark,
    places: [...one.places, ...other.places],
    below: mergedParts(one.below, other.below),
  };
}

function mergedParts(known: readonly CarriedPart[], found: readonly CarriedPart[]): readonly CarriedPart[] {
  const items = addItems(known.filter(isItem), found.filter(isItem)).values();
  const details = found.filter((part) => !isItem(part));
  const parts = known.map((part) =>
    isItem(part) ? (items.next().value ?? part) : mergedDetail(part, details),
  );
  const added = details.filter((detail) => !known.some((part) => !isItem(part) && wider(part, detail)));
  parts.push(...items);
  for (const detail of added) {
    const text = blocksOf(detail);
    const before = parts.at(-1);
    const goesOn = text.startsWith('- ') && (before === undefined || isItem(before));
    parts.push({ ...detail, text: goesOn ? text : `\n${text}` });
  }
  return parts;
}

/** Without empty lines around them. */
function blocksOf({ text }: CarriedDetail): string {
  return text.replace(/^\n+/, '').trimEnd();
}

/** The one that says all that the other does, if either does so. */
function wider(one: CarriedDetail, other: CarriedDetail): CarriedDetail | undefined {
  const [lines, others] = [blocksOf(one), blocksOf(other)];
  if (lines === others) return one;
  if (!isPlainList.test(lines) || !isPlainList.test(others)) return undefined;
  const [all, some] = [`\n${lines}\n`, `\n${others}\n`];
  return all.includes(some) ? one : some.includes(all) ? other : undefined;
}

/** Where no line depends on those before it, as in code. */
const isPlainList = /^(?:[-*+] [\p{L}\p{N}].*(?:\n|$))*$/u;

function mergedDetail(detail: CarriedDetail, found: readonly CarriedDetail[]): CarriedDetail {
  return found.reduce((one, other) => {
    const { text } = wider(one, other) ?? {};
    return text === undefined ? one : { text, places: [...one.places, ...other.places] };
  }, detail);
}

/** Items as a list of open tasks. */
export function carriedList(items: readonly CarriedItem[]): string {
  return linesOf(items.map((item) => ({ ...item, marker: '-' }))).join('\n');
}

/**
 * Items as a list of what stays open elsewhere: no task is in it, and of what stands below them only such items.
 * @param where says of an item and all below it where that is
 */
export function namedList(items: readonly CarriedItem[], where: (places: readonly Move[]) => string): string {
  const named = items.map((item) => {
    const text = `${item.text} (${where(placesOf([item]))})`;
    return { ...withoutTasks(item), marker: '-', text };
  });
  return linesOf(named).join('\n');
}

function withoutTasks(item: CarriedItem): CarriedItem {
  return { ...item, mark: undefined, below: item.below.filter(isItem).map(withoutTasks) };
}

function linesOf(parts: readonly CarriedPart[]): readonly string[] {
  let number = 0;
  return parts.flatMap((part) => {
    if (!isItem(part)) {
      number = 0;
      return part.text.split('\n');
    }
    const isOrdered = /\d/.test(part.marker);
    number = isOrdered ? number + 1 : 0;
    return itemLines(part, isOrdered ? `${number}${part.marker.slice(-1)}` : part.marker);
  });
}

function itemLines({ mark, text, below }: CarriedItem, marker: string): readonly string[] {
  const indent = ' '.repeat(marker.length + 1);
  const lines = linesOf(below).map((line) => (line === '' ? '' : indent + line));
  while (lines.at(-1) === '') lines.pop();
  return [`${marker} ${mark === undefined ? '' : `[${mark}] `}${text}`, ...lines];
}
