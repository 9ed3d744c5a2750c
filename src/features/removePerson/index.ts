import * as vscode from 'vscode';
import { experimentsMentioning } from '../../core/experiment/mentioning';
import { filesOf, removedPlaces, type FilesOfPerson } from '../../core/journal/people/filesOf';
import type { KnownPerson, People } from '../../core/journal/people/knownPeople';
import { shownName } from '../../core/journal/people/names';
import { configFile } from '../../services/config';
import { editNote } from '../shared/editNote';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../../platform/messages';
import { toFileError } from '../../platform/workspaceFiles';
import { isAbsent } from '../../platform/workspaceTexts';
import type { Journal, Services } from '../../services/services';
import { outOfReach } from '../shared/outOfReach';
import { pickKnownPerson } from '../shared/pickPerson';
import { back, pick } from '../shared/quickInput';
import { formatReason, pathFormatter } from '../shared/format';

type RemoveServices = Pick<Services, 'config' | 'index' | 'journal' | 'log' | 'people' | 'privacy'>;

/** As many as a dialog has room for. */
const shownFiles = 12;

/** *Remove Person…*: everything that the journal keeps of somebody goes to the trash. */
export function registerRemovePerson(services: RemoveServices): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.removePerson', () => removePerson(services));
}

async function removePerson(services: RemoveServices): Promise<void> {
  const journal = services.journal.current;
  const people = await services.people.whenReady();
  if (!journal || people.all.length === 0) {
    void showInformationMessage(vscode.l10n.t('Your journal knows nobody yet.'));
    return;
  }
  const person = await pickKnownPerson(services.privacy, people.all, {
    title: vscode.l10n.t('Remove Person'),
    placeholder: vscode.l10n.t('Whose notes shall go? You see every file before anything happens'),
  });
  if (person) await removeFound(services, journal, people, person);
}

/** Everything of somebody, once the person has seen what that is and agrees. */
export async function removeFound(
  services: RemoveServices,
  journal: Journal,
  people: People,
  person: KnownPerson,
): Promise<void> {
  try {
    const found = await filesOf(journal.files, services.index.notes.values(), people, person);
    const shown = shownName(person.name, services.privacy.hidden);
    const tellPath = pathFormatter({ people: { current: people }, privacy: services.privacy });
    const experiments = await experimentsMentioning(journal.files, people, person);
    const stays = formatStays(
      found,
      experiments.map(({ path }) => tellPath(path)),
    );
    if (!(await confirm(shown, found.files.map(tellPath), stays))) return;
    const isRemoved = await remove(journal, shown, found, tellPath);
    await services.index.refresh();
    if (isRemoved) await tellWhatStays(services, journal, person, shown);
  } catch (error) {
    services.log.error(error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    const otherwise = vscode.l10n.t('The Two Hats log says why.');
    const message = vscode.l10n.t(
      'Not everything of {0} could be removed. What is left lies in your journal as it was. {1}',
      ...[shownName(person.name, services.privacy.hidden), formatReason(services, error, otherwise)],
    );
    if ((await showErrorMessage(message, showLog)) === showLog) services.log.show();
    await services.index.refresh();
  }
}

/** More files than a dialog has room for are listed before the question, and again at wish. */
async function confirm(name: string, paths: readonly string[], stays: readonly string[]): Promise<boolean> {
  const move = vscode.l10n.t('Move to Trash');
  const see = vscode.l10n.t('See All Files');
  const isLong = paths.length > shownFiles;
  const message = vscode.l10n.t('Remove {0}? Files that go to the trash: {1}', name, paths.length);
  const options = { modal: true, detail: detailOf(paths, stays) };
  for (;;) {
    if (isLong && !(await listAll(name, paths))) return false;
    const answer = await showWarningMessage(message, options, move, ...(isLong ? [see] : []));
    if (answer !== see) return answer === move;
  }
}

/** `false` when the person left. */
async function listAll(name: string, paths: readonly string[]): Promise<boolean> {
  const seen = await pick({
    title: vscode.l10n.t('Remove {0}: Every File', name),
    placeholder: vscode.l10n.t(
      'Files that would go to the trash: {0}. Enter leads to the question',
      paths.length,
    ),
    items: paths.map((label) => ({ label })),
  });
  return seen !== undefined && seen !== back;
}

/** What mentions somebody and does not go. */
function formatStays({ mentions }: FilesOfPerson, experiments: readonly string[]): readonly string[] {
  const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' });
  return [
    vscode.l10n.t('Other notes that mention the name stay as they are: {0}.', mentions.length),
    ...(experiments.length === 0
      ? []
      : [
          vscode.l10n.t(
            'So do experiments that mention it, or can’t be read: {0}.',
            list.format(experiments),
          ),
        ]),
  ];
}

function detailOf(paths: readonly string[], stays: readonly string[]): string {
  const more = paths.length - shownFiles;
  return [
    ...paths.slice(0, shownFiles),
    ...(more > 0 ? [vscode.l10n.t('… and {0} more', more)] : []),
    '',
    ...stays,
    outOfReach(),
  ].join('\n');
}

/**
 * `false` when the person wants no deletion for good. What went to the trash before, like what lies on another disk, is
 * told then.
 */
export async function remove(
  journal: Journal,
  name: string,
  found: FilesOfPerson,
  tellPath: (path: string) => string,
): Promise<boolean> {
  const moved: string[] = [];
  let useTrash = true;
  for (const path of removedPlaces(found)) {
    const target = journal.uri(path);
    const result = useTrash ? await toTrash(target) : 'refused';
    if (result === 'moved') moved.push(tellPath(path));
    if (result !== 'refused') continue;
    if (useTrash && !(await confirmForGood(name, moved))) return false;
    useTrash = false;
    await removeForGood(target, path);
  }
  return true;
}

async function removeForGood(target: vscode.Uri, path: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(target, { recursive: true, useTrash: false });
  } catch (error) {
    if (!isAbsent(error)) throw toFileError(error, path);
  }
}

