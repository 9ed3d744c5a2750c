import * as vscode from 'vscode';
import { readCapture } from '../../core/journal/captured';
import { FileError } from '../../core/journal/ports';
import { setStatusBarMessage, showErrorMessage } from '../messages';
import type { Parts } from '../parts';
import { fileErrorWords, pathWords } from '../words';
import { retroWord, useBox } from './box';
import { keep } from './keep';
import type { OpenBox } from './openBox';
import { originOf, type Origin } from './origin';
import { Drafts } from './drafts';

type CaptureParts = Pick<Parts, 'clock' | 'framework' | 'journal' | 'log' | 'memory' | 'people' | 'privacy'>;

const shownMs = 4000;

export interface Capture {
  /** The text that the next box comes with. */
  readonly offered: string;
  /** *Capture Note…*: a thought is kept while it is there; the editor stays where it is. */
  take(box: OpenBox): Promise<void>;
}

export function createCapture(parts: CaptureParts): Capture {
  const drafts = new Drafts(parts.memory);
  return {
    get offered() {
      return drafts.take().text;
    },
    take: (box) => capture(parts, drafts, box),
  };
}

async function capture(parts: CaptureParts, drafts: Drafts, box: OpenBox): Promise<void> {
  const origin = originOf(box.editor);
  const draft = drafts.takeFor(box.offered);
  const captured = await useBox(parts, origin, box, {
    withOrigin: drafts.withOrigin,
    onChange: ({ typed, withOrigin }) => {
      draft.text = typed;
      drafts.withOrigin = withOrigin;
      void drafts.keep();
    },
  });
  if (!captured) return;
  draft.isSent = true;
  if (await keepSomewhere(parts, draft.text, drafts.withOrigin ? origin : undefined)) draft.text = '';
  draft.isSent = false;
  await drafts.keep();
}

/** When it can't be written, asks what to do. */
async function keepSomewhere(
  parts: CaptureParts,
  typed: string,
  origin: Origin | undefined,
): Promise<boolean> {
  let journal = await parts.journal.ensure();
  while (journal) {
    try {
      // Names may have come after Enter, perhaps with the journal.
      const people = await parts.people.whenReady();
      const captured = readCapture(typed, people, retroWord());
      const path = await keep(journal, people, parts.clock, { ...captured, origin });
      setStatusBarMessage(vscode.l10n.t('Kept in {0}', pathWords(parts)(path)), shownMs, 'check');
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
          ? fileErrorWords(parts, error)
          : vscode.l10n.t('Your note could not be kept. It comes back when you capture the next one.');
      const answer = await showErrorMessage(message, again, another, copy);
      if (answer === copy) await vscode.env.clipboard.writeText(typed);
      if (answer === another) journal = await parts.journal.choose();
      else if (answer === again) journal = await parts.journal.ensure();
      else return answer === copy;
    }
  }
  return false;
}
