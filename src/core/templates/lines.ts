import type { Part, Template } from './model';
import { rewrite } from './rewrite';
import { toText } from './text';

/**
 * The lines that the templates leave in a note before anybody wrote in it, without tags: whoever asks whether
 * something was written takes them away. A line that names the person, the title or the date is not among them; a
 * choice stands with all its options, and with each of them.
 */
export function templateLines(templates: readonly Template[]): readonly string[] {
  return [...new Set(templates.flatMap(({ body }) => lines(body).flatMap(lineTexts)))];
}

function lines(body: readonly Part[]): Part[][] {
  const result: Part[][] = [[]];
  for (const part of body) {
    const [rest = '', ...more] = typeof part === 'string' ? part.split('\n') : [part];
    result.at(-1)?.push(rest);
    result.push(...more.map((text) => [text]));
  }
  return result;
}

function lineTexts(line: readonly Part[]): string[] {
  if (line.some((part) => typeof part !== 'string' && varying.has(part.kind))) return [];
  const longest = Math.max(0, ...line.map((part) => optionsOf(part).length));
  const chosen = Array.from({ length: longest }, (_, index) =>
    rewrite(line, (part) => (part.kind === 'choice' ? (part.options[index] ?? part.options[0]) : part)),
  );
  return [line, ...chosen].map((parts) => textOf(parts).trim()).filter((text) => text !== '');
}

const varying: ReadonlySet<string> = new Set(['date', 'person', 'title', 'prompts']);

function optionsOf(part: Part): readonly string[] {
  return typeof part !== 'string' && part.kind === 'choice' ? part.options : [];
}

function textOf(body: readonly Part[]): string {
  return toText({ body }, { date: '', tags: new Set() }).text;
}
