/**
 * Everything that a program tells VS Code: its API, passed through, with every text on its way noted. What a provider
 * answers, what is set on a box or a view, what is logged or said: whatever it is, a later way included, is noted here.
 */
import * as vscode from 'vscode';

export interface Shown {
  /** The function of the API, such as `window.createTreeView`, and the member after it. */
  readonly way: string;
  readonly text: string;
}

type Api = Readonly<Record<PropertyKey, unknown>>;
type Call = (...values: unknown[]) => unknown;

/** A quick pick or an input box, as the person has it before them. */
export interface OpenInput {
  readonly title: string;
  readonly items: readonly vscode.QuickPickItem[];
  readonly buttons: readonly vscode.QuickInputButton[];
  /** Types it in place of what stands there. */
  type(text: string): void;
  /** Enter, on a row of a list. */
  accept(row?: vscode.QuickPickItem): void;
  activate(row: vscode.QuickPickItem): void;
  press(button: number): void;
  hide(): void;
}

export interface Answers {
  /** Settings, by key, instead of the real ones. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Where a file is to be saved. */
  place(title: string): vscode.Uri | undefined;
  /** The button of a message that is pressed. */
  message(text: string, buttons: readonly string[]): string | undefined;
}

/** Where the product asks for something, and what a test answers. */
export class ShownTexts {
  readonly shown: Shown[] = [];
  readonly commands = new Map<string, Call>();
  /** What was registered or made, by the function of the API, such as `languages.registerHoverProvider`. */
  readonly made = new Map<string, unknown[][]>();
  readonly api: Api;
  readonly #answers: Answers;
  readonly #editors = new WeakMap<object, object>();
  #inputs: OpenInput[] = [];

  constructor(answers: Answers) {
    this.#answers = answers;
    this.api = forwarding(vscode, (name, value) =>
      typeof value === 'object' && value !== null ? this.#namespace(String(name), value) : value,
    );
  }

  /** The one on top. */
  get input(): OpenInput | undefined {
    return this.#inputs.at(-1);
  }

  /** @param value texts in it, at any depth */
  note(way: string, value: unknown): void {
    for (const text of textsIn(value)) this.shown.push({ way, text });
  }

  /** An object of the product's whose answers are seen, such as a provider. */
  answering<T extends object>(way: string, provider: T): T {
    return forwarding(provider, (name, value) => {
      if (typeof value !== 'function') return value;
      return (...values: unknown[]) => {
        const answer: unknown = Reflect.apply(value, provider, values);
        const isRow = name === 'getChildren' || name === 'getParent';
        if (!isRow)
          whenThere(answer, (there) => {
            this.note(`${way}.${String(name)}`, there);
          });
        return answer;
      };
    });
  }

  /** An object of VS Code's to which the product tells something, such as a view. */
  telling<T extends object>(way: string, target: T, members: Partial<Record<string, unknown>> = {}): T {
    return forwarding(
      target,
      (name, value) => {
        const own = members[String(name)];
        if (own !== undefined) return own;
        if (typeof value === 'function')
          return (...values: unknown[]) => {
            this.note(`${way}.${String(name)}`, values);
            return this.#seen(way, Reflect.apply(value, target, this.#wrapped(way, values)));
          };
        return typeof value === 'object' && value !== null && name === 'webview'
          ? this.telling(`${way}.webview`, value)
          : value;
      },
      (name, value) => {
        this.note(`${way}.${name}`, /^(?:i|activeI|selectedI)tems$/.test(name) ? [...rowsIn(value)] : value);
      },
    );
  }

