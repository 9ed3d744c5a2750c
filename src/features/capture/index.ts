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
  const memory = new Memory(parts.context.globalState);
  return vscode.commands.registerCommand('twoHats.captureNote', () => capture(parts, memory));
}

/**
 * What was typed and not kept comes back, in later windows, too. VS Code's own memory may for a moment say again what
 * it said before, when the box is opened twice in a second.
 */
class Memory {
  draft: string;
  withOrigin: boolean;

  constructor(private readonly state: vscode.Memento) {
    const draft = state.get<unknown>(draftKey);
    this.draft = typeof draft === 'string' ? draft : '';
    this.withOrigin = state.get<unknown>(originKey) === true;
  }

  async keep(): Promise<void> {
    await Promise.all([
      this.state.update(draftKey, this.draft),
      this.state.update(originKey, this.withOrigin),
    ]);
  }
}

async function capture(parts: CaptureParts, memory: Memory): Promise<void> {
  const origin = originOf(vscode.window.activeTextEditor);
  const { people } = parts;
  const box = await showBox(parts, { people, origin, draft: memory.draft, withOrigin: memory.withOrigin });
  memory.draft = box.typed;
  memory.withOrigin = box.withOrigin;
  await memory.keep();
  if (!box.captured) return;
  if (!(await keepSomewhere(parts, { ...box.captured, origin: box.withOrigin ? origin : undefined }))) return;
  // Another one may have been begun meanwhile.
  if (memory.draft === box.typed) memory.draft = '';
  await memory.keep();
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
