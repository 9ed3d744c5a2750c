import type { Reply } from '../../protocol/endpoint';
import type { TextRequest } from '../../protocol/page';

/** What is done with a text of the page. Each answers whether it was done. */
export interface TextActions {
  insert(text: string): Promise<boolean>;
  copy(text: string): Promise<boolean>;
}

/** @param tell says to people who listen how it went */
export function textActions(
  ask: (request: TextRequest) => Promise<Reply<'done'>>,
  words: Readonly<Record<'copied' | 'failed', string>>,
  tell: (text: string) => void,
): TextActions {
  const carryOut = async (request: TextRequest, success: string): Promise<boolean> => {
    const done = 'value' in (await ask(request));
    tell(done ? success : words.failed);
    return done;
  };
  return {
    insert: (text) => carryOut({ type: 'insert', text }, ''),
    copy: (text) => carryOut({ type: 'copy', text }, words.copied),
  };
}
