/**
 * What is said in passing: notifications, questions, progress and the status bar. Lint has everything of that kind go
 * through here, because VS Code reads links and icons in it, and names and paths in a journal can look like both.
 */
import * as vscode from 'vscode';
import { asPlainText } from './plainText';

type Rest = readonly [first?: string | vscode.MessageOptions, ...buttons: string[]];

type Show = (
  message: string,
  options: vscode.MessageOptions,
  ...buttons: string[]
) => Thenable<string | undefined>;

/** Each of them answers with the button that was pressed. */
export function showInformationMessage(message: string, ...rest: Rest): Thenable<string | undefined> {
  return show(vscode.window.showInformationMessage, message, rest);
}

export function showWarningMessage(message: string, ...rest: Rest): Thenable<string | undefined> {
  return show(vscode.window.showWarningMessage, message, rest);
}

export function showErrorMessage(message: string, ...rest: Rest): Thenable<string | undefined> {
  return show(vscode.window.showErrorMessage, message, rest);
}

function show(how: Show, message: string, [first, ...buttons]: Rest): Thenable<string | undefined> {
  if (typeof first === 'string') return how(asPlainText(message), {}, first, ...buttons);
  const { detail, ...options } = first ?? {};
  return how(
    asPlainText(message),
    detail === undefined ? options : { ...options, detail: asPlainText(detail) },
    ...buttons,
  );
}

/**
 * @param shownMs milliseconds, above 0
 * @param icon a codicon of our own before the text
 */
export function setStatusBarMessage(text: string, shownMs: number, icon?: 'check' | 'info'): void {
  const plain = asPlainText(text);
  vscode.window.setStatusBarMessage(icon === undefined ? plain : `$(${icon}) ${plain}`, shownMs);
}

export interface StatusBarEntry {
  readonly id: string;
  /** What the menu of the status bar calls it. */
  readonly name: string;
  /** A codicon of our own before the text. */
  readonly icon: 'beaker';
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

/** Something to press in the status bar; it is hidden until it is shown. */
export function createStatusBarItem({ id, icon, text, ...rest }: StatusBarEntry): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left);
  return Object.assign(item, rest, { text: `$(${icon}) ${asPlainText(text)}` });
}

export function withProgress<T>(
  { title, ...options }: vscode.ProgressOptions,
  task: (
    progress: vscode.Progress<{ readonly increment: number }>,
    token: vscode.CancellationToken,
  ) => Thenable<T>,
): Thenable<T> {
  return vscode.window.withProgress(
    title === undefined ? options : { ...options, title: asPlainText(title) },
    task,
  );
}
