import type { ReportView, ReportPageStrings } from '../../protocol/report';
import { make } from '../shared/dom';
import type { ReportActions } from './actions';
import { sectionElement } from './blocks';

/** The whole page of one report. */
export function pageElement(
  report: ReportView,
  words: ReportPageStrings,
  actions: ReportActions,
): HTMLElement {
  const { title, summary, sections, periods, period, people, person } = report;
  const parts = { words, actions };
  return make(
    'div',
    { class: 'page', dir: 'auto' },
    make(
      'header',
      {},
      make('h1', {}, title),
      make(
        'div',
        { class: 'choices' },
        choice('period', words.period, periods, period, (id) => {
          actions.choose({ period: id });
        }),
        people.length > 1
          ? choice('person', words.person, people, person, (id) => {
              actions.choose({ person: id });
            })
          : undefined,
      ),
      summary.map((sentence) => make('p', {}, sentence)),
    ),
    sections.map((section) => sectionElement(section, parts)),
  );
}

function choice(
  id: string,
  label: string,
  options: ReportView['periods'],
  chosen: string,
  choose: (id: string) => void,
): HTMLElement {
  const select = make(
    'select',
    { id },
    options.map((option) =>
      make('option', { value: option.id, selected: option.id === chosen ? '' : undefined }, option.label),
    ),
  );
  select.addEventListener('change', () => {
    choose(select.value);
  });
  return make('label', { class: 'choice', for: id }, label, ' ', select);
}
