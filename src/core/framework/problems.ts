/** What is wrong with a framework file, and where: `start` and `end` are UTF-16 offsets into its text. */
export type FrameworkProblem = Fact & { readonly start: number; readonly end: number };

type Fact =
  | { readonly code: 'tooLarge'; readonly limit: number }
  | { readonly code: 'syntax'; readonly reason: SyntaxReason }
  | { readonly code: 'duplicateKey'; readonly key: string }
  | { readonly code: 'missingKey'; readonly key: string }
  | {
      readonly code: 'unknownKey';
      readonly found: string;
      readonly allowed: Names;
      readonly nearest?: string;
    }
  | {
      readonly code: 'unknownName';
      readonly found: string;
      readonly allowed: Names;
      readonly nearest?: string;
    }
  | {
      readonly code: 'wrongType';
      readonly expected: 'text' | 'list' | 'map';
      readonly found: ValueKind;
      /** As it stands in the file, its first line only. */
      readonly source: string;
    }
  | { readonly code: 'wrongCount'; readonly min: number; readonly max?: number; readonly found: number }
  | { readonly code: 'badValue'; readonly rule: ValueRule; readonly found: string }
  | { readonly code: 'repeated'; readonly found: string };

type Names = readonly string[];

/** Why the text is no YAML that can be read. */
export type SyntaxReason =
  | 'tab'
  | 'indent'
  | 'unclosed'
  | 'colon'
  | 'start'
  | 'escape'
  | 'alias'
  | 'documents'
  | 'tag'
  | 'key'
  | 'tooMuch'
  | 'other';

export type ValueKind = 'text' | 'list' | 'map' | 'nothing' | 'number' | 'boolean';

/** `filled`: not empty. `id`: see `isId`. `letter`: one grapheme. `short`: few graphemes. The others by their names. */
export type ValueRule = 'filled' | 'id' | 'letter' | 'short' | 'version' | 'date' | 'language' | 'icon';
