/** What stands behind a task that was dropped: a word why, in parentheses. */
import { markdownText } from '../markdown/linkPaths';
import { blockIdStart } from '../copy/copiedText';

/** ` (too dear)`, to be put behind a task. Whatever was typed is seen as text, and changes nothing else of the note. */
export function whyText(why: string): string {
  return ` (${markdownText(why.trim()).replace(/[()]/g, '\\$&').replaceAll('%%', '%\\%')})`;
}

const whyAtEnd = /\s\((?:\\[^]|[^\\()])+\)$/;

/** A dropped task’s text as it was before: what it was called tells it wherever it is looked for. */
export function withoutWhy(text: string): string {
  const idStart = blockIdStart(text);
  const said = text.slice(0, idStart).trimEnd();
  const before = said.replace(whyAtEnd, '');
  return before.trim() === '' ? text : before + text.slice(idStart);
}
