import * as v from 'valibot';
import type { Api } from './host';

/** What outlives the page: it is made anew when the view was hidden, moved, or the window reloaded. */
const memorySchema = v.object({
  /** Ids of the dimensions whose cards are open. */
  open: v.array(v.string()),
  query: v.string(),
  /** A result was opened: the cards are shown although there is a query. */
  leftResults: v.boolean(),
  scroll: v.number(),
  /** Id of the element that had the focus, or `''`. */
  focus: v.string(),
});
export type Memory = v.InferOutput<typeof memorySchema>;

export function recall(api: Api): Memory {
  const parsed = v.safeParse(memorySchema, api.getState());
  return parsed.success ? parsed.output : { open: [], query: '', leftResults: false, scroll: 0, focus: '' };
}

/**
 * Remembers after each change. Scrolling and typing come in bursts, and each state goes to the host: hence once a
 * moment, soon enough that a view which is hidden right after a click has been remembered.
 */
export class Keeper {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly api: Api,
    readonly read: () => Memory,
  ) {
    document.addEventListener('visibilitychange', () => {
      this.#save();
    });
  }

  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#save();
    }, 50);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.api.setState(this.read());
  }
}
