import type { Placeholder, Template } from './model';
import { withoutFinalBreaks } from './rewrite';
import { selectTags, tagOptions } from './tags';

/**
 * The template as the body of a VS Code snippet: tab stops in writing order, the person and the title linked wherever
 * they recur, `$0` at the end.
 * @param tags Those to keep, without `#`; the others are left out.
 */
export function toSnippet({ body }: Pick<Template, 'body'>, tags: ReadonlySet<string>): string {
  const stops = new Stops();
  const kept = withoutFinalBreaks(selectTags(body, tags));
  const pieces = kept.map((part, index) => {
    if (typeof part === 'string') return escaped(part);
    const next = kept[index + 1];
    return typeof next === 'string' ? apartFrom(next, snippetOf(part, stops)) : snippetOf(part, stops);
  });
  return `${pieces.join('')}$0`;
}

/** `$1` before a digit, and a variable before a letter, need their braces. */
function apartFrom(next: string, piece: string): string {
  return /^\w/.test(next) ? piece.replace(/\$(\w+)$/, '${$1}') : piece;
}

/** Text that means itself in a snippet. */
export function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

class Stops {
  #count = 0;
  readonly #linked = new Map<string, number>();

  next(text: string): string {
    this.#count++;
    return text === '' ? `$${this.#count}` : `\${${this.#count}:${escaped(text)}}`;
  }

  linked(kind: string, text: string): string {
    const known = this.#linked.get(kind);
    if (known !== undefined) return `$${known}`;
    const stop = this.next(text);
    this.#linked.set(kind, this.#count);
    return stop;
  }

  choice(options: readonly string[]): string {
    this.#count++;
    const list = options.map((option) => option.replace(/[,|\\]/g, '\\$&'));
    return `\${${this.#count}|${list.join(',')}|}`;
  }
}

function snippetOf(part: Placeholder, stops: Stops): string {
  switch (part.kind) {
    case 'date':
      return '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
    case 'person':
    case 'title':
      return stops.linked(part.kind, part.text);
    case 'stop':
      return stops.next(part.text);
    case 'choice':
      return stops.choice(part.options);
    case 'tag': {
      const [only = '', ...others] = tagOptions(part);
      return others.length === 0 ? escaped(only) : stops.choice([only, ...others]);
    }
    case 'prompts':
      return '';
  }
}
