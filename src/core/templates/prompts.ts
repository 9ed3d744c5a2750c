import { dayOf } from '../util/calendar';
import type { Framework, PromptKind } from '../framework/model';
import type { Part, Template } from './model';
import { escaped } from './snippet';

/** A prompt of the framework with the tag of its side, without `#`. */
export interface TemplatePrompt {
  readonly text: string;
  readonly tag: string;
}

/**
 * Prompts for the day, one a side, that favour no side and no prompt: whatever the rhythm in which somebody asks (daily,
 * weekly, monthly), all come round. Multiples of the golden ratio spread evenly over their fractions.
 * @param date Local date `YYYY-MM-DD`.
 * @param count At most this many.
 */
export function promptsOfTheDay(
  framework: Framework,
  kind: PromptKind,
  date: string,
  count: number,
): readonly TemplatePrompt[] {
  const sides = promptsBySide(framework, kind);
  const asked = Math.min(count, sides.length);
  const turn = turnOf(dayOf(date)) * sides.length;
  return Array.from({ length: asked }, (_, index) => {
    const step = Math.floor((index * sides.length) / asked);
    const prompts = sides[(Math.floor(turn) + step) % sides.length] ?? [];
    return prompts[Math.floor((turn % 1) * prompts.length)];
  }).filter((prompt) => prompt !== undefined);
}

const goldenRatio = (1 + Math.sqrt(5)) / 2;

/** From 0 to 1: spread evenly, whatever the rhythm of the numbers. */
export function turnOf(number: number): number {
  return (number * goldenRatio) % 1;
}

/** One hat after the other, so that steps across half of the list change the hat. */
function promptsBySide({ dimensions, hats }: Framework, kind: PromptKind): (readonly TemplatePrompt[])[] {
  return hats.flatMap((hat, index) =>
    dimensions.map(({ id, poles }) => {
      const texts = poles[index === 0 ? 0 : 1].prompts[kind];
      return texts.map((text) => ({ text, tag: `${id}/${hat.id}` }));
    }),
  );
}

/** The template with the prompts in the place of `{{prompts}}`: a tagged heading each, with a place to write below. */
export function withPrompts(template: Template, prompts: readonly TemplatePrompt[]): Template {
  const headings = prompts.flatMap(({ text, tag }, index): Part[] => {
    const [dimension = '', hat = ''] = tag.split('/');
    const gap = index === 0 ? '' : '\n\n';
    return [
      `${gap}### ${text} `,
      { kind: 'tag', dimension, hats: [hat] },
      '\n\n- ',
      { kind: 'stop', text: '' },
    ];
  });
  const body = template.body.flatMap((part) =>
    typeof part !== 'string' && part.kind === 'prompts' ? headings : [part],
  );
  return { ...template, body };
}

/**
 * A single prompt as the body of a snippet: a list item that holds nothing but the prompt and its tag, with the answer
 * below it, so that an unanswered one is told from an answered one.
 * @param before What stands before the cursor on its line.
 */
export function promptSnippet({ text, tag }: TemplatePrompt, before: string): string {
  const isItem = /^\s*([-*+]|\d+[.)])\s+(\[.\]\s+)?$/.test(before);
  const start = isItem ? '' : before.trim() === '' ? '- ' : '\n- ';
  return `${start}${escaped(`${text} #${tag}`)}\n  $0`;
}
