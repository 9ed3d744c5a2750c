/** The report as a page that stands alone: no script, no network, nothing to load. */
import type { Cell, Courses, FindingBlock, ReportBlock, ReportSection, Table } from '../blocks';
import { drawBalance } from '../charts/balance';
import { drawCourse } from '../charts/course';
import { escaped } from '../charts/svg';
import { cellText, widths, type ExportedDocument } from './document';
import { pageStyle } from './style';

/** What the page needs, and what it is held to wherever it is opened. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

export function htmlText({ language, title, head, sections }: ExportedDocument): string {
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${element('title', {}, escaped(title))}
<style>
${pageStyle}
</style>
</head>
<body>
<main>
${element('h1', {}, words(title))}
${head.map((paragraph) => element('p', {}, words(paragraph))).join('\n')}
${sections.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

/** Words of any script and direction. */
function words(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

function section({ id, heading, blocks }: ReportSection): string {
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id }, words(heading)),
    ...blocks.map((each, index) => block(each, `${id}-${index}`)),
  );
}

/** @param id unlike all others of the page */
function block(each: ReportBlock, id: string): string {
  switch (each.kind) {
    case 'text':
      return element('p', { class: each.tone }, words(each.text));
    case 'list':
      return list(each.items);
    case 'balance':
      return element('figure', {}, drawBalance(each.balance, widths.balance, id));
    case 'courses':
      return courses(each, id);
    case 'table':
      return table(each);
    case 'finding':
      return finding(each);
    case 'more':
      // Paper can't be opened.
      return [
        element('h3', {}, words(each.summary)),
        ...each.blocks.map((inner, index) => block(inner, `${id}-${index}`)),
      ].join('');
    case 'check':
      return '';
  }
}

function courses({ courses }: Courses, id: string): string {
  const figures = courses.map(({ heading, sentences, course }, index) =>
    element(
      'figure',
      {},
      element('figcaption', {}, element('h3', {}, words(heading))),
      drawCourse(course, widths.course, `${id}-${index}`),
      ...sentences.map((sentence) => element('p', { class: 'quiet' }, words(sentence))),
    ),
  );
  return element('div', { class: 'courses' }, ...figures);
}

function list(items: readonly string[]): string {
  if (items.length === 0) return '';
  return element('ul', {}, ...items.map((item) => element('li', {}, words(item))));
}

function table({ caption, head, rows }: Table): string {
  return element(
    'table',
    {},
    element('caption', {}, words(caption)),
    element(
      'thead',
      {},
      element('tr', {}, ...head.map((each) => element('th', { scope: 'col' }, words(each)))),
    ),
    element('tbody', {}, ...rows.map(row)),
  );
}

function row([first = '', ...cells]: readonly Cell[]): string {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, words(cellText(first))),
    ...cells.map((cell) => element('td', {}, words(cellText(cell)))),
  );
}

function finding({ title, counts, question, move, shows, links }: FindingBlock): string {
  return element(
    'article',
    {},
    element('h3', {}, words(title)),
    ...[counts, question, move].map((text) => element('p', {}, words(text))),
    element('p', { class: 'quiet' }, words(shows)),
    list(links.map(cellText)),
  );
}
