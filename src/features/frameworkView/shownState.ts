import * as vscode from 'vscode';
import { knownTags, tagAt } from '../../core/journal/tags/tags';
import type { ViewState } from '../../protocol/frameworkView';
import type { Services } from '../../services/services';
import type { ButtonOfCard } from './cardButtons';
import { Disposable } from '../../platform/disposable';

/** What the view shows beside the framework, and when it changes. Ratings come late: they need the journal. */
export class ShownState extends Disposable {
  readonly #parts: Services;
  readonly #buttons: readonly ButtonOfCard[];
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #ratings: ViewState['ratings'] = null;
  /** Counts the times that ratings were asked for; an answer to an older question is dropped. */
  #asked = 0;

  constructor(parts: Services, buttons: readonly ButtonOfCard[]) {
    super();
    this.#parts = parts;
    this.#buttons = buttons;
    const fire = () => {
      this.#changed.fire();
    };
    const refresh = () => {
      this.refresh();
    };
    this.register(parts.markdownEditor.onDidChange(fire));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === parts.markdownEditor.current?.document) fire();
      }),
    );
    this.register(parts.journal.onDidChange(refresh));
    this.register(parts.ratings.onDidChange(refresh));
    this.register(parts.privacy.onDidChange(refresh));
    this.register(parts.settings.onDidChange('twoHats.cards.lastRatings', refresh));
  }

  get current(): ViewState {
    const editor = this.#parts.markdownEditor.current;
    return {
      marked: this.#marked(editor),
      hasEditor: editor !== undefined,
      cardButtons: this.#buttons.filter((button) => button.isShown()).map(({ id }) => id),
      ratings: this.#mayShowRatings ? this.#ratings : null,
    };
  }

  /** Says at once what is known, and asks the journal for the ratings where they are to be seen. */
  refresh(): void {
    const question = ++this.#asked;
    this.#changed.fire();
    if (!this.#mayShowRatings) return;
    this.#parts.ratings.latest().then(
      ({ date, scores }) => {
        if (question !== this.#asked) return;
        this.#ratings = date === undefined ? null : { date, scores: flat(scores) };
        this.#changed.fire();
      },
      (error: unknown) => {
        this.#parts.log.error(error instanceof Error ? error : String(error));
      },
    );
  }

  override dispose(): void {
    this.#asked++;
    super.dispose();
  }

  get #mayShowRatings(): boolean {
    return this.#parts.settings.showLastRatings && !this.#parts.privacy.hidden;
  }

  #marked(editor: vscode.TextEditor | undefined): ViewState['marked'] {
    if (!editor) return null;
    const { line, character } = editor.selection.active;
    const tags = knownTags(this.#parts.framework.current);
    const found = tagAt(editor.document.lineAt(line).text, character, tags);
    return found ? { dimension: found.dimension, hat: found.hat ?? null } : null;
  }
}

type Scores = Awaited<ReturnType<Services['ratings']['latest']>>['scores'];

function flat(scores: Scores): { dimension: string; hat: string; score: number }[] {
  return [...scores].flatMap(([dimension, byHat]) =>
    Array.from(byHat, ([hat, score]) => ({ dimension, hat, score })),
  );
}
