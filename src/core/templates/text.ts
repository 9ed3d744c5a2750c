import type { Part, Placeholder, Template } from './model';
import { rewrite, withoutFinalBreaks } from './rewrite';
import { selectTags, tagOptions } from './tags';

export interface TextOptions {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  /** Absent: the template's own word for it. */
  readonly person?: string | undefined;
  /** Absent: the template's own word for it. Empty: left out, with the space that sets it apart. */
  readonly title?: string | undefined;
  /** The tags to keep, without `#`; the others are left out. */
  readonly tags: ReadonlySet<string>;
}

export interface TemplateText {
  /** Ends with one line break. */
  readonly text: string;
  /** Where to write first; what stands there until then, if anything, lies between. UTF-16 offsets. */
  readonly first: { readonly start: number; readonly end: number };
}

/** The template as plain Markdown: what its snippet leaves when nothing is written, choices side by side. */
export function toText({ body }: Pick<Template, 'body'>, options: TextOptions): TemplateText {
  let text = '';
  let first: TemplateText['first'] | undefined;
  for (const part of withoutFinalBreaks(selectTags(filled(body, options), options.tags))) {
    const start = text.length;
    text += typeof part === 'string' ? part : textOf(part);
    if (typeof part !== 'string' && part.kind === 'stop') first ??= { start, end: text.length };
  }
  return { text: `${text}\n`, first: first ?? { start: text.length, end: text.length } };
}

/** The body with what is known about the note put in. */
function filled(body: readonly Part[], { date, person, title }: TextOptions): readonly Part[] {
  const values = { person, title };
  return rewrite(body, (part) => {
    if (part.kind === 'date') return date;
    if (part.kind !== 'person' && part.kind !== 'title') return part;
    // As in a snippet, what recurs says the word of its first place.
    const value = (values[part.kind] ??= part.text);
    return value === '' ? undefined : value;
  });
}

function textOf(part: Placeholder): string {
  switch (part.kind) {
    case 'person':
    case 'title':
    case 'stop':
      return part.text;
    case 'choice':
      return part.options.join(' / ');
    case 'tag':
      return tagOptions(part).at(-1) ?? '';
    case 'date':
    case 'prompts':
      return '';
  }
}
