/** What a strict reader of VS Code's snippet grammar sees; whatever the generated snippets do not need is an error. */
export interface ReadSnippet {
  /** The numbers of the tab stops as they stand. */
  readonly stops: readonly number[];
  readonly variables: readonly string[];
  readonly choices: readonly (readonly string[])[];
  /** The numbers of the tab stops that are choices. */
  readonly choiceStops: ReadonlySet<number>;
  /** What stands in the editor: defaults as they are, choices and variables as told. */
  readonly text: string;
}

export interface Expansion {
  variable(name: string): string;
  choice(options: readonly string[]): string;
}

export function readSnippet(body: string, expansion: Expansion): ReadSnippet {
  return new Reader(body, expansion).read();
}

/** As `toText` writes it. */
export const asText: Expansion = {
  variable: (name) => {
    const known: Record<string, string> = { CURRENT_YEAR: 'Y', CURRENT_MONTH: 'M', CURRENT_DATE: 'D' };
    const value = known[name];
    if (value === undefined) throw new Error(`Unknown variable ${name}`);
    return value;
  },
  choice: (options) => (options[0]?.startsWith('#') === true ? (options.at(-1) ?? '') : options.join(' / ')),
};

class Reader {
  readonly #stops: number[] = [];
  readonly #variables: string[] = [];
  readonly #choices: string[][] = [];
  readonly #choiceStops = new Set<number>();
  readonly #defaults = new Map<number, string>();
  #at = 0;

  constructor(
    readonly body: string,
    readonly expansion: Expansion,
  ) {}

  read(): ReadSnippet {
    let text = '';
    while (this.#at < this.body.length) text += this.#dollar() ?? this.#character('$}');
    return {
      text,
      stops: this.#stops,
      variables: this.#variables,
      choices: this.#choices,
      choiceStops: this.#choiceStops,
    };
  }

  #dollar(): string | undefined {
    const variable = this.#take(/\$([A-Z_][A-Za-z0-9_]*)/y) ?? this.#take(/\$\{([A-Z_]+)\}/y);
    if (variable) {
      this.#variables.push(variable[1]!);
      return this.expansion.variable(variable[1]!);
    }
    const bare = this.#take(/\$(\d+)/y) ?? this.#take(/\$\{(\d+)\}/y);
    if (bare) return this.#stop(Number(bare[1]), this.#defaults.get(Number(bare[1])) ?? '');
    const choice = this.#take(/\$\{(\d+)\|/y);
    if (choice) {
      this.#choiceStops.add(Number(choice[1]));
      return this.#stop(Number(choice[1]), this.#choice());
    }
    const placeholder = this.#take(/\$\{(\d+):/y);
    return placeholder ? this.#stop(Number(placeholder[1]), this.#placeholder()) : undefined;
  }

  #stop(number: number, text: string): string {
    this.#stops.push(number);
    this.#defaults.set(number, text);
    return text;
  }

  #placeholder(): string {
    let text = '';
    while (!this.#take(/\}/y)) text += this.#character('$}');
    return text;
  }

  #choice(): string {
    const options = [''];
    while (!this.#take(/\|\}/y)) {
      if (this.#take(/,/y)) options.push('');
      else options.push(options.pop()! + this.#character(',|'));
    }
    this.#choices.push(options);
    return this.expansion.choice(options);
  }

  /** One character that means itself: one of `special` only after a backslash, and no other after one. */
  #character(special: string): string {
    const escape = this.#take(/\\([^])/y);
    if (escape && !`${special}\\`.includes(escape[1]!)) throw this.#error('needless escape');
    const found = escape?.[1] ?? this.#take(/[^]/y)?.[0];
    if (found === undefined) throw this.#error('ends too early');
    if (!escape && (special.includes(found) || found === '\\')) throw this.#error(`bare ${found}`);
    return found;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.body);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  #error(what: string): Error {
    return new Error(`${what} at ${this.#at}: ${this.body.slice(Math.max(0, this.#at - 20), this.#at + 20)}`);
  }
}
