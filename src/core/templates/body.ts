import type { Part } from './model';
import type { BodyFact, BodyProblem } from './problems';

export interface Body {
  readonly parts: readonly Part[];
  readonly problems: readonly BodyProblem[];
}

/**
 * Reads the text of a template: Markdown with
 * `{{date}}` · `{{person name}}` · `{{title Sprint 42}}` · `{{stop}}` · `{{stop text until then}}` ·
 * `{{choice a|b}}` · `{{tag dimension}}` · `{{tag dimension/hat}}` · `{{tag dimension/hat|hat}}` · `{{prompts}}`.
 * The word after `person`, `title` and `stop` stands there until something is written.
 */
export function readBody(text: string, tags: ReadonlySet<string>): Body {
  const parts: Part[] = [];
  const problems: BodyProblem[] = [];
  for (const { 0: found, 1: inside, index: start } of text.matchAll(pieces)) {
    const read = inside === undefined ? readText(found) : readPlaceholder(inside.trim(), tags);
    if (isProblem(read)) problems.push({ ...read, start, end: start + found.length });
    else parts.push(read);
  }
  return { parts, problems };
}

/** A whole placeholder; braces that belong to none, with what follows on their line; text up to the next braces. */
const pieces = /\{\{((?:(?!\{\{|\}\})[^\n])*)\}\}|\{\{[^\n]*|\}\}|(?:(?!\{\{|\}\})[^])+/g;

function isProblem(read: Part | BodyFact): read is BodyFact {
  return typeof read !== 'string' && 'code' in read;
}

function readText(found: string): Part | BodyFact {
  return found.startsWith('{{') || found.startsWith('}}') ? { code: 'unclosed' } : found;
}

function readPlaceholder(inside: string, tags: ReadonlySet<string>): Part | BodyFact {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(inside) ?? [];
  switch (word) {
    case 'person':
    case 'title':
    case 'stop':
      return { kind: word, text: rest };
    case 'choice':
      return readChoice(rest);
    case 'tag':
      return readTag(rest, tags);
    case 'date':
    case 'prompts':
      if (rest === '') return { kind: word };
  }
  return { code: 'unknownPlaceholder', found: inside };
}

function readChoice(rest: string): Part | BodyFact {
  const options = rest.split('|').map((option) => option.trim());
  return options.length > 1 && !options.includes('') ? { kind: 'choice', options } : { code: 'noChoice' };
}

function readTag(rest: string, tags: ReadonlySet<string>): Part | BodyFact {
  const [dimension = '', ...more] = rest.split('/');
  const hats = more.length === 0 ? [] : more.join('/').split('|');
  const unknown = [dimension, ...hats.map((hat) => `${dimension}/${hat}`)].find((tag) => !tags.has(tag));
  return unknown === undefined ? { kind: 'tag', dimension, hats } : { code: 'unknownTag', found: unknown };
}
