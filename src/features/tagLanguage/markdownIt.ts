/**
 * What the Markdown preview shows otherwise: known tags as chips, a plain word in the place of what is private, and no
 * `%% comments %%`.
 *
 * The tokens keep their types and texts, since VS Code makes the outline of them, too: what is to be shown otherwise is
 * remembered beside them and looked up when they are rendered, which is also the first time that the document is known.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { withoutComments } from '../../core/journal/blocks/comments';
import type { LineRange, ScannedNote } from '../../core/journal/note';
import { candidateEnd, type KnownTag, type KnownTags } from '../../core/journal/tags/tags';

export interface PreviewContext {
  readonly tags: KnownTags;
  /** What a text holds, and what of it is private. */
  scan(text: string): ScannedNote;
  /** A class of the style sheet for the tag's hat. */
  styleOf(tag: KnownTag): string;
  titleOf(tag: KnownTag): string;
  /** Stands in the place of what is private. */
  readonly privateWord: string;
  /** Is it a note of the journal? A document that is not, but holds a known tag, counts all the same. */
  isNote(document: unknown): boolean;
}

export function showTags(md: MarkdownIt, context: PreviewContext): MarkdownIt {
  const chips = new WeakMap<Token, KnownTag>();
  const hidden = new WeakMap<Token, Hidden>();
  md.inline.ruler.push('two_hats_tag', (state, silent) => readTag(state, silent, context.tags, chips));
  md.core.ruler.push('two_hats', (state) => {
    asTexts(state.tokens);
    markPrivate(state, context, hidden);
  });
  showChips(md, context, chips);
  hidePrivate(md, context, hidden);
  hideComments(md, context);
  return md;
}

/** Until all texts are joined: as texts, tags would be joined with their neighbours. */
const tagType = 'two_hats_tag';

function readTag(
  state: StateInline,
  silent: boolean,
  tags: KnownTags,
  chips: WeakMap<Token, KnownTag>,
): boolean {
  const { src, pos } = state;
  const end = src.charAt(pos) === '#' ? candidateEnd(src, pos) : undefined;
  const tag = end === undefined || end > state.posMax ? undefined : tags.match(src.slice(pos + 1, end));
  if (end === undefined || !tag || isInAddress(src, pos) || isInWikiLink(src, pos)) return false;
  if (!silent) {
    const token = state.push(tagType, '', 0);
    token.content = src.slice(pos, end);
    chips.set(token, tag);
  }
  state.pos = end;
  return true;
}

function asTexts(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === tagType) token.type = 'text';
    if (token.children) asTexts(token.children);
  }
}

/** Addresses become links only later. */
function isInAddress(text: string, offset: number): boolean {
  return /(?:https?:\/\/|www\.)\S*$/i.test(text.slice(Math.max(0, offset - 2000), offset));
}

function isInWikiLink(text: string, offset: number): boolean {
  const open = text.lastIndexOf('[[', offset);
  if (open < 0 || /[\][\n]/.test(text.slice(open + 2, offset))) return false;
  return /^[^[\n]*?\]\]/.test(text.slice(offset));
}

function showChips(md: MarkdownIt, context: PreviewContext, chips: WeakMap<Token, KnownTag>): void {
  const { rules } = md.renderer;
  const asText = rules.text;
  const { escapeHtml } = md.utils;
  rules.text = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const tag = token && chips.get(token);
    if (token && tag)
      return `<span class="two-hats-tag ${context.styleOf(tag)}" title="${escapeHtml(context.titleOf(tag))}">${escapeHtml(token.content)}</span>`;
    return asText ? asText(tokens, index, options, env, self) : escapeHtml(token?.content ?? '');
  };
}

interface Hidden {
  /** Of the document in which it stands. */
  readonly holdsTag: boolean;
}

/** Remembers the blocks that hold private lines; of lists, quotes and tables only the parts that do. */
function markPrivate(
  { src, tokens }: StateCore,
  context: PreviewContext,
  hidden: WeakMap<Token, Hidden>,
): void {
  const note = context.scan(src);
  const ranges = note.privateLines;
  if (ranges.length === 0) return;
  const lines = src.split('\n');
  const mark = { holdsTag: note.tags.length > 0 };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token?.map || token.nesting < 0 || !isPrivate(token, lines, ranges)) continue;
    const last = closing(tokens, index);
    for (const each of tokens.slice(index, last + 1)) hidden.set(each, mark);
    index = last;
  }
}

const containers = /^(?:bullet_list|ordered_list|list_item|blockquote|table|thead|tbody)_open$/;

function isPrivate({ type, map }: Token, lines: readonly string[], ranges: readonly LineRange[]): boolean {
  const [begin, after] = map ?? [0, 0];
  let end = after - 1;
  while (end > begin && (lines[end] ?? '').trim() === '') end--;
  return ranges.some(({ first, last }) =>
    containers.test(type) ? first <= begin && end <= last : first <= end && begin <= last,
  );
}

/** What may stand in the place of a part of a list or a table: the elements around the word, and its own. */
const frames: ReadonlyMap<string, readonly [around: readonly string[], own: string]> = new Map([
  ['list_item_open', [[], 'li']],
  ['tr_open', [['tr'], 'td']],
  ['tbody_open', [['tbody', 'tr'], 'td']],
  ['thead_open', [['thead', 'tr'], 'th']],
]);

/** The index of the token that closes the block which one opens. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}

function hidePrivate(md: MarkdownIt, context: PreviewContext, hidden: WeakMap<Token, Hidden>): void {
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  const placeholder = ({ type }: Token) => {
    const [around, element] = frames.get(type) ?? [[], 'p'];
    const own = `<${element} class="two-hats-private">${md.utils.escapeHtml(context.privateWord)}</${element}>`;
    return `${around.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, own)}\n`;
  };
  renderer.render = (tokens, options, env) => {
    const isNote = context.isNote(documentOf(env));
    const isHidden = (token: Token | undefined): boolean => {
      const mark = token && hidden.get(token);
      return mark !== undefined && (mark.holdsTag || isNote);
    };
    if (!tokens.some(isHidden)) return render(tokens, options, env);
    const parts: string[] = [];
    let shown: Token[] = [];
    const flush = () => {
      parts.push(render(shown, options, env));
      shown = [];
    };
    tokens.forEach((token, index) => {
      if (!isHidden(token)) shown.push(token);
      else if (!isHidden(tokens[index - 1])) {
        flush();
        parts.push(placeholder(token));
      }
    });
    flush();
    return parts.join('');
  };
}

/** Parsed anew without them, since they may begin and end anywhere; a document that is no note may mean its `%%`. */
function hideComments(md: MarkdownIt, context: PreviewContext): void {
  const sources = new WeakMap<Token, { readonly shown: string; readonly holdsTag: boolean }>();
  md.core.ruler.push('two_hats_comments', ({ src, tokens: [first] }) => {
    const shown = src.includes('%%') ? withoutComments(src) : src;
    if (first && shown !== src) sources.set(first, { shown, holdsTag: context.scan(src).tags.length > 0 });
  });
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env) => {
    const source = tokens[0] && sources.get(tokens[0]);
    const isHidden = source && (source.holdsTag || context.isNote(documentOf(env)));
    return render(isHidden ? md.parse(source.shown, {}) : tokens, options, env);
  };
}

function documentOf(env: unknown): unknown {
  return typeof env === 'object' && env !== null && 'currentDocument' in env
    ? env.currentDocument
    : undefined;
}
