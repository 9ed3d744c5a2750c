/** The templates of one language as data. */
export interface TemplateSet {
  /** BCP 47 tag of the texts. */
  readonly language: string;
  /** In the order in which they are shown. */
  readonly templates: readonly Template[];
}

export interface Template {
  /** `th-` + id is the prefix of its snippet. */
  readonly id: string;
  readonly kind: TemplateKind;
  readonly title: string;
  /** One line: when it suits. */
  readonly suits: string;
  /** How long it takes, from and to, in minutes. */
  readonly minutes?: readonly [number, number] | undefined;
  /** Shown before the others of its kind. */
  readonly featured?: boolean | undefined;
  readonly body: readonly Part[];
}

export const templateKinds = ['oneOnOne', 'retrospective', 'block', 'reflection'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** Markdown as it stands, or a place where something is put in. */
export type Part = string | Placeholder;

export type Placeholder =
  /** Today. */
  | { readonly kind: 'date' }
  /** Whom or what the note is about; `text` stands there while that is not known. */
  | { readonly kind: 'person' | 'title'; readonly text: string }
  /** A place to write; `text` stands there until then. */
  | { readonly kind: 'stop'; readonly text: string }
  /** Two options or more. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** A dimension alone (no hats), one side, or a choice of sides. */
  | { readonly kind: 'tag'; readonly dimension: string; readonly hats: readonly string[] }
  /** Prompts of the framework in use: see `withPrompts`. */
  | { readonly kind: 'prompts' };
