import { Document, isCollection, isScalar, isSeq, visit } from 'yaml';
import type { Framework } from './model';

/** The keys of a framework file that a copy explains, where each stands first. */
export const explainedKeys = [
  'version',
  'language',
  'hats',
  'letter',
  'dimensions',
  'icon',
  'poles',
  'short',
  'behaviours',
  'tooMuch',
  'tooLittle',
  'statements',
  'prompts',
  'moves',
  'situations',
  'keywords',
  'first',
] as const;

export type ExplainedKey = (typeof explainedKeys)[number];

/** Comments of a copy: what the file is, and what its keys hold. */
export type Explanations = Readonly<Record<ExplainedKey | 'file', string>>;

const lineWidth = 110;

/** The framework as a file that reads back as it is, with a comment on each part for whoever changes it. */
export function explainedCopy(framework: Framework, explanations: Explanations): string {
  const document = new Document(fileForm(framework), { aliasDuplicateObjects: false });
  document.commentBefore = commentOf(explanations.file);
  const left = new Set<string>(explainedKeys);
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key)) return;
      layOut(String(key.value), value);
      const explained = explainedKeys.find((name) => name === key.value);
      if (explained && left.delete(explained)) key.commentBefore = commentOf(explanations[explained]);
    },
  });
  return document.toString({ lineWidth });
}

/** In a file, poles stand by the ids of their hats. */
function fileForm({ dimensions, hats, situations, ...head }: Framework): unknown {
  return {
    ...head,
    hats,
    dimensions: dimensions.map(({ poles, ...dimension }) => ({
      ...dimension,
      poles: Object.fromEntries(hats.map(({ id }, index) => [id, poles[index]])),
    })),
    situations,
  };
}

/** What is short stands on one line, what is long is set apart. */
function layOut(key: string, value: unknown): void {
  if (['first', 'then', 'keywords'].includes(key) && isCollection(value)) value.flow = true;
  if (key !== 'dimensions' || !isSeq(value)) return;
  for (const item of value.items.slice(1)) if (isCollection(item)) item.spaceBefore = true;
}

/** As lines of a comment, without their signs. */
function commentOf(text: string): string {
  return text.replace(/(.{1,100})(?:\s+|$)/g, ' $1\n').trimEnd();
}
