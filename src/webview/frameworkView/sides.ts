import type { Dimension, Framework, Hat, Pole } from '../../core/framework/model';
import { make } from '../shared/dom';

export interface PoleOfHat {
  readonly hat: Hat;
  readonly pole: Pole;
  /** Which of the two hats: the style's only difference between them. */
  readonly place: string;
}

export function polesOf({ hats }: Framework, { poles }: Dimension): readonly PoleOfHat[] {
  return hats.flatMap((hat, index) => {
    const pole = poles[index];
    return pole ? [{ hat, pole, place: hatPlace(index) }] : [];
  });
}

/** The hat's letter and name; letter, shape and colour tell the two apart. */
export function hatLabel(framework: Framework, id: string): HTMLElement {
  const index = framework.hats.findIndex((hat) => hat.id === id);
  const hat = framework.hats[index];
  return make(
    'span',
    { class: 'hat', 'data-hat': hatPlace(index) },
    make('span', { class: 'badge', 'aria-hidden': 'true' }, hat?.letter),
    make('span', {}, hat?.label ?? id),
  );
}

/** The hat's letter where its name has no room; people who listen hear the name. */
export function hatLetter({ letter, label }: Hat): readonly HTMLElement[] {
  return [
    make('span', { class: 'badge', 'aria-hidden': 'true' }, letter),
    make('span', { class: 'spoken' }, `${label}: `),
  ];
}

function hatPlace(index: number): string {
  return index === 0 ? 'first' : 'second';
}
