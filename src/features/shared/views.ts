/** Views that other surfaces open. */
import type * as vscode from 'vscode';
import type { ItemAddress } from '../../protocol/frameworkView';

/** The Notes view, as other features see it. */
export interface NotesView {
  /** Shows the view by dimension, with one of them open. */
  showDimension(dimension: string): Promise<void>;
  /** Until the answer is disposed, the row of the active note is not selected: notes are only looked at in passing. */
  hold(): vscode.Disposable;
  /** On the icon of the container. */
  setBadge(badge: vscode.ViewBadge | undefined): void;
  dispose(): void;
}

/** The Framework view, as other features see it. */
export interface FrameworkView {
  /** Shows the view, opens a card and goes to the place in it. */
  reveal(place: ItemAddress): Promise<void>;
  dispose(): void;
}
