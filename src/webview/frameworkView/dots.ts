import type { Words } from '../../protocol/frameworkView';
import { fill, make } from '../shared/dom';

/** A mean of 1 to 5 as five dots, to the half; its text is exact to one decimal. */
export function dots(score: number, { words, language }: { words: Words; language: string }): HTMLElement {
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(score);
  return make(
    'span',
    { class: 'dots', role: 'img', 'aria-label': fill(words.rating, text) },
    [1, 2, 3, 4, 5].map((place) => make('span', { class: `dot ${fillOf(score, place)}` })),
  );
}

function fillOf(score: number, place: number): 'full' | 'half' | 'empty' {
  const halves = Math.round(score * 2) / 2;
  return halves >= place ? 'full' : halves >= place - 0.5 ? 'half' : 'empty';
}

/** The date as people write it; what is no date stays as it is. */
export function dateWords(date: string, language: string): string {
  const instant = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}
