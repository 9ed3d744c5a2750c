import type { Framework } from '../framework/model';
import type { Part, Placeholder } from './model';
import { rewrite } from './rewrite';

type TagPlaceholder = Extract<Placeholder, { kind: 'tag' }>;

/** Every tag of the framework, without `#`: the dimensions alone and each side. */
export function frameworkTags({ dimensions, hats }: Framework): ReadonlySet<string> {
  return new Set(dimensions.flatMap(({ id }) => [id, ...hats.map((hat) => `${id}/${hat.id}`)]));
}

/** The tags to choose from, with `#`: each side, then the dimension alone, which means both or undecided. */
export function tagOptions({ dimension, hats }: TagPlaceholder): string[] {
  const sides = hats.map((hat) => `#${dimension}/${hat}`);
  return sides.length === 1 ? sides : [...sides, `#${dimension}`];
}

/** Does the body hold any of the tags? */
export function hasTag(body: readonly Part[], tags: ReadonlySet<string>): boolean {
  return body.some((part) => typeof part !== 'string' && part.kind === 'tag' && known(part, tags));
}

/** The body with those tags only. */
export function selectTags(body: readonly Part[], tags: ReadonlySet<string>): readonly Part[] {
  return rewrite(body, (part) => (part.kind === 'tag' ? known(part, tags) : part));
}

/** The placeholder as far as it is known, or `undefined` when nothing of it is left. */
function known(tag: TagPlaceholder, tags: ReadonlySet<string>): TagPlaceholder | undefined {
  const hats = tag.hats.filter((hat) => tags.has(`${tag.dimension}/${hat}`));
  const isLeft = tag.hats.length > 0 ? hats.length > 0 : tags.has(tag.dimension);
  return isLeft ? { ...tag, hats } : undefined;
}
