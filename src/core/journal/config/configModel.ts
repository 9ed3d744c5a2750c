import type { ConfiguredPeople } from '../people/people';

/** What `two-hats.yaml` says. */
export interface Config extends ConfiguredPeople {
  readonly me: readonly string[];
  /** Near misses to leave alone, without `#`. */
  readonly ignored: readonly string[];
  /** The folder of the person's own templates, below the journal; `''` for none. */
  readonly templates: string;
}

export const noConfig: Config = { people: [], me: [], ignored: [], templates: '' };

export interface ConfigReading {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** `start` and `end` are UTF-16 offsets into the file's text. */
export type ConfigProblem = { readonly start: number; readonly end: number } & (
  | { readonly code: 'syntax' }
  /** Nested too deeply, or of too many parts, from there on. */
  | { readonly code: 'tooMuch' }
  /** `limit` in UTF-16 units */
  | { readonly code: 'tooLarge'; readonly limit: number }
  /** `person`: a map with at least a name; `lead`: a name, several, or such a map. */
  | { readonly code: 'wrongType'; readonly expected: Expected }
);

export type Expected = 'map' | 'list' | 'text' | 'person' | 'lead';
