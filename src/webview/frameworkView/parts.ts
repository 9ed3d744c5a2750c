import type { Framework } from '../../core/framework/model';
import type { CardButton, Words } from '../../protocol/frameworkView';
import type { Actions } from './actions';

/** What every card of a page shares. */
export interface CardParts {
  readonly framework: Framework;
  readonly words: Words;
  readonly language: string;
  readonly cardButtons: readonly CardButton[];
  readonly actions: Actions;
}
