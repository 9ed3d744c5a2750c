/** A change of a tag from the question whether to do it to the message that it is done. */
import * as vscode from 'vscode';
import { fingerprint, type ChangeRecord } from '../../core/journal/changeRecord';
import { changedTag, isChanged, isSame, type TagChange } from '../../core/journal/tagChange';
import { tagText } from '../../core/journal/tags';
import { isoWithOffset } from '../../core/journal/time';
import { attempt } from '../attempt';
import { showInformationMessage, showWarningMessage, withProgress } from '../messages';
import type { Journal } from '../parts';
import { beginChange, endChange } from './lastChange';
import type { LanguageParts } from './parts';
import {
  applyAtOnce,
  applyOneByOne,
  extentOf,
  isWritable,
  maxFilesAtOnce,
  planNote,
  recordOf,
  type Extent,
  type Outcome,
  type PlannedNote,
} from './tagChanger';
import { undoLastChange } from './undoTagChange';
import { pathsWords } from '../words';

/** As the person reads it: `#risk-taking`, or `#risk-taking/…` with all its hats. */
export function fromWords({ from, withHats }: Pick<TagChange, 'from' | 'withHats'>): string {
  return withHats ? `${tagText(from)}/…` : tagText(from);
}

export function toWords({ to, withHats }: TagChange): string {
  return withHats && to.hat === undefined ? `${tagText(to)}/…` : tagText(to);
}

/** What the person is to know before: how much it is, and with what it can't be told apart afterwards. */
function extentWords(parts: LanguageParts, change: TagChange, { places, notes }: Extent): string {
  const said = vscode.l10n.t('Places: {0} · Notes: {1}.', places, notes.length);
  const merged = mergedNotes(parts, change);
  return merged === 0
    ? said
    : vscode.l10n.t(
        '{0} “{1}” stands in your notes already (in {2}): afterwards, the two can’t be told apart.',
        said,
        toWords(change),
        merged,
      );
}

/** Notes in which a tag stands already that others become. */
export function mergedNotes({ index }: Pick<LanguageParts, 'index'>, change: TagChange): number {
  const kept = new Set<string>();
  const isTarget = (tag: TagChange['to']) =>
    change.withHats && change.to.hat === undefined
      ? tag.dimension === change.to.dimension
      : isSame(tag, changedTag(change, tag));
  for (const { path, tags } of index.notes.values())
    if (tags.some((tag) => !isChanged(change, tag) && isTarget(tag))) kept.add(path);
  return kept.size;
}

/** Asks whether to do it. */
async function confirmChange(parts: LanguageParts, change: TagChange, extent: Extent): Promise<boolean> {
  const doIt = vscode.l10n.t('Change');
  const answer = await showWarningMessage(
    vscode.l10n.t('Change “{0}” to “{1}” everywhere?', fromWords(change), toWords(change)),
    { modal: true, detail: extentWords(parts, change, extent) },
    doIt,
  );
  return answer === doIt;
}

/** Asks whether to do it, and does it. */
export async function changeTag(
  parts: LanguageParts,
  journal: Journal,
  change: TagChange,
  extent = extentOf(parts, change),
): Promise<void> {
  if (!(await confirmChange(parts, change, extent))) return;
  const failure = vscode.l10n.t(
    '“{0}” could not be changed to “{1}”, perhaps because a note was changed meanwhile. Try again.',
    fromWords(change),
    toWords(change),
  );
  await attempt(parts.log, failure, async () => {
    const outcome = await withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Changing “{0}” to “{1}”', fromWords(change), toWords(change)),
        cancellable: extent.notes.length > maxFilesAtOnce,
      },
      (progress, token) => apply(parts, journal, change, extent, { progress, token }),
    );
    if (outcome) await tell(parts, journal, change, outcome);
  });
}

interface Run {
  readonly progress: vscode.Progress<{ readonly increment: number }>;
  readonly token: vscode.CancellationToken;
}

interface Steps extends Pick<Run, 'token'> {
  readonly step: () => void;
}

