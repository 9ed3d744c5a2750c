import * as vscode from 'vscode';

/** A quick pick that answers itself once it is shown. */
export class ChoicePick<T extends vscode.QuickPickItem> {
  title = '';
  readonly value = '';
  items: readonly T[] = [];
  selectedItems: readonly T[] = [];
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly onDidChangeValue = new vscode.EventEmitter<string>().event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  readonly onDidChangeActive = new vscode.EventEmitter<readonly T[]>().event;
  readonly onDidTriggerButton = new vscode.EventEmitter<vscode.QuickInputButton>().event;
  readonly dispose = () => undefined;

  /**
   * @param choose the answer to the rows, or the answers; `undefined` cancels
   * @param onCheck called where it is the questions' pick, which stays while the focus goes elsewhere
   */
  constructor(
    private readonly choose: (items: readonly T[]) => T | readonly T[] | undefined,
    private readonly onCheck: () => void = () => undefined,
  ) {}

  set ignoreFocusOut(_: boolean) {
    this.onCheck();
  }

  readonly show = (): void => {
    const chosen = this.choose(this.items);
    this.selectedItems = chosen ? new Array<T>().concat(chosen) : [];
    if (chosen) this.#accepted.fire();
    else this.#hidden.fire();
  };
}

/** An input box in which a text is typed once it is shown, followed by Enter; `undefined` cancels. */
export class TypedBox {
  title = '';
  value = '';
  prompt = '';
  validationMessage: string | undefined;
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly onDidChangeValue = new vscode.EventEmitter<string>().event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;
  readonly onDidTriggerButton = new vscode.EventEmitter<vscode.QuickInputButton>().event;
  readonly dispose = () => undefined;

  constructor(private readonly text: string | undefined) {}

  readonly show = (): void => {
    this.value = this.text ?? '';
    if (this.text !== undefined) this.#accepted.fire();
    // What was accepted hides nothing any more.
    this.#hidden.fire();
  };
}
