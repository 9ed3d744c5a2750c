/** Quick picks and input boxes: title, step n/N, Back; what stands in them is text. */
import * as vscode from 'vscode';
import { asPlainText } from '../../platform/plainText';

/** The person went back to the step before. `undefined` means that they cancelled. */
export const back = Symbol('back');
export type InputAnswer<T> = T | typeof back | undefined;

interface Step {
  readonly title: string;
  /** 1 to `totalSteps`. */
  readonly step?: number;
  readonly totalSteps?: number;
  /** Is there a Back button? By default after the first step. */
  readonly canGoBack?: boolean;
}

export interface PickOptions<T extends vscode.QuickPickItem> extends Step {
  readonly placeholder: string;
  /** The items for the text typed so far; a list that never changes is filtered by VS Code alone. */
  readonly items: Items<T> | ((typed: string) => Items<T>);
  /** The item to begin at. */
  readonly active?: T | undefined;
}

type Items<T> = readonly (T | Separator)[];
interface Separator extends vscode.QuickPickItem {
  readonly kind: vscode.QuickPickItemKind.Separator;
}

/** Begins a group of items. */
export function separator(label: string): Separator {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/**
 * Keeps the rows in the order in which they are given. VS Code puts rows whose label holds the typed letters first,
 * unless told so by a property that its API types do not have yet; a host without it may refuse it.
 */
export function preserveOrder(pick: vscode.QuickPick<vscode.QuickPickItem>): void {
  try {
    Object.assign(pick, { sortByLabel: false });
  } catch {
    // Then VS Code's own order is what the person sees.
  }
}

/**
 * The rows of a quick pick. Lint has all rows go through here: VS Code draws `$(name)` in them as an icon, and names and
 * notes can hold that. An icon of our own is the `iconPath` of its row.
 */
export function showItems<T extends vscode.QuickPickItem>(
  pick: vscode.QuickPick<T>,
  items: readonly T[],
): void {
  // In the rows themselves, not in copies: whoever made them knows the chosen one again.
  for (const item of items) {
    item.label = asPlainText(item.label);
    if (item.description !== undefined) item.description = asPlainText(item.description);
    if (item.detail !== undefined) item.detail = asPlainText(item.detail);
  }
  pick.items = items;
}

function isSeparator(item: vscode.QuickPickItem): item is Separator {
  return item.kind === vscode.QuickPickItemKind.Separator;
}

/** Asks for one of the items; `typed` is the filter at that moment. */
export function pick<T extends vscode.QuickPickItem>(
  options: PickOptions<T>,
): Promise<InputAnswer<{ readonly item: T; readonly typed: string }>> {
  const input = vscode.window.createQuickPick<T | Separator>();
  const { items } = options;
  const show = (): void => {
    showItems(input, typeof items === 'function' ? items(input.value) : items);
  };
  prepare(input, options);
  if (typeof items === 'function') preserveOrder(input);
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  show();
  if (options.active) input.activeItems = [options.active];
  return answer(
    input,
    () => {
      const [item] = input.selectedItems;
      return item && !isSeparator(item) ? { item, typed: input.value.trim() } : undefined;
    },
    typeof items === 'function' ? [input.onDidChangeValue(show)] : [],
  );
}

export interface PickManyOptions<T extends vscode.QuickPickItem> extends Step {
  readonly placeholder: string;
  readonly items: readonly T[];
  /** When another row is in front. */
  readonly onActive: (item: T) => void;
}

/** Asks for any number of the items; none is chosen before. */
export function pickMany<T extends vscode.QuickPickItem>(
  options: PickManyOptions<T>,
): Promise<InputAnswer<readonly T[]>> {
  const input = vscode.window.createQuickPick<T>();
  prepare(input, options);
  input.canSelectMany = true;
  input.ignoreFocusOut = true;
  showItems(input, options.items);
  return answer(input, () => input.selectedItems, [
    input.onDidChangeActive(([item]) => {
      if (item) options.onActive(item);
    }),
  ]);
}

export interface AskOptions extends Step {
  readonly prompt: string;
  readonly placeholder: string;
  readonly value?: string;
  /** Why the text can't be taken, or `undefined`. */
  readonly validate?: (text: string) => string | undefined;
}

/** Asks for a line of text, which is trimmed. */
export function ask(options: AskOptions): Promise<InputAnswer<string>> {
  const input = vscode.window.createInputBox();
  prepare(input, options);
  input.prompt = asPlainText(options.prompt);
  input.value = options.value ?? '';
  input.ignoreFocusOut = true;
  const check = (): boolean => {
    const fault = options.validate?.(input.value.trim());
    input.validationMessage = fault === undefined ? undefined : asPlainText(fault);
    return fault === undefined;
  };
  return answer(input, () => (check() ? input.value.trim() : undefined), [
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    }),
  ]);
}

type Input = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

function prepare(
  input: Pick<Input, 'title' | 'step' | 'totalSteps' | 'placeholder' | 'buttons'>,
  {
    title,
    step = 1,
    totalSteps = 1,
    placeholder,
    canGoBack = step > 1,
  }: Step & { readonly placeholder: string },
): void {
  input.title = title;
  input.step = totalSteps > 1 ? step : undefined;
  input.totalSteps = totalSteps > 1 ? totalSteps : undefined;
  input.placeholder = placeholder;
  if (canGoBack) input.buttons = [vscode.QuickInputButtons.Back];
}

/** Shows the input until it was accepted with a value, left or closed. */
function answer<T>(
  input: Pick<Input, 'show' | 'dispose' | 'onDidAccept' | 'onDidHide' | 'onDidTriggerButton'>,
  accepted: () => T | undefined,
  listeners: readonly vscode.Disposable[],
): Promise<InputAnswer<T>> {
  return answered(input, (end: (value: InputAnswer<T>) => void) => [
    input,
    ...listeners,
    input.onDidAccept(() => {
      const value = accepted();
      if (value !== undefined) end(value);
    }),
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) end(back);
    }),
    input.onDidHide(() => {
      end(undefined);
    }),
  ]);
}

/**
 * Shows an input until it is answered.
 * @param listen what is disposed of then: listeners, and the input itself where it asks no more
 */
export function answered<T>(
  input: Pick<Input, 'show'>,
  listen: (end: (value: T) => void) => readonly { dispose(): unknown }[],
): Promise<T> {
  return new Promise((resolve) => {
    const subscriptions = vscode.Disposable.from(
      ...listen((value) => {
        resolve(value);
        subscriptions.dispose();
      }),
    );
    input.show();
  });
}
