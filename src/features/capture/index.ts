import * as vscode from 'vscode';
import { FileError } from '../../core/journal/ports';
import type { Parts } from '../parts';
import { fileErrorWords } from '../words';
import { showBox } from './box';
import { keep, type Capture } from './keep';
import { originOf } from './origin';

type CaptureParts = Pick<Parts, 'clock' | 'context' | 'framework' | 'journal' | 'log' | 'people' | 'privacy'>;

const draftKey = 'capture.draft';
const originKey = 'capture.withOrigin';
const shownMs = 4000;

/** *Capture Note…*: a thought is kept while it is there; the editor stays where it is. */
export function registerCapture(parts: CaptureParts): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.captureNote', () => capture(parts));
}

async function capture(parts: CaptureParts): Promise<void> {
  const { context, people } = parts;
  const origin = originOf(vscode.window.activeTextEditor);
  const draft: unknown = context.globalState.get(draftKey);
  const box = await showBox(parts, {
    people,
    origin,
    draft: typeof draft === 'string' ? draft : '',
    withOrigin: context.globalState.get<unknown>(originKey) === true,
  });
  // Until it is kept, what was typed comes back. Both at once: the next box may open while this is being written.
  await Promise.all([
    context.globalState.update(draftKey, box.typed),
    context.globalState.update(originKey, box.withOrigin),
  ]);
  if (!box.captured) return;
  if (await keepSomewhere(parts, { ...box.captured, origin: box.withOrigin ? origin : undefined }))
    await context.globalState.update(draftKey, undefined);
}

/** When it can't be written, asks what to do. */
async function keepSomewhere(parts: CaptureParts, captured: Capture): Promise<boolean> {
  let journal = await parts.journal.ensure();
  while (journal) {
    try {
      const path = await keep(journal, await parts.people.whenReady(), parts.clock, captured);
      vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Kept in {0}', path), shownMs);
      return true;
    } catch (error) {
      parts.log.error(error instanceof Error ? error : String(error));
      const [again, another, copy] = [
        vscode.l10n.t('Try Again'),
        vscode.l10n.t('Choose Another Place'),
        vscode.l10n.t('Copy Text'),
      ];
      const message =
        error instanceof FileError
          ? fileErrorWords(error)
          : vscode.l10n.t('Your note could not be kept. It comes back when you capture the next one.');
      const answer = await vscode.window.showErrorMessage(message, again, another, copy);
      if (answer === copy) await vscode.env.clipboard.writeText(captured.text);
      if (answer === another) journal = await parts.journal.choose();
      else if (answer !== again) return answer === copy;
    }
  }
  return false;
}
