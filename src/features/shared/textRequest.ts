import * as vscode from 'vscode';
import type { TextRequest } from '../../protocol/page';
import type { Services } from '../../services/services';
import { withErrorMessage } from './withErrorMessage';

/**
 * Does what a page asks. The person learns of a failure here; the page only learns that there was one.
 * @param failures what the person reads then
 */
export async function carryOutWithText(
  { type, text }: TextRequest,
  { log, markdownEditor }: Pick<Services, 'log' | 'markdownEditor'>,
  failures: Readonly<Record<TextRequest['type'], string>>,
): Promise<'done'> {
  const act = {
    insert: () => markdownEditor.insert(text),
    copy: () => vscode.env.clipboard.writeText(text),
  };
  if (!(await withErrorMessage(log, failures[type], act[type]))) throw new Error('See the log.');
  return 'done';
}