  #namespace(name: string, real: object): object {
    return forwarding(real, (member, value) => {
      const way = `${name}.${String(member)}`;
      if (typeof value === 'function')
        return (...values: unknown[]) => this.#call(way, real, value as Call, values);
      if (way === 'window.activeTextEditor' || way === 'window.visibleTextEditors')
        return this.#editor(value);
      if (way === 'env.clipboard') return this.telling(way, value as object);
      return value;
    });
  }

  #call(way: string, real: object, call: Call, values: unknown[]): unknown {
    if (!quiet.has(way)) this.note(way, values);
    if (/\.(?:register|create)[A-Z]/.test(way)) this.made.set(way, [...(this.made.get(way) ?? []), values]);
    const own = this.#own(way, values);
    if (own) return own();
    const result = call.apply(real, this.#wrapped(way, values));
    if (way === 'workspace.getConfiguration') return this.#settings(result as object);
    if (way === 'window.createQuickPick' || way === 'window.createInputBox')
      return this.#opened(way, result as vscode.QuickPick<vscode.QuickPickItem>);
    if (/\.create[A-Z]/.test(way)) return this.telling(way, result as object);
    return this.#seen(way, result);
  }

  /** What the running product has taken already, and what would wait for somebody. */
  #own(way: string, values: unknown[]): (() => unknown) | undefined {
    const [first, second] = values;
    const id = String(first);
    if (way === 'commands.registerCommand')
      return () => {
        this.commands.set(id, second as Call);
        return new vscode.Disposable(() => {
          if (this.commands.get(id) === second) this.commands.delete(id);
        });
      };
    const command = this.commands.get(id);
    if (way === 'commands.executeCommand' && command)
      return () => Promise.resolve(command(...values.slice(1)));
    if (/^window\.show(?:Information|Warning|Error)Message$/.test(way))
      return () => Promise.resolve(this.#answers.message(id, values.slice(2).map(String)));
    // It would end this window.
    if (way === 'commands.executeCommand' && id === 'vscode.openFolder') return () => Promise.resolve();
    if (way === 'window.showOpenDialog') return () => Promise.resolve(undefined);
    if (way === 'window.showSaveDialog') {
      const { title = '' } = first as vscode.SaveDialogOptions;
      return () => Promise.resolve(this.#answers.place(title));
    }
    if (/^window\.registerWebview(?:ViewProvider|PanelSerializer)$/.test(way))
      return () => new vscode.Disposable(() => undefined);
    if (way === 'window.createTreeView') {
      const options = second as { treeDataProvider: object };
      options.treeDataProvider = this.answering(`${way} ${id}`, options.treeDataProvider);
      return () => this.telling(`${way} ${id}`, treeView());
    }
    return undefined;
  }

  /** Providers and callbacks in what is passed to VS Code. */
  #wrapped(way: string, values: unknown[]): unknown[] {
    const isProvider = /\.register\w+Provider$/.test(way);
    return values.map((value) => {
      if (typeof value === 'function')
        return (...given: unknown[]) => {
          const answer: unknown = Reflect.apply(
            value,
            undefined,
            given.map((one) => this.#given(way, one)),
          );
          return answer;
        };
      return isProvider &&
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        hasMethod(value)
        ? this.answering(way, value)
        : value;
    });
  }

  /** What VS Code hands to the product, which may tell it something in turn. */
  #given(way: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if ('report' in value) return this.telling(way, value);
    if ('textEditor' in value) return { ...value, textEditor: this.#editor(value.textEditor) };
    return this.#editor(value);
  }

  #seen(way: string, value: unknown): unknown {
    return value instanceof Promise || isThenable(value)
      ? value.then((there: unknown) => this.#given(way, there))
      : value;
  }

  #editor(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#editor(one));
    if (typeof value !== 'object' || value === null || !('setDecorations' in value)) return value;
    const known = this.#editors.get(value) ?? this.telling('TextEditor', value);
    this.#editors.set(value, known);
    this.#editors.set(known, known);
    return known;
  }

  #settings(real: object): object {
    return forwarding(real, (name, value) => {
      // What a walk chooses is nobody's choice.
      if (name === 'update') return () => Promise.resolve();
      if (name === 'get')
        return (key: string, fallback: unknown) =>
          this.#answers.settings[key] ?? Reflect.apply(value as Call, real, [key, fallback]);
      return typeof value === 'function' ? value.bind(real) : value;
    });
  }

  #opened(way: string, real: vscode.QuickPick<vscode.QuickPickItem>): object {
    const events = new Map<string, Set<Call>>();
    const fire = (event: string, value: unknown): void => {
      for (const listener of events.get(event) ?? []) listener(value);
    };
    let chosen: readonly vscode.QuickPickItem[] | undefined;
    const open: OpenInput = {
      get title() {
        return real.title ?? '';
      },
      get items() {
        return 'items' in real ? real.items : [];
      },
      get buttons() {
        return real.buttons;
      },
      type(text) {
        real.value = text;
        fire('onDidChangeValue', text);
      },
      accept(row) {
        chosen = row ? [row] : [];
        fire('onDidAccept', undefined);
        chosen = undefined;
      },
      activate(row) {
        fire('onDidChangeActive', [row]);
      },
      press(button) {
        fire('onDidTriggerButton', real.buttons[button]);
      },
      hide: () => {
        leave();
        real.hide();
        fire('onDidHide', undefined);
      },
    };
    const leave = (): void => {
      this.#inputs = this.#inputs.filter((input) => input !== open);
    };
    const wrapped = this.telling(way, real, {
      show: () => {
        leave();
        this.#inputs.push(open);
        real.show();
      },
      dispose: () => {
        leave();
        real.dispose();
      },
    });
    return forwarding(
      wrapped,
      (name, value) => {
        if (name === 'selectedItems') return chosen ?? value;
        if (typeof name !== 'string' || !name.startsWith('onDid')) return value;
        return (listener: Call) => {
          const listeners = events.get(name) ?? new Set();
          events.set(name, listeners.add(listener));
          const subscription = Reflect.apply(value as Call, real, [listener]) as vscode.Disposable;
          return new vscode.Disposable(() => {
            listeners.delete(listener);
            subscription.dispose();
          });
        };
      },
      (name, value) => {
        Reflect.set(wrapped, name, value);
        return true;
      },
    );
  }
}

