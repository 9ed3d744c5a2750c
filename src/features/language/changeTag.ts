/** A change of a tag from the question whether to do it to the message that it is done. */
import * as vscode from 'vscode';
import { fingerprint } from '../../core/journal/changeRecord';
import { changedTag, isChanged, isSame, type TagChange } from '../../core/journal/tagChange';
import { tagText } from '../../core/journal/tags';
import { isoWithOffset } from '../../core/journal/time';
import type { Journal } from '../parts';
import { writeLastChange } from './lastChange';
import type { LanguageParts } from './parts';
import {
  applyAtOnce,
  applyOneByOne,
  extentOf,
  maxFilesAtOnce,
  planNote,
  recordOf,
  workspaceEdit,
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
export function extentWords(parts: LanguageParts, change: TagChange, { places, notes }: Extent): string {
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

/** Asks whether to do it, and does it. */
export async function changeTag(parts: LanguageParts, journal: Journal, change: TagChange): Promise<void> {
  const extent = extentOf(parts, change);
  const doIt = vscode.l10n.t('Change');
  const preview = vscode.l10n.t('Preview…');
  const isSmall = extent.notes.length <= maxFilesAtOnce;
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Change “{0}” to “{1}” everywhere?', fromWords(change), toWords(change)),
    { modal: true, detail: extentWords(parts, change, extent) },
    ...[doIt, ...(isSmall ? [preview] : [])],
  );
  if (answer === undefined) return;
  const outcome = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Changing “{0}” to “{1}”', fromWords(change), toWords(change)),
      cancellable: !isSmall,
    },
    (progress, token) =>
      apply(parts, journal, change, extent, { progress, token, preview: answer === preview }),
  );
  if (outcome) await tell(parts, journal, change, outcome);
}

interface Run {
  readonly progress: vscode.Progress<{ readonly increment: number }>;
  readonly token: vscode.CancellationToken;
  readonly preview: boolean;
}

/** `undefined` when the person stopped it before anything was changed. */
async function apply(
  parts: LanguageParts,
  journal: Journal,
  change: TagChange,
  { notes }: Extent,
  { progress, token, preview }: Run,
): Promise<Outcome | undefined> {
  const step = () => {
    progress.report({ increment: 50 / notes.length });
  };
  const unreadable: string[] = [];
  const planned: PlannedNote[] = [];
  for (const path of notes) {
    if (token.isCancellationRequested) return undefined;
    const plan = await planNote(parts, journal, path, change);
    if (!plan) unreadable.push(path);
    else if (plan.edits.length > 0) planned.push(plan);
    step();
  }
  const { from, to } = { from: fromWords(change), to: toWords(change) };
  const at = isoWithOffset(parts.clock);
  const files = planned.map(recordOf);
  await writeLastChange(parts, journal, { format: 'two-hats-tag-change/1', from, to, at, files });
  if (planned.length <= maxFilesAtOnce) {
    const confirm = preview ? { needsConfirmation: true, label: `${from} → ${to}` } : undefined;
    if (!(await applyAtOnce(workspaceEdit(journal, planned, confirm), planned))) return undefined;
    const places = planned.reduce((sum, { edits }) => sum + edits.length, 0);
    return { places, notes: planned.length, left: unreadable, wasStopped: false };
  }
  const known = planned.map(({ note }) => ({ path: note.path, before: fingerprint(note.text) }));
  const outcome = await applyOneByOne(parts, journal, known, change, { step, token });
  return { ...outcome, left: [...unreadable, ...outcome.left] };
}

/** One message of what came of it, and the way back. */
async function tell(
  parts: LanguageParts,
  journal: Journal,
  change: TagChange,
  { places, notes, left, wasStopped }: Outcome,
): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const done = wasStopped
    ? vscode.l10n.t('Stopped. Changed so far: places {0}, notes {1}.', places, notes)
    : vscode.l10n.t(
        '“{0}” is now “{1}”. Places: {2} · Notes: {3}.',
        fromWords(change),
        toWords(change),
        places,
        notes,
      );
  const answer =
    left.length === 0
      ? await vscode.window.showInformationMessage(done, undo)
      : await vscode.window.showWarningMessage(
          vscode.l10n.t(
            '{0} Left as they are, because they can’t be written or were changed meanwhile: {1}.',
            done,
            pathsWords(parts, left),
          ),
          undo,
          vscode.l10n.t('Show Log'),
        );
  if (answer === undo) await undoLastChange(parts, journal);
  else if (answer !== undefined) parts.log.show();
}
