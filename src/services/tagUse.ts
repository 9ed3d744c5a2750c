import * as vscode from 'vscode';
import { TagCounts } from '../core/journal/tags/tagCounts';
import type { NoteIndex } from './services';

/** How much each tag is used in the journal, as far as its notes are known. */
export class TagUse implements vscode.Disposable {
  readonly #counts = new TagCounts();
  readonly #subscription: vscode.Disposable;
  #isCurrent = false;

  constructor(readonly index: Pick<NoteIndex, 'notes' | 'isReady' | 'onDidChange'>) {
    this.#subscription = index.onDidChange(() => {
      this.#isCurrent = false;
    });
  }

  /** Counted when first asked after a change, and only what changed. */
  get counts(): TagCounts {
    if (!this.#isCurrent) this.#counts.update(this.index.notes);
    this.#isCurrent = true;
    return this.#counts;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
