/** The framework as data. No code outside the data names a dimension or a hat. */
export interface Framework {
  readonly id: string;
  /** Semantic version of the texts; a changed statement means a new version. */
  readonly version: string;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  readonly title: string;
  readonly attribution: Attribution;
  /** The closing principle, shown under the cards. */
  readonly principle: string;
  /** Exactly two. Their order gives "lean" its sign: second minus first. */
  readonly hats: readonly [Hat, Hat];
  /** One or more, in the order in which they are shown. */
  readonly dimensions: readonly Dimension[];
  readonly situations: readonly Situation[];
}

export interface Attribution {
  readonly author: string;
  readonly title: string;
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
}

export interface Hat {
  /** Second half of a tag: `#dimension/hat`. */
  readonly id: string;
  readonly label: string;
  /** One letter (one grapheme) that stands for the hat where space is short. */
  readonly letter: string;
  /** One line: what this hat is for ("keep things running"). */
  readonly purpose: string;
}

export interface Dimension {
  /** First half of a tag. */
  readonly id: string;
  readonly title: string;
  /** A one-line question that the dimension asks of a lead. */
  readonly question: string;
  /** Codicon name without `$()`. */
  readonly icon: string;
  /** In the order of `Framework.hats`. */
  readonly poles: readonly [Pole, Pole];
}

export interface Pole {
  /** A few words for a row, at most 28 graphemes; frameworks from outside may leave it out. */
  readonly short?: string | undefined;
  readonly summary: string;
  readonly behaviours: readonly string[];
  readonly tooMuch: readonly string[];
  readonly tooLittle: readonly string[];
  /** Three statements; the first is the quick check's (the anchor). */
  readonly statements: readonly string[];
  readonly prompts: Readonly<Record<PromptKind, readonly string[]>>;
  readonly moves: readonly string[];
}

export const promptKinds = ['reflection', 'oneOnOne', 'retrospective'] as const;
export type PromptKind = (typeof promptKinds)[number];

export interface Situation {
  readonly id: string;
  readonly title: string;
  readonly keywords: readonly string[];
  /** The side that leads first, and the small thing to do with it. */
  readonly first: Side;
  readonly move: string;
  /** The side that follows. */
  readonly then: Side;
  /** What goes wrong most often here. */
  readonly trap: string;
}

/** A dimension seen with one hat. */
export interface Side {
  readonly dimension: string;
  readonly hat: string;
}
