/** A CommonJS module that runs. */
interface Module {
  exports: unknown;
}

/** What a part requires at once, other than `vscode`. */
const required = /\brequire\("(\.\/[^"]+)"\)/g;

/**
 * The parts of the extension, as the build makes them for hosts that require files, where a host can't: each is read,
 * with all that it requires at once, before it runs, and runs once.
 */
export class Parts {
  readonly #read: (name: string) => Promise<string>;
  readonly #given: ReadonlyMap<string, unknown>;
  readonly #texts = new Map<string, Promise<string>>();
  readonly #ready = new Map<string, string>();
  readonly #modules = new Map<string, Module>();

  /**
   * @param read the text of `./name.js` or `./folder/name.json`; one that fails is read anew when it is asked for again
   * @param given modules that are no parts, by their names
   */
  constructor(read: (name: string) => Promise<string>, given: ReadonlyMap<string, unknown>) {
    this.#read = read;
    this.#given = given;
  }

  /** What a part exports. Fails where it, or a part that it requires, can't be read, or throws. */
  async load(name: string): Promise<unknown> {
    await this.#readAll(name, new Set());
    return this.#require(name);
  }

  async #readAll(name: string, seen: Set<string>): Promise<void> {
    if (seen.has(name)) return;
    seen.add(name);
    const text = await this.#textOf(name);
    this.#ready.set(name, text);
    await Promise.all(Array.from(text.matchAll(required), ([, next = '']) => this.#readAll(next, seen)));
  }

  #textOf(name: string): Promise<string> {
    const known = this.#texts.get(name);
    if (known) return known;
    const text = this.#read(name);
    this.#texts.set(name, text);
    text.catch(() => this.#texts.delete(name));
    return text;
  }

  #require(name: string): unknown {
    if (this.#given.has(name)) return this.#given.get(name);
    const known = this.#modules.get(name);
    if (known) return known.exports;
    const text = this.#ready.get(name);
    if (text === undefined) throw new Error(`${name} is required before it was read.`);
    if (name.endsWith('.json')) return this.#add(name, { exports: JSON.parse(text) }).exports;
    const module = this.#add(name, { exports: {} });
    this.#run(name, text, module);
    return module.exports;
  }

  /** Before it runs: parts may require each other in a circle. */
  #add(name: string, module: Module): Module {
    this.#modules.set(name, module);
    return module;
  }

  #run(name: string, text: string, module: Module): void {
    const require = Object.assign((other: string) => this.#require(other), {
      load: (other: string) => this.load(other),
    });
    // VS Code itself runs an extension's entry so where there is no `require`.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const run = new Function('require', 'exports', 'module', `${text}\n//# sourceURL=${name.slice(2)}`);
    try {
      Reflect.apply(run, undefined, [require, module.exports, module]);
    } catch (error) {
      this.#modules.delete(name);
      throw error;
    }
  }
}
