import * as vscode from 'vscode';
import { dueFirst } from '../../../core/journal/digest/due';
import type { KnownPerson } from '../../../core/journal/people/knownPeople';
import { localDate } from '../../../core/util/dates';
import { setStatusBarMessage, showInformationMessage } from '../../../platform/messages';
import type { Services } from '../../../services/services';
import { NoteLabels } from '../../shared/noteLabels';
import { personOfRow } from '../../shared/personOfRow';
import { withErrorMessage } from '../../shared/withErrorMessage';
import { newNoteFor, type OneOnOneServices } from '../newOneOnOneNote';
import { Preparations, scheme } from './document';
import { pickDue } from './pickDue';
import { PlaceLinks } from './placeLinks';
import { PreparationLenses } from './lenses';

type PrepareCommandServices = OneOnOneServices & Services;

export function registerPrepare(services: PrepareCommandServices): vscode.Disposable {
  const preparations = new Preparations(services);
  const failed = vscode.l10n.t('The 1:1 could not be prepared.');
  const telling = (run: () => Promise<unknown>) => withErrorMessage(services.log, failed, run);
  return vscode.Disposable.from(
    preparations,
    vscode.workspace.registerTextDocumentContentProvider(scheme, preparations),
    vscode.languages.registerCodeLensProvider({ scheme }, new PreparationLenses()),
    vscode.languages.registerDocumentLinkProvider({ scheme }, new PlaceLinks(services)),
    vscode.commands.registerCommand('twoHats.prepareOneOnOne', (row?: unknown) =>
      telling(async () => {
        const person = await personFor(services, row);
        if (person) await preparations.show(person);
      }),
    ),
    vscode.commands.registerCommand('twoHats.newPreparedNote', (value?: unknown) =>
      telling(async () => {
        const uri = shownAddress(value);
        const facts = uri && (await preparations.factsOf(uri));
        if (facts) await newNoteFor(services, facts.person.name, facts.questions);
      }),
    ),
    vscode.commands.registerCommand('twoHats.copyPreparation', (value?: unknown) =>
      telling(() => copy(shownAddress(value))),
    ),
  );
}

async function copy(uri: vscode.Uri | undefined): Promise<void> {
  if (!uri) return;
  await vscode.env.clipboard.writeText((await vscode.workspace.openTextDocument(uri)).getText());
  setStatusBarMessage(vscode.l10n.t('The preparation is in the clipboard.'), 5000);
}

/** Of a row in a view, or asked for. */
async function personFor(services: PrepareCommandServices, row: unknown): Promise<KnownPerson | undefined> {
  const { clock, index, privacy } = services;
  const people = await services.people.whenReady();
  const name = personOfRow(row);
  const known = name === undefined ? undefined : people.find(name);
  if (known) return known;
  if (people.all.length > 0)
    return pickDue(
      privacy,
      dueFirst(index.notes.values(), people, localDate(clock)),
      new NoteLabels(services),
    );
  await offerFirstNote();
  return undefined;
}

async function offerFirstNote(): Promise<void> {
  const begin = vscode.l10n.t('New 1:1 Note…');
  const message = vscode.l10n.t(
    'Your notes are about nobody yet: the first 1:1 note begins a folder for somebody.',
  );
  if ((await showInformationMessage(message, begin)) === begin)
    await vscode.commands.executeCommand('twoHats.newOneOnOneNote');
}

/** Handed over by a button, or of the document in front. */
function shownAddress(value: unknown): vscode.Uri | undefined {
  const uri = value instanceof vscode.Uri ? value : vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === scheme ? uri : undefined;
}
