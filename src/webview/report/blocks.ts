import type { Cell, FindingBlock, Link, ReportBlock, ReportSection, Table } from '../../core/report/blocks';
import type { ReportPageStrings } from '../../protocol/report';
import { button, make } from '../shared/dom';
import type { ReportActions } from './actions';
import { balanceChart, courseChart } from './charts';

/** What every part of a page shares. */
export interface BlockContext {
  readonly words: ReportPageStrings;
  readonly actions: ReportActions;
}

export function sectionElement({ id, heading, blocks }: ReportSection, parts: BlockContext): HTMLElement {
  return make(
    'section',
    { id, 'aria-labelledby': `${id}/heading` },
    make('h2', { id: `${id}/heading` }, heading),
    blocks.map((block, index) => blockElement(block, `${id}/${index}`, parts)),
  );
}

function blockElement(block: ReportBlock, id: string, parts: BlockContext): HTMLElement {
  switch (block.kind) {
    case 'text':
      return make('p', { class: block.tone }, block.text);
    case 'list':
      return make(
        'ul',
        {},
        block.items.map((item) => make('li', {}, item)),
      );
    case 'balance':
      return balanceChart(block.balance, id);
    case 'courses':
      return coursesElement(block, id);
    case 'check':
      return checkButton(block.label, id, parts);
    case 'table':
      return tableElement(block, id, parts);
    case 'finding':
      return findingElement(block, id, parts);
    case 'more':
      return detailsElement(
        id,
        block.summary,
        block.blocks.map((each, index) => blockElement(each, `${id}/${index}`, parts)),
        parts,
      );
  }
}

function checkButton(label: string, id: string, { actions }: BlockContext): HTMLElement {
  return button(
    { id, class: 'primary' },
    () => {
      actions.check();
    },
    label,
  );
}

function coursesElement({ courses }: Extract<ReportBlock, { kind: 'courses' }>, id: string): HTMLElement {
  return make(
    'div',
    { class: 'courses' },
    courses.map(({ heading, sentences, course }, index) =>
      make(
        'figure',
        {},
        make('figcaption', {}, make('h3', {}, unbroken(heading))),
        courseChart(course, `${id}/${index}`),
        sentences.map((sentence) => make('p', { class: 'quiet' }, sentence)),
      ),
    ),
  );
}

/** Roles are said: where there is no room, rows are drawn as blocks, which then are no rows to browsers. */
function tableElement({ caption, head, rows }: Table, id: string, parts: BlockContext): HTMLElement {
  const headRow = make(
    'tr',
    { role: 'row' },
    head.map((words) => make('th', { scope: 'col', role: 'columnheader' }, words)),
  );
  return make(
    'table',
    { role: 'table', 'aria-labelledby': `${id}/caption` },
    make('caption', { id: `${id}/caption` }, caption),
    make('thead', { role: 'rowgroup' }, headRow),
    make(
      'tbody',
      { role: 'rowgroup' },
      rows.map(([first = '', ...cells], row) =>
        make(
          'tr',
          { role: 'row' },
          make('th', { scope: 'row', role: 'rowheader' }, cellContent(first, `${id}/${row}`, parts)),
          cells.map((cell, index) =>
            make(
              'td',
              { role: 'cell', 'data-head': head[index + 1] },
              cellContent(cell, `${id}/${row}/${index}`, parts),
            ),
          ),
        ),
      ),
    ),
  );
}

function cellContent(cell: Cell, id: string, parts: BlockContext): HTMLElement | string {
  return typeof cell === 'string' ? unbroken(cell) : linkElement(cell, id, parts);
}

/** No line begins with the dot between the words of a side. */
function unbroken(words: string): string {
  return words.replaceAll(' ·', '\u00a0·');
}

function linkElement({ text, file }: Link, id: string, { actions }: BlockContext): HTMLElement {
  return button(
    { id, class: 'link' },
    () => {
      actions.open(file);
    },
    text,
  );
}

function findingElement(finding: FindingBlock, id: string, parts: BlockContext): HTMLElement {
  const { title, counts, question, move, shows, links } = finding;
  const list = make(
    'ul',
    { class: 'links' },
    links.map((link, index) => make('li', {}, linkElement(link, `${id}/link/${index}`, parts))),
  );
  return make(
    'article',
    { class: 'finding', 'aria-labelledby': `${id}/title` },
    make('h3', { id: `${id}/title` }, unbroken(title)),
    make('p', {}, counts),
    make('p', { class: 'question' }, question),
    moveElement(move, id, parts),
    detailsElement(`${id}/shows`, shows, [list], parts),
  );
}

function moveElement(move: string, id: string, { words, actions }: BlockContext): HTMLElement {
  const act = (name: string, label: string, run: (text: string) => Promise<boolean>) =>
    button(
      { id: `${id}/${name}`, class: 'secondary', 'aria-label': `${label}: ${move}` },
      () => void run(move),
      label,
    );
  return make(
    'div',
    { class: 'move' },
    make('p', {}, make('b', {}, words.move), ' ', move),
    make(
      'p',
      { class: 'actions' },
      act('insert', words.insert, (text) => actions.insert(text)),
      act('copy', words.copy, (text) => actions.copy(text)),
    ),
  );
}

function detailsElement(
  id: string,
  summary: string,
  children: readonly HTMLElement[],
  { actions }: BlockContext,
): HTMLElement {
  const details = make('details', {}, make('summary', { id }, summary), children);
  details.open = actions.isOpen(id);
  details.addEventListener('toggle', () => {
    actions.toggled(id, details.open);
  });
  return details;
}