async function toTrash(target: vscode.Uri): Promise<'moved' | 'gone' | 'refused'> {
  try {
    await vscode.workspace.fs.delete(target, { recursive: true, useTrash: true });
    return 'moved';
  } catch (error) {
    // A folder without notes may be gone already.
    return isAbsent(error) ? 'gone' : 'refused';
  }
}

async function confirmForGood(name: string, moved: readonly string[]): Promise<boolean> {
  const forGood = vscode.l10n.t('Delete for Good');
  const message =
    moved.length === 0
      ? vscode.l10n.t('There is no trash here. Delete what is kept of {0} for good?', name)
      : vscode.l10n.t('The trash does not take everything. Delete what is left of {0} for good?', name);
  const detail = vscode.l10n.t('This can’t be undone.');
  const answer = await showWarningMessage(message, { modal: true, detail }, forGood);
  if (answer !== forGood && moved.length > 0) tellMoved(moved);
  return answer === forGood;
}

function tellMoved(moved: readonly string[]): void {
  const all = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(moved);
  void showInformationMessage(
    vscode.l10n.t('In the trash already: {0}. Everything else stays in your journal.', all),
  );
}

async function tellWhatStays(
  { config }: Pick<Services, 'config'>,
  journal: Journal,
  person: KnownPerson,
  shown: string,
): Promise<void> {
  const { editsWithoutPerson, withoutPerson } = await import('../../core/journal/config/config');
  const left = withoutPerson((await journal.files.read(configFile)) ?? '', person.name);
  const named = (await config.whenReady()).people.some(({ name }) => name === person.name);
  if (!named) {
    void showInformationMessage(vscode.l10n.t('{0} is removed from your journal.', shown));
    return;
  }
  const too = left === undefined ? vscode.l10n.t('Open File') : vscode.l10n.t('Remove There, Too');
  const message = vscode.l10n.t(
    '{0} is removed from your journal. “{1}” still has the name.',
    shown,
    configFile,
  );
  if ((await showInformationMessage(message, too)) !== too) return;
  // It may have been changed while the message stood there.
  const result = await editNote(journal, configFile, (now) => editsWithoutPerson(now, person.name));
  if (result === 'cannot') await vscode.window.showTextDocument(journal.uri(configFile));
}
