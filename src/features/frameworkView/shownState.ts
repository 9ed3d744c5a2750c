import * as vscode from 'vscode';
import { knownTags, tagAt } from '../../core/journal/tags/tags';
import { Newest } from '../../core/util/newest';
import type { SideRating, SideEvidence, ViewState } from '../../protocol/frameworkView';
import type { Services } from '../../services/services';
import type { ButtonOfCard } from './cardButtons';
import { Disposable } from '../../platform/disposable';
import type { Introduces } from './introduction';
import { readNoted } from './noted';

/** What the view shows beside the framework, and when it changes. Ratings come late: they need the journal. */
export class ShownState extends Disposable {
  readonly #services: Services;
  readonly #buttons: readonly ButtonOfCard[];
  readonly #introduction: Introduces;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #ratings: ViewState['ratings'] = null;
  #evidence: readonly SideEvidence[] | null = null;
  readonly #newest = this.register(new Newest());

  constructor(services: Services, buttons: readonly ButtonOfCard[], introduction: Introduces) {
    super();
    this.#services = services;
    this.#buttons = buttons;
    this.#introduction = introduction;
    const fire = () => {
      this.#changed.fire();
    };
    const refresh = () => {
      this.refresh();
    };
    this.register(services.markdownEditor.onDidChange(fire));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === services.markdownEditor.current?.document) fire();
      }),
    );
    this.register(services.journal.onDidChange(refresh));
    this.register(introduction.onDidChange(fire));
    this.register(services.ratings.onDidChange(refresh));
    this.register(services.index.onDidChange(refresh));
    this.register(services.today.onDidChange(refresh));
    this.register(services.privacy.onDidChange(refresh));
    this.register(services.settings.onDidChange('twoHats.cards.lastRatings', refresh));
  }

  get current(): ViewState {
    const editor = this.#services.markdownEditor.current;
    return {
      marked: this.#marked(editor),
      hasEditor: editor !== undefined,
      cardButtons: this.#buttons.filter((button) => button.isShown()).map(({ id }) => id),
      introduction: this.#introduction.isShown,
      ratings: this.#mayShowRatings ? this.#ratings : null,
      evidence: this.#mayShowRatings && this.#evidence ? [...this.#evidence] : null,
    };
  }

  /** Says at once what is known, and asks the journal for the ratings where they are to be seen. */
  refresh(): void {
    const isNewest = this.#newest.begin();
    this.#changed.fire();
    if (!this.#mayShowRatings) return;
    this.#read(isNewest).catch((error: unknown) => {
      this.#services.log.error(error instanceof Error ? error : String(error));
    });
  }

  /** The ratings first: what the notes show needs all notes. */
  async #read(isNewest: () => boolean): Promise<void> {
    const { date, scores } = await this.#services.ratings.latest();
    if (!isNewest()) return;
    this.#ratings = date === undefined ? null : { date, scores: flat(scores) };
    this.#changed.fire();
    const evidence = await readNoted(this.#services);
    if (!isNewest()) return;
    this.#evidence = evidence;
    this.#changed.fire();
  }

  get #mayShowRatings(): boolean {
    return this.#services.settings.showLastRatings && !this.#services.privacy.hidden;
  }

  #marked(editor: vscode.TextEditor | undefined): ViewState['marked'] {
    if (!editor) return null;
    const { line, character } = editor.selection.active;
    const tags = knownTags(this.#services.framework.current);
    const found = tagAt(editor.document.lineAt(line).text, character, tags);
    return found ? { dimension: found.dimension, hat: found.hat ?? null } : null;
  }
}

type Scores = Awaited<ReturnType<Services['ratings']['latest']>>['scores'];

function flat(scores: Scores): SideRating[] {
  return [...scores].flatMap(([dimension, byHat]) =>
    Array.from(byHat, ([hat, { mean, count }]) => ({ dimension, hat, score: mean, count })),
  );
}
