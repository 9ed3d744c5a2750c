import type { Framework } from '../framework/model';
import type { Template, TemplateKind, TemplateSet } from './model';
import { toSnippet } from './snippet';
import { frameworkTags } from './tags';

/** An entry of a VS Code snippets file. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /** Offered for a whole new file. */
  readonly isFileTemplate?: true;
  readonly body: readonly string[];
}

export type SnippetFile = Readonly<Record<string, Snippet>>;

/** The snippet files by name. What the framework of the day fills in (reflections) is no static text: it has none. */
export function snippetFiles(
  { templates }: TemplateSet,
  framework: Framework,
): Readonly<Record<string, SnippetFile>> {
  const tags = frameworkTags(framework);
  const file = (kind: TemplateKind, more: readonly Template[] = []): SnippetFile =>
    Object.fromEntries(
      [...templates.filter((template) => template.kind === kind), ...more].map((template) => [
        template.title,
        snippet(template, tags),
      ]),
    );
  return {
    'retrospectives.json': file('retrospective'),
    'one-on-ones.json': file('oneOnOne'),
    'blocks.json': file('block', tagTemplates(framework)),
  };
}

/** For each dimension, a choice of its tags. */
function tagTemplates({ dimensions, hats }: Framework): Template[] {
  return dimensions.map(({ id, title, question }) => ({
    id: `tag-${id}`,
    kind: 'block',
    title,
    suits: question,
    body: [{ kind: 'tag', dimension: id, hats: hats.map((hat) => hat.id) }],
  }));
}

function snippet(template: Template, tags: ReadonlySet<string>): Snippet {
  const { id, kind, suits, minutes } = template;
  return {
    prefix: `th-${id}`,
    description: minutes ? `${suits} (${minutesText(minutes)})` : suits,
    ...(kind === 'block' ? {} : { isFileTemplate: true }),
    body: toSnippet(template, tags).split('\n'),
  };
}

/** In every language: min is the symbol of the unit. */
export function minutesText([from, to]: readonly [number, number]): string {
  return from === to ? `${from} min` : `${from}–${to} min`;
}
