/** Tags that are nearly known ones (design: `tags.md`, "Near miss"). */
import type { Framework } from '../../framework/model';
import { editDistance } from '../../util/spelling';
import { fold } from '../../framework/comparable';
import { knownTags, type KnownTag } from './tags';

/** What the person may have meant. */
export interface NearTag extends KnownTag {
  /** The run as it would then stand, without `#`; sub-tags of the person's own are kept. */
  readonly run: string;
}

/** The known tags that a run (a tag without its `#`) nearly is, the nearest first; none for a tag that counts. */
export type NearTags = (run: string) => readonly NearTag[];

/** A tag that stands in so many notes as it is, is meant as it is. */
export const settledNotes = 5;

/** Shorter ones are near to everything. */
const shortest = 6;
const maxSlips = 2;
/** Of the known id's length. */
const maxShare = 0.2;

export function nearTags(framework: Framework): NearTags {
  const tags = knownTags(framework);
  const dimensions = namesOf(framework.dimensions);
  const hats = namesOf(framework.hats);
  const joined = dimensions.flatMap((dimension) =>
    hats.flatMap((hat) =>
      ['', '-', '_'].map((between) => ({ dimension, hat, text: dimension.text + between + hat.text })),
    ),
  );
  return (run) => {
    if (Array.from(run).length < shortest) return [];
    const [first = '', second, ...rest] = run.split('/');
    const known = tags.match(run);
    if (known?.hat !== undefined || (known && second === undefined)) return [];
    const found = known
      ? sides(near(first, dimensions), near(second, hats), rest)
      : [
          ...sides(near(second, dimensions), near(first, hats), rest),
          ...near(first, joined).map(({ name, slips }) =>
            at(name.dimension, name.hat, slips, [second, ...rest]),
          ),
          ...dimensionsWith(near(first, dimensions), near(second, hats), second, rest),
        ];
    return distinct([...found].sort((one, other) => one.slips - other.slips)).map(
      ({ dimension, hat, run: meant }) => ({ dimension, hat, run: meant }),
    );
  };
}

interface Name {
  readonly id: string;
  /** The id as it is compared. */
  readonly text: string;
}

interface Near<N> {
  readonly name: N;
  readonly slips: number;
}

type Found = NearTag & { readonly slips: number };

function namesOf(things: readonly { readonly id: string }[]): readonly Name[] {
  return things.map(({ id }) => ({ id, text: fold(id) }));
}

function near<N extends { readonly text: string }>(
  segment: string | undefined,
  names: readonly N[],
): readonly Near<N>[] {
  if (segment === undefined) return [];
  const text = fold(segment);
  return names.flatMap((name) => {
    const slips = slipsBetween(text, name.text);
    return slips === undefined ? [] : [{ name, slips }];
  });
}

/** `undefined` where they are too far from each other. */
function slipsBetween(text: string, id: string): number | undefined {
  const limit = Math.min(maxSlips, Math.floor(Array.from(id).length * maxShare));
  const distance = editDistance(text, id, limit);
  if (distance <= limit) return distance;
  return singular(text) === singular(id) ? 1 : undefined;
}

/** English, as most ids are; other languages are served by the distance. */
function singular(id: string): string {
  return id.replace(/ies(?=$|[-_])/g, 'y').replace(/(?<=[^\W_][^\W_s])s(?=$|[-_])/g, '');
}

function sides(
  dimensions: readonly Near<Name>[],
  hats: readonly Near<Name>[],
  rest: readonly string[],
): readonly Found[] {
  return dimensions.flatMap((dimension) =>
    hats.map((hat) => at(dimension.name, hat.name, dimension.slips + hat.slips, rest)),
  );
}

/** The hat goes with it where it can be told, else the person's own sub-tag does. */
function dimensionsWith(
  dimensions: readonly Near<Name>[],
  hats: readonly Near<Name>[],
  second: string | undefined,
  rest: readonly string[],
): readonly Found[] {
  if (hats.length > 0) return sides(dimensions, hats, rest);
  return dimensions.map(({ name, slips }) => at(name, undefined, slips, [second, ...rest]));
}

function at(
  dimension: Name,
  hat: Name | undefined,
  slips: number,
  own: readonly (string | undefined)[],
): Found {
  const run = [dimension.id, hat?.id, ...own].filter((segment) => segment !== undefined).join('/');
  return { dimension: dimension.id, hat: hat?.id, run, slips };
}

function distinct(found: readonly Found[]): readonly Found[] {
  return found.filter(({ run }, index) => found.findIndex((other) => other.run === run) === index);
}
