import { fold } from './comparable';
import type { FrameworkProblem } from './problems';
import type { Path, SourceMap } from './sourceMap';

/** The ids that a file defines, as far as they can be told while it still holds problems. */
export interface DefinedIds {
  readonly hats: readonly string[];
  readonly dimensions: readonly string[];
}

export function definedIds(raw: unknown): DefinedIds {
  const ids = (list: string) => [...new Set(idsIn(raw, list).map(({ id }) => id))];
  return { hats: ids('hats'), dimensions: ids('dimensions') };
}

/**
 * Hats and dimensions share one space of names, since each is half of a tag; situations have their own. What no tag
 * could tell apart is the same.
 */
export function repeatedIds(raw: unknown, source: SourceMap): FrameworkProblem[] {
  const spaces = [[...idsIn(raw, 'hats'), ...idsIn(raw, 'dimensions')], idsIn(raw, 'situations')];
  return spaces
    .flatMap(repeated)
    .map(({ id, path }) => ({ code: 'repeated', found: id, ...source.rangeOf(path, 'value') }));
}

function repeated(space: readonly PlacedId[]): PlacedId[] {
  const firsts = new Map(space.toReversed().map((placed) => [fold(placed.id), placed]));
  return space.filter((placed) => firsts.get(fold(placed.id)) !== placed);
}

interface PlacedId {
  readonly id: string;
  readonly path: Path;
}

function idsIn(raw: unknown, list: string): PlacedId[] {
  const items: unknown = isRecord(raw) ? raw[list] : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index) => {
    const id = isRecord(item) ? item.id : undefined;
    return typeof id === 'string' && id !== '' ? [{ id, path: [list, index, 'id'] }] : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
