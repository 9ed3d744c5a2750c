import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import { frontMatterRange } from '../../core/journal/frontMatter/frontMatter';
import { suggestTags, type SuggestTags } from '../../core/journal/tags/suggestTags';
import { frontMatterQueryAt, tagQueryAt, type TagQuery } from '../../core/journal/tags/tagQuery';
import { tagText, type KnownTag } from '../../core/journal/tags/tags';
import { formatTag } from '../shared/format';
import { markdown, type LanguageServices } from '../../services/languageServices';
import { addSummaries } from './meaning';

/** Completion after `#` and `/`, on Ctrl+Space inside a tag, and in the tags of the front matter. */
export function registerCompletion(services: LanguageServices): vscode.Disposable {
  const completion = new TagCompletion(services);
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(markdown, completion, '#', '/'),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (beginsLine(event) && completion.offersAfter(event))
        void vscode.commands.executeCommand('editor.action.triggerSuggest');
    }),
  );
}

/**
 * Was the first letter of a tag typed at the beginning of a line? The `#` alone may be a heading's, so that nothing is
 * offered after it; and at a letter VS Code does not ask by itself, in Markdown.
 */
function beginsLine({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): boolean {
  const [change, ...others] = contentChanges;
  if (!change || others.length > 0 || reason !== undefined || change.rangeLength > 0) return false;
  if (!/^\p{L}$/u.test(change.text) || vscode.window.activeTextEditor?.document !== document) return false;
  const { line, character } = change.range.start;
  return (
    vscode.languages.match(markdown, document) > 0 &&
    /^\s*#$/.test(document.lineAt(line).text.slice(0, character)) &&
    vscode.workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters') === true
  );
}

class TagItem extends vscode.CompletionItem {
  constructor(
    readonly tag: KnownTag,
    written: string,
  ) {
    super(written, vscode.CompletionItemKind.Keyword);
  }
}

class TagCompletion implements vscode.CompletionItemProvider<TagItem> {
  readonly #offers = new WeakMap<Framework, SuggestTags>();

  constructor(private readonly services: LanguageServices) {}

  /** Is there anything to offer behind what was typed? */
  offersAfter({ document, contentChanges: [change] }: vscode.TextDocumentChangeEvent): boolean {
    const list = change && this.provideCompletionItems(document, change.range.start.translate(0, 1));
    return list !== undefined && list.items.length > 0;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionList<TagItem> | undefined {
    const query = this.#queryAt(document, position);
    if (!query || !this.services.documents.isTagged(document)) return undefined;
    const range = new vscode.Range(position.line, query.start, position.line, query.end);
    const { counts } = this.services.use;
    const tags = this.#offersFor(this.services.framework.current)(query.text, (tag) => counts.of(tag).last);
    const items = tags.map((tag, place) => itemFor(tag, place, query, range));
    // What fits depends on more than the letters that VS Code compares: it has to ask at each key.
    return new vscode.CompletionList(items, true);
  }

  resolveCompletionItem(item: TagItem): TagItem {
    const framework = this.services.framework.current;
    item.detail = formatTag(framework, item.tag);
    item.documentation = new vscode.MarkdownString();
    addSummaries(item.documentation, framework, item.tag);
    return item;
  }

  #offersFor(framework: Framework): SuggestTags {
    const offers = this.#offers.get(framework) ?? suggestTags(framework);
    this.#offers.set(framework, offers);
    return offers;
  }

  /** The tag that is being written, where one would count: not in code, links or HTML. */
  #queryAt(document: vscode.TextDocument, position: vscode.Position): Query | undefined {
    const line = document.lineAt(position).text;
    const text = document.getText();
    const offset = document.offsetAt(position);
    const inFrontMatter = offset < frontMatterRange(text).after;
    const query = inFrontMatter
      ? frontMatterQueryAt(line, position.character)
      : tagQueryAt(line, position.character, this.services.documents.tags);
    if (!query) return undefined;
    const [start, end] = [query.start, query.end].map((character) => offset - position.character + character);
    const mark = inFrontMatter ? '' : '#';
    // The scanner alone knows the places: would a tag count here?
    const [probe] = this.services.framework.current.dimensions;
    const { tags } = this.services.documents.scanText(
      `${text.slice(0, start)}${mark}${probe?.id ?? ''}${text.slice(end)}`,
    );
    const counts = tags.some((tag) => tag.start === start);
    const goesOn = !query.text.includes(' ') && !this.services.documents.tags.match(query.text);
    return counts ? { ...query, mark, goesOn } : undefined;
  }
}

interface Query extends TagQuery {
  /** What is written before the tag itself. */
  readonly mark: string;
  /** A space may follow, and more letters: `#people l`. */
  readonly goesOn: boolean;
}

function itemFor(tag: KnownTag, place: number, { text, mark, goesOn }: Query, range: vscode.Range): TagItem {
  const written = `${mark}${tagText(tag).slice(1)}`;
  const item = new TagItem(tag, written);
  item.insertText = written;
  item.range = range;
  // VS Code keeps what holds the typed letters in their order, and asks anew at each letter: but not at a space, nor
  // at the first letter after one, which begins a hat. It stands before what is left of a tag that was begun: a space
  // behind the whole of it ends the list, also while the answer for its last letters is still on its way.
  const hat = goesOn && tag.hat !== undefined ? ` ${tag.hat}` : '';
  const isBegun = written.startsWith(`${mark}${text}`);
  item.filterText = `${mark}${text}${isBegun ? `${hat}${written}` : `${written}${hat}`}`;
  item.sortText = String(place).padStart(3, '0');
  return item;
}
