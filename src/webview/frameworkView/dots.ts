import type { Hat } from '../../core/framework/model';
import type { SideRating } from '../../protocol/frameworkView';
import { fill, make } from '../shared/dom';
import type { CardParts } from './parts';

/**
 * A mean of 1 to 5 as five dots, to the half, with the count of answers that it rests on; its text is exact to one
 * decimal.
 * @param place which of the two hats
 */
export function ratingDots(
  { score, count }: SideRating,
  { label }: Hat,
  place: string,
  { words, language }: Pick<CardParts, 'words' | 'language'>,
): HTMLElement {
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(score);
  return make(
    'span',
    { class: 'dots', 'data-hat': place, role: 'img', 'aria-label': fill(words.rating, label, text, count) },
    [1, 2, 3, 4, 5].map((step) => make('span', { class: `dot ${fillOf(score, step)}` })),
    make('span', { class: 'count' }, String(count)),
  );
}

function fillOf(score: number, place: number): 'full' | 'half' | 'empty' {
  const halves = Math.round(score * 2) / 2;
  return halves >= place ? 'full' : halves >= place - 0.5 ? 'half' : 'empty';
}

/** The date as people write it; what is no date stays as it is. */
export function formatDate(date: string, language: string): string {
  const instant = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}