/** Whose arguments are no text for anybody: they name what is looked for. */
const quiet = new Set(['workspace.getConfiguration', 'commands.registerCommand', 'extensions.getExtension']);

/** A proxy over nothing: some objects of VS Code are frozen, and a proxy over them could change nothing. */
function forwarding<T extends object>(
  target: T,
  get: (name: PropertyKey, value: unknown) => unknown,
  set: (name: string, value: unknown) => unknown = () => undefined,
): T {
  return new Proxy({} as T, {
    get: (_, name) => get(name, Reflect.get(target, name)),
    set(_, name, value) {
      if (set(String(name), value) === true) return true;
      return Reflect.set(target, name, value);
    },
    has: (_, name) => Reflect.has(target, name),
    ownKeys: () => Reflect.ownKeys(target),
    getOwnPropertyDescriptor: (_, name) => {
      const found = Reflect.getOwnPropertyDescriptor(target, name);
      return found && { ...found, configurable: true };
    },
    getPrototypeOf: () => Reflect.getPrototypeOf(target),
  });
}

function hasMethod(value: object): boolean {
  const names = [
    ...Object.getOwnPropertyNames(value),
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(value)),
  ];
  return names.some((name) => name !== 'constructor' && typeof Reflect.get(value, name) === 'function');
}

function isThenable(value: unknown): value is Thenable<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function whenThere(value: unknown, note: (value: unknown) => void): void {
  if (isThenable(value)) void value.then(note, () => undefined);
  else note(value);
}

/** A view in sight, which VS Code would draw. */
function treeView(): object {
  const event = () => new vscode.Disposable(() => undefined);
  return {
    ...{
      visible: true,
      selection: [],
      title: '',
      message: undefined,
      description: undefined,
      badge: undefined,
    },
    ...{ onDidChangeVisibility: event, onDidChangeCheckboxState: event, onDidChangeSelection: event },
    ...{ onDidExpandElement: event, onDidCollapseElement: event },
    reveal: () => Promise.resolve(),
    dispose: () => undefined,
  };
}

/** Every text in a value, getters included; not those of documents, which are the person's own. */
function* textsIn(value: unknown, seen = new Set<unknown>()): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if ('getText' in value || value instanceof Uint8Array) return;
  if (value instanceof vscode.Uri) {
    yield value.toString(true);
    return;
  }
  if (value instanceof Map) yield* textsIn([...value], seen);
  if (value instanceof Error) yield `${value.message} ${value.stack}`;
  for (const name of namesOf(value)) yield* textsIn(Reflect.get(value, name), seen);
}

/** What VS Code shows of rows; what else they hold is the product's own. */
function* rowsIn(rows: unknown): Iterable<unknown> {
  for (const row of Array.isArray(rows) ? rows : [])
    yield Object.entries(row as object).filter(
      ([name, value]) => typeof value === 'string' || name === 'buttons',
    );
}

function namesOf(value: object): Iterable<string> {
  const names = new Set(Object.keys(value));
  for (
    let type: unknown = Object.getPrototypeOf(value);
    type !== null && type !== Object.prototype && type !== Array.prototype;
    type = Object.getPrototypeOf(type)
  )
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(type as object)))
      if ('get' in descriptor) names.add(name);
  return names;
}
