/** A change of a tag from the question whether to do it to the message that it is done. */
import * as vscode from 'vscode';
import { newRecord, type ChangeRecord } from '../../core/journal/tags/changeRecord';
import { carryOut, type Outcome } from '../../core/journal/tags/changeRun';
import { changeIn, type NoteChange, type TagChange } from '../../core/journal/tags/tagChange';
import { extentOf, mergedNotes, type Extent } from '../../core/journal/tags/tagExtent';
import { knownTags } from '../../core/journal/tags/tags';
import { isoWithOffset } from '../../core/util/dates';
import { withErrorMessage } from '../shared/withErrorMessage';
import { showInformationMessage, showWarningMessage } from '../../platform/messages';
import { loadYaml, scanAtOnce } from '../../services/noteScan';
import type { Journal, Services } from '../../services/services';
import { formatPaths } from '../shared/format';
import { changeStore } from './records';
import { readOf, tellRunning, withRun } from './run';
import { undoLastChange } from './undoTagChange';
import { fromWords, toWords } from './formatChange';
import type { TagRenameServices } from './renameServices';

/** What the person is to know before: how much it is, and with what it can't be told apart afterwards. */
function extentWords({ index }: TagRenameServices, change: TagChange, { places, notes }: Extent): string {
  const said = vscode.l10n.t('Places: {0} · Notes: {1}.', places, notes.length);
  const merged = mergedNotes(index.notes, change);
  return merged === 0
    ? said
    : vscode.l10n.t(
        '{0} “{1}” stands in your notes already (in {2}): afterwards, the two can’t be told apart.',
        said,
        toWords(change),
        merged,
      );
}

/** Asks whether to do it. */
async function confirmChange(
  services: TagRenameServices,
  change: TagChange,
  extent: Extent,
): Promise<boolean> {
  const doIt = vscode.l10n.t('Change');
  const answer = await showWarningMessage(
    vscode.l10n.t('Change “{0}” to “{1}” everywhere?', fromWords(change), toWords(change)),
    { modal: true, detail: extentWords(services, change, extent) },
    doIt,
  );
  return answer === doIt;
}

/** Asks whether to do it, and does it. */
export async function changeTag(
  services: TagRenameServices,
  journal: Journal,
  change: TagChange,
  extent = extentOf(services.index.notes, change),
): Promise<void> {
  if (!(await confirmChange(services, change, extent))) return;
  await withErrorMessage(services.log, failureWords(change), async () => {
    const record = newRecord(change, isoWithOffset(services.clock));
    const store = await changeStore(services, journal);
    if (await store.begin(record, readOf(journal))) await apply(services, journal, record, extent.notes);
    else tellRunning();
  });
}

/** Goes on with a change that was interrupted, in notes that were changed since as well. */
export async function goOn(
  services: TagRenameServices,
  journal: Journal,
  record: ChangeRecord,
): Promise<void> {
  const { change, files } = record;
  await withErrorMessage(services.log, failureWords(change), async () => {
    await services.index.whenReady();
    const store = await changeStore(services, journal);
    await store.resume();
    const paths = new Set([
      ...files.map(({ path }) => path),
      ...extentOf(services.index.notes, change).notes,
    ]);
    await apply(services, journal, record, [...paths]);
  });
}

function failureWords(change: TagChange): string {
  return vscode.l10n.t(
    '“{0}” could not be changed to “{1}”. Notes are as they were, or changed as a whole. Try again.',
    fromWords(change),
    toWords(change),
  );
}

async function apply(
  services: TagRenameServices,
  journal: Journal,
  record: ChangeRecord,
  paths: readonly string[],
): Promise<void> {
  const { change } = record;
  const title = vscode.l10n.t('Changing “{0}” to “{1}”', fromWords(change), toWords(change));
  const changeOf = await noteChanger(services, change);
  const outcome = await withRun(services, journal, { title, count: 2 * paths.length }, (run) =>
    carryOut(run, record, paths, changeOf),
  );
  if (outcome) await tell(services, journal, change, outcome);
}

/** Tells what a change does in a note, whatever form its front matter has. */
export async function noteChanger(
  { framework }: Pick<Services, 'framework'>,
  change: TagChange,
): Promise<(path: string, text: string) => NoteChange> {
  await loadYaml();
  const tags = knownTags(framework.current);
  return (path, text) => changeIn(text, (now) => scanAtOnce(path, now, tags), change, tags);
}

/** One message of what came of it, and the way back. */
async function tell(
  services: TagRenameServices,
  journal: Journal,
  change: TagChange,
  outcome: Outcome,
): Promise<void> {
  const { changed, others, failed } = outcome;
  const left = [...others, ...failed];
  const undo = vscode.l10n.t('Undo');
  // Where nothing was changed, an earlier change would be undone.
  const ways = changed.length > 0 ? [undo] : [];
  const done = doneWords(change, outcome);
  const answer =
    left.length === 0
      ? await showInformationMessage(done, ...ways)
      : await showWarningMessage(
          vscode.l10n.t(
            '{0} Left as they are, because they were changed meanwhile or can’t be written (make them writable, or make room on their disk, and change the tag again): {1}.',
            done,
            formatPaths(services, left),
          ),
          ...ways,
          vscode.l10n.t('Show Log'),
        );
  if (answer === undo) await undoLastChange(services, journal);
  else if (answer !== undefined) services.log.show();
}

function doneWords(change: TagChange, { changed, wasStopped }: Outcome): string {
  const { from, to } = { from: fromWords(change), to: toWords(change) };
  const places = changed.reduce((sum, file) => sum + file.places, 0);
  if (wasStopped)
    return vscode.l10n.t('Stopped. Changed so far: places {0}, notes {1}.', places, changed.length);
  if (changed.length === 0) return vscode.l10n.t('“{0}” was not changed.', from);
  return vscode.l10n.t('“{0}” is now “{1}”. Places: {2} · Notes: {3}.', from, to, places, changed.length);
}
