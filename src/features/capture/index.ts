import * as vscode from 'vscode';
import { readCapture, timesSaved } from '../../core/journal/capture/captured';
import { knownTags } from '../../core/journal/tags/tags';
import { mayBeNote, scanAtOnce } from '../../services/noteScan';
import { noteText } from '../shared/editNote';
import { isSameAddress } from '../../platform/folders';
import { setStatusBarMessage, showErrorMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { formatReason, pathFormatter } from '../shared/format';
import { retroWord, useBox } from './box';
import { saveCapture } from './save';
import type { OpenBox } from './openBox';
import { originOf, type Origin } from './origin';
import { CaptureDrafts, type Sent } from './drafts';

type CaptureServices = Pick<
  Services,
  'clock' | 'framework' | 'journal' | 'log' | 'memory' | 'people' | 'privacy'
>;

const shownMs = 4000;

export interface Capture {
  /** The text that the next box comes with. */
  readonly offered: string;
  /** *Capture Note…*: a thought is saved while it is there; the editor stays where it is. */
  take(box: OpenBox): Promise<void>;
}

export function createCapture(services: CaptureServices): Capture {
  const drafts = new CaptureDrafts(services.memory);
  void drafts.settle((sent) => timesNow(services, sent));
  return {
    get offered() {
      return drafts.take().text;
    },
    take: (box) => capture(services, drafts, box),
  };
}

/** How often it stands in its note; never where that can't be read, since then it is offered again. */
async function timesNow({ journal, log }: CaptureServices, { path, item, ...sent }: Sent): Promise<number> {
  try {
    const now = journal.current;
    if (!now || !(await isSameAddress(now.root, vscode.Uri.parse(sent.journal)))) return 0;
    return timesSaved((await noteText(now, path)) ?? '', item);
  } catch (error) {
    log.warn(`Whether a captured note arrived in ${path} is not known.`, error);
    return 0;
  }
}

async function capture(services: CaptureServices, drafts: CaptureDrafts, box: OpenBox): Promise<void> {
  const origin = originOf(box.editor, (editor) => isPrivateIn(services, editor));
  const draft = drafts.takeFor(box.offered);
  const captured = await useBox(services, origin, box, {
    withOrigin: drafts.withOrigin,
    onChange: ({ typed, withOrigin }) => {
      draft.text = typed;
      drafts.withOrigin = withOrigin;
      void drafts.save();
    },
  });
  if (!captured) return;
  draft.isSent = true;
  const send = async (sent: Sent | undefined): Promise<void> => {
    draft.sent = sent;
    await drafts.save();
  };
  if (await saveSomewhere(services, draft.text, drafts.withOrigin ? origin : undefined, send))
    draft.text = '';
  draft.isSent = false;
  await send(undefined);
}

/** Is a private line of a note selected? */
function isPrivateIn(
  { framework, journal }: Pick<CaptureServices, 'framework' | 'journal'>,
  { document, selection }: vscode.TextEditor,
): boolean {
  if (document.languageId !== 'markdown' || !mayBeNote(journal.current, document.uri)) return false;
  const { privateLines } = scanAtOnce('', document.getText(), knownTags(framework.current));
  return privateLines.some(({ first, last }) => first <= selection.end.line && selection.start.line <= last);
}

/**
 * When it can't be written, asks what to do.
 * @param send is told what is being written, and when it could not be
 */
async function saveSomewhere(
  services: CaptureServices,
  typed: string,
  origin: Origin | undefined,
  send: (sent: Sent | undefined) => Promise<void>,
): Promise<boolean> {
  let journal = await services.journal.ensure();
  while (journal) {
    try {
      // Names may have come after Enter, perhaps with the journal.
      const people = await services.people.whenReady();
      const captured = readCapture(typed, people, retroWord());
      const path = await saveCapture(journal, people, services.clock, { ...captured, origin }, send);
      setStatusBarMessage(vscode.l10n.t('Kept in {0}', pathFormatter(services)(path)), shownMs, 'check');
      return true;
    } catch (error) {
      void send(undefined);
      services.log.error(error instanceof Error ? error : String(error));
      const [again, another, copy] = [
        vscode.l10n.t('Try Again'),
        vscode.l10n.t('Choose Another Place'),
        vscode.l10n.t('Copy Text'),
      ];
      const otherwise = vscode.l10n.t(
        'Your note could not be kept. It comes back when you capture the next one.',
      );
      const message = formatReason(services, error, otherwise);
      const answer = await showErrorMessage(message, again, another, copy);
      if (answer === copy) await vscode.env.clipboard.writeText(typed);
      if (answer === another) journal = await services.journal.choose();
      else if (answer === again) journal = await services.journal.ensure();
      else return answer === copy;
    }
  }
  return false;
}
