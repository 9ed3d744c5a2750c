import type { Parser } from '../../protocol/endpoint';
import type { PageMemory } from '../../protocol/page';
import type { Api } from './host';

/** How long changes are gathered, in ms: scrolling and typing come in bursts, and each state goes to the host. */
const rest = 50;

/**
 * What was remembered last. VS Code keeps the state of a hidden page at once, but writes it down for the next window
 * with a delay of seconds, which a reload may not wait for; hence the host keeps it, too.
 */
export function recall<Memory extends PageMemory>(
  api: Api,
  parse: Parser<Memory>,
  fromHost: Memory | null,
): Memory | undefined {
  const fromPage = parse(api.getState());
  return [fromPage, fromHost ?? undefined].sort((a, b) => (b?.at ?? 0) - (a?.at ?? 0))[0];
}

/** Saves what the page remembers soon after each change, so that nothing is lost when it is hidden right after a click. */
export class MemorySaver<Memory extends PageMemory> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly read: (at: number) => Memory,
    readonly save: (memory: Memory) => void,
  ) {
    document.addEventListener('visibilitychange', () => {
      this.#save();
    });
  }

  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#save();
    }, rest);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.save(this.read(Date.now()));
  }
}
