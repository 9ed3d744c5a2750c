/**
 * What is wrong with a templates file, and where: `start` and `end` are UTF-16 offsets into its text. Only whoever
 * builds Two Hats sees one.
 */
export type TemplateProblem = (FileFact | BodyFact) & Range;

interface Range {
  readonly start: number;
  readonly end: number;
}

type FileFact =
  /** In the words of the YAML parser. */
  | { readonly code: 'syntax'; readonly message: string }
  /** A key is missing or unknown, or its value is not what is expected, in the words of the schema. */
  | { readonly code: 'invalid'; readonly path: string; readonly message: string }
  | { readonly code: 'repeated'; readonly found: string }
  /** The body is no literal block (`body: |`), so that its places could not be found again. */
  | { readonly code: 'notLiteral' };

export type BodyFact =
  /** `{{` without `}}` on the same line, or `}}` without `{{`. */
  | { readonly code: 'unclosed' }
  | { readonly code: 'unknownPlaceholder'; readonly found: string }
  | { readonly code: 'unknownTag'; readonly found: string }
  /** A choice of fewer than two, or with an empty option. */
  | { readonly code: 'noChoice' };

/** A problem of a body, with offsets into the body. */
export type BodyProblem = BodyFact & Range;