/** `undefined` when the person stopped it before anything was changed. */
async function apply(
  parts: LanguageParts,
  journal: Journal,
  change: TagChange,
  { notes }: Extent,
  { progress, token }: Run,
): Promise<Outcome | undefined> {
  const step = () => {
    progress.report({ increment: 50 / notes.length });
  };
  const plan = await planNotes(parts, journal, change, notes, { step, token });
  if (!plan) return undefined;
  const { planned, left } = plan;
  if (planned.length === 0) return { places: 0, notes: 0, left, wasStopped: false };
  const record = changeRecord(change, isoWithOffset(parts.clock), planned);
  await beginChange(parts, journal, record);
  const outcome = await applyPlanned(parts, journal, change, planned, { step, token });
  await endChange(parts, journal, record, outcome !== undefined && outcome.notes > 0);
  if (!outcome) throw new Error('VS Code did not take the edit.');
  return { ...outcome, left: [...left, ...outcome.left] };
}

function changeRecord(change: TagChange, at: string, planned: readonly PlannedNote[]): ChangeRecord {
  const { from, to } = { from: fromWords(change), to: toWords(change) };
  return { format: 'two-hats-tag-change/1', from, to, at, files: planned.map(recordOf) };
}

/** `undefined` when VS Code did not take the edit. */
async function applyPlanned(
  parts: LanguageParts,
  journal: Journal,
  change: TagChange,
  planned: readonly PlannedNote[],
  { step, token }: Steps,
): Promise<Outcome | undefined> {
  if (planned.length <= maxFilesAtOnce) return applyAtOnce(parts, journal, planned);
  const known = planned.map(({ note }) => ({ path: note.path, before: fingerprint(note.text) }));
  return applyOneByOne(parts, journal, known, change, { step, token });
}

interface Plan {
  readonly planned: readonly PlannedNote[];
  /** Paths of notes that can't be read or written. */
  readonly left: readonly string[];
}

/** `undefined` when the person stopped it. */
async function planNotes(
  parts: LanguageParts,
  journal: Journal,
  change: TagChange,
  notes: readonly string[],
  { step, token }: Steps,
): Promise<Plan | undefined> {
  const left: string[] = [];
  const planned: PlannedNote[] = [];
  for (const path of notes) {
    if (token.isCancellationRequested) return undefined;
    const plan = await planNote(parts, journal, path, change);
    if (!plan || (plan.edits.length > 0 && !(await isWritable(parts, journal, plan)))) left.push(path);
    else if (plan.edits.length > 0) planned.push(plan);
    step();
  }
  return { planned, left };
}

/** One message of what came of it, and the way back. */
async function tell(
  parts: LanguageParts,
  journal: Journal,
  change: TagChange,
  outcome: Outcome,
): Promise<void> {
  const { notes, left } = outcome;
  const undo = vscode.l10n.t('Undo');
  // Where nothing was changed, an earlier change would be undone.
  const ways = notes > 0 ? [undo] : [];
  const done = doneWords(change, outcome);
  const answer =
    left.length === 0
      ? await showInformationMessage(done, ...ways)
      : await showWarningMessage(
          vscode.l10n.t(
            '{0} Left as they are, because they can’t be written or were changed meanwhile: {1}.',
            done,
            pathsWords(parts, left),
          ),
          ...ways,
          vscode.l10n.t('Show Log'),
        );
  if (answer === undo) await undoLastChange(parts, journal);
  else if (answer !== undefined) parts.log.show();
}

function doneWords(change: TagChange, { places, notes, wasStopped }: Outcome): string {
  const { from, to } = { from: fromWords(change), to: toWords(change) };
  if (wasStopped) return vscode.l10n.t('Stopped. Changed so far: places {0}, notes {1}.', places, notes);
  if (notes === 0) return vscode.l10n.t('“{0}” was not changed.', from);
  return vscode.l10n.t('“{0}” is now “{1}”. Places: {2} · Notes: {3}.', from, to, places, notes);
}
