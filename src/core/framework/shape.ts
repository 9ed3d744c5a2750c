/**
 * The shape of a framework in memory, said once: its types and the parsers of those who are sent one follow from it. The
 * schema of a framework file, where poles stand by hat and a text has rules, yields it, which the compiler checks.
 */
import * as v from 'valibot';
import { promptKinds } from './promptKinds';

const texts = v.array(v.string());

const attribution = v.object({
  author: v.string(),
  title: v.string(),
  /** Local date `YYYY-MM-DD`. */
  date: v.string(),
});

const hat = v.object({
  /** Second half of a tag: `#dimension/hat`. */
  id: v.string(),
  label: v.string(),
  /** One letter (one grapheme) that stands for the hat where space is short. */
  letter: v.string(),
  /** One line: what this hat is for ("keep things running"). */
  purpose: v.string(),
});

const pole = v.object({
  /** A few words for a row, at most 28 graphemes; frameworks from outside may leave it out. */
  short: v.optional(v.string()),
  summary: v.string(),
  behaviours: texts,
  tooMuch: texts,
  tooLittle: texts,
  /** Three statements; the first is the quick check's (the anchor). */
  statements: texts,
  prompts: v.object(v.entriesFromList(promptKinds, texts)),
  moves: texts,
});

const dimension = v.object({
  /** First half of a tag. */
  id: v.string(),
  title: v.string(),
  /** A one-line question that the dimension asks of a lead. */
  question: v.string(),
  /** Codicon name without `$()`. */
  icon: v.string(),
  /** In the order of the hats. */
  poles: v.tuple([pole, pole]),
});

export const sideShape = v.object({ dimension: v.string(), hat: v.string() });

const situation = v.object({
  id: v.string(),
  title: v.string(),
  keywords: texts,
  /** The side that leads first, and the small thing to do with it. */
  first: sideShape,
  move: v.string(),
  /** The side that follows. */
  then: sideShape,
  /** What goes wrong most often here. */
  trap: v.string(),
});

export const frameworkShape = v.object({
  id: v.string(),
  /** Semantic version of the texts; a changed statement means a new version. */
  version: v.string(),
  /** BCP 47 tag of the texts. */
  language: v.string(),
  title: v.string(),
  attribution,
  /** The closing principle, shown under the cards. */
  principle: v.string(),
  /** Exactly two. Their order gives "lean" its sign: second minus first. */
  hats: v.tuple([hat, hat]),
  /** One or more, in the order in which they are shown. */
  dimensions: v.array(dimension),
  situations: v.array(situation),
});
