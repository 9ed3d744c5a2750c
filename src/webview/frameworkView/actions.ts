import type { TextActions } from '../shared/textActions';
import type { CardButton, ItemAddress } from '../../protocol/frameworkView';

/** What the parts of the page may ask for. */
export interface CardActions extends TextActions {
  startCheck(): void;
  press({ id }: CardButton, dimension: string): void;
  /** Tells people who listen to the page. */
  announce(text: string): void;
  /** Opens a card, goes to the place in it and focuses it. */
  open(place: ItemAddress): void;
  /** Called when there is something new to remember. */
  changed(): void;
}
