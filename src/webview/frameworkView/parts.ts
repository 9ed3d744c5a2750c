import type { Framework } from '../../core/framework/model';
import type { CardButton, FrameworkPageStrings } from '../../protocol/frameworkView';
import type { CardActions } from './actions';

/** What every card of a page shares. */
export interface CardParts {
  readonly framework: Framework;
  readonly words: FrameworkPageStrings;
  readonly language: string;
  readonly cardButtons: readonly CardButton[];
  readonly actions: CardActions;
}
