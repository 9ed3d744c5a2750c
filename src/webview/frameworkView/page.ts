import type { Framework } from '../../core/framework/model';
import { createSearch, type Search } from '../../core/framework/search';
import type {
  FrameworkMemory,
  FrameworkPageModel,
  ItemAddress,
  ViewState,
  FrameworkPageStrings,
} from '../../protocol/frameworkView';
import { Cards } from './cards';
import { button, fill, make } from '../shared/dom';
import { formatDate } from './dots';
import type { CardActions } from './actions';
import { Results } from './results';
import { scrollTo } from './scroll';
import { SearchBox } from './searchBox';

/** Seconds that a statement of the quick check takes; a framework of six dimensions has twelve. */
const secondsPerStatement = 5;

/** The whole page of one framework. */
export class Page {
  readonly element: HTMLElement;
  readonly #framework: Framework;
  readonly #words: FrameworkPageStrings;
  readonly #language: string;
  readonly #actions: CardActions;
  readonly #box: SearchBox;
  readonly #cards: Cards;
  readonly #results: Results;
  readonly #legend = make('p', { class: 'legend', hidden: '' });
  readonly #introduction: HTMLElement;
  /** All that results replace. */
  readonly #browse: HTMLElement;
  readonly #backToResults: HTMLButtonElement;
  #search: Search | undefined;
  #leftResults = false;

  constructor(
    { framework, words, language, cardButtons, introduction }: FrameworkPageModel,
    actions: CardActions,
  ) {
    this.#framework = framework;
    this.#words = words;
    this.#language = language;
    this.#actions = actions;
    this.#box = new SearchBox(words, {
      typed: () => {
        this.#leftResults = false;
        this.#show();
        actions.changed();
      },
      entered: () => {
        this.#enter();
      },
    });
    this.#cards = new Cards({ framework, words, language, cardButtons, actions });
    this.#results = new Results(framework, words, actions);
    this.#backToResults = button({ id: 'backToResults', class: 'link', hidden: '' }, () => {
      this.#returnToResults();
    });
    this.#introduction = this.#makeIntroduction();
    this.#introduction.hidden = !introduction;
    this.#browse = make('div', {}, this.#cards.element, this.#legend, this.#footer());
    this.element = make(
      'div',
      { class: 'page', lang: framework.language, dir: 'auto' },
      make('h1', { class: 'spoken' }, framework.title),
      ...[this.#introduction, this.#box.element, this.#backToResults, this.#results.element, this.#browse],
    );
    // Before somebody types, so that the first letter is answered as fast as the others.
    requestIdleCallback(() => this.#index());
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing && this.#box.query !== '') this.#box.clear();
    });
  }

  get memory(): Pick<FrameworkMemory, 'open' | 'query' | 'leftResults'> {
    return { open: this.#cards.open, query: this.#box.query, leftResults: this.#leftResults };
  }

  set memory({ open, query, leftResults }: Pick<FrameworkMemory, 'open' | 'query' | 'leftResults'>) {
    this.#cards.open = open;
    this.#box.query = query;
    this.#leftResults = leftResults;
    this.#show();
  }

  update(state: ViewState): void {
    this.#cards.update(state);
    const { ratings } = state;
    const { ratingsLegend } = this.#words;
    const [first, second] = this.#framework.hats;
    this.#introduction.hidden = !state.introduction;
    this.#legend.hidden = !ratings;
    this.#legend.textContent = ratings
      ? fill(ratingsLegend, formatDate(ratings.date, this.#language), first.label, second.label)
      : '';
  }

  /** Leaves the results, if they are shown, and goes to a place on a card. */
  reveal(place: ItemAddress): void {
    this.#leftResults = true;
    this.#show();
    const target = this.#cards.reveal(place);
    if (target) scrollTo(target, target.tagName === 'LI' ? 'center' : 'start');
    target?.focus({ preventScroll: true });
    this.#actions.changed();
  }

  /** For people who are new: what it is about, and where to begin. */
  #makeIntroduction(): HTMLElement {
    const { hats, dimensions } = this.#framework;
    const [first, second] = hats;
    const { intro, startCheck } = this.#words;
    const seconds = dimensions.length * hats.length * secondsPerStatement;
    const text = fill(intro, first.label, first.purpose, second.label, second.purpose);
    const check = () => {
      this.#actions.startCheck();
    };
    return make(
      'div',
      { class: 'introduction' },
      make('p', { class: 'intro' }, text),
      button({ id: 'startCheck', class: 'primary' }, check, fill(startCheck, seconds)),
    );
  }

  #footer(): HTMLElement {
    const { principle, attribution } = this.#framework;
    const { title, author, date } = attribution;
    const after = fill(this.#words.attribution, title, author, formatDate(date, this.#language));
    return make('footer', {}, make('p', {}, principle), make('p', { class: 'attribution' }, after));
  }

  /** Cards or results, by what the box holds. */
  #show(): void {
    const query = this.#box.query.trim();
    const showResults = query !== '' && !this.#leftResults;
    this.#results.element.hidden = !showResults;
    this.#browse.hidden = showResults;
    this.#backToResults.hidden = query === '' || showResults;
    this.#backToResults.textContent = fill(this.#words.backToResults, query);
    if (!showResults) {
      this.#actions.announce('');
      return;
    }
    const hits = this.#index()(query);
    this.#results.show(query, hits, () => {
      this.#box.clear();
    });
    const { resultCount, nothingFits } = this.#words;
    this.#actions.announce(hits.length > 0 ? fill(resultCount, hits.length) : fill(nothingFits, query));
  }

  #index(): Search {
    return (this.#search ??= createSearch(this.#framework));
  }

  #enter(): void {
    if (this.#box.query.trim() === '') {
      this.#cards.focusFirst();
      return;
    }
    if (this.#leftResults) this.#returnToResults();
    else this.#results.focusFirst();
  }

  #returnToResults(): void {
    this.#leftResults = false;
    this.#show();
    this.#results.focusFirst();
    this.#actions.changed();
  }
}
