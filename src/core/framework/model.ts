/** The framework as data. No code outside the data names a dimension or a hat. What its parts are, see `shape.ts`. */
import type { InferOutput } from 'valibot';
import type { frameworkShape } from './shape';

export type { PromptKind } from './promptKinds';

type DeepReadonly<T> = T extends string | undefined ? T : { readonly [K in keyof T]: DeepReadonly<T[K]> };

export type Framework = DeepReadonly<InferOutput<typeof frameworkShape>>;
export type Hat = Framework['hats'][number];
export type Dimension = Framework['dimensions'][number];
export type Pole = Dimension['poles'][number];
export type Situation = Framework['situations'][number];
/** A dimension seen with one hat. */
export type Side = Situation['first'];
