/** What every page and its host know of each other, beside what is their own. */
import type { Voice } from './endpoint';

export type PageEvent<Memory = unknown> =
  /** The page listens now; the host sends nothing before. Said again each time the page was made anew. */
  | { readonly type: 'ready' }
  | { readonly type: 'remember'; readonly memory: Memory }
  /** Something for the log. */
  | { readonly type: 'problem'; readonly text: string };

/** What a page says that tells `Own` events. */
export interface PageVoice<Own> extends Voice {
  readonly event: PageEvent | Own;
}

/** What a page asks its host to do with a text that it shows. */
export interface TextRequest {
  readonly type: 'insert' | 'copy';
  readonly text: string;
}

/** What a page finds again that is made anew: because it was hidden or moved, or the window reloaded. */
export interface PageMemory {
  /** When it was remembered, in ms since the epoch. */
  readonly at: number;
}

/** What a page needs for its first paint: it stands in the page itself. */
export interface PageModel<Memory> {
  /** BCP 47 tag of the display language, for dates and numbers. */
  readonly language: string;
  readonly memory: Memory | null;
}

export function isPageEvent(event: { readonly type: string }): event is PageEvent {
  return event.type === 'ready' || event.type === 'remember' || event.type === 'problem';
}
