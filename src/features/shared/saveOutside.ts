/** Files of the product's making in a place that the person picks: nothing there is overwritten unasked. */
import * as vscode from 'vscode';
import { openFiles } from '#files';
import type { Files } from '../../core/journal/files';
import { fileName } from '../../core/journal/paths';
import { shownPath } from '../../platform/folders';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../../platform/messages';
import { exists } from '../../platform/workspaceTexts';
import type { Services } from '../../services/services';

export interface OutsideFile {
  readonly name: string;
  readonly text: string;
}

export interface SavedOutside {
  readonly title: string;
  readonly suggested: vscode.Uri | undefined;
  readonly filters: Record<string, string[]>;
  /** The chosen file last, and before it those that belong beside it. */
  readonly filesFor: (place: vscode.Uri) => readonly OutsideFile[];
}

type SavingServices = Pick<Services, 'context' | 'log'>;

/** Asks for the place, writes there, and says so; where that fails, another place can be chosen. */
export async function saveOutside(services: SavingServices, saved: SavedOutside): Promise<void> {
  let suggested = saved.suggested;
  for (;;) {
    const place = await vscode.window.showSaveDialog({
      ...{ title: saved.title, filters: saved.filters },
      ...(suggested && { defaultUri: suggested }),
    });
    if (!place) return;
    const result = await tryToSave(services, place, saved.filesFor(place));
    if (result === 'saved') void tellSaved(place);
    if (result !== 'another') return;
    suggested = place;
  }
}

async function tryToSave(
  services: SavingServices,
  place: vscode.Uri,
  files: readonly OutsideFile[],
): Promise<'saved' | 'left' | 'another'> {
  try {
    return (await saveAll(services, place, files)) ? 'saved' : 'left';
  } catch (error) {
    services.log.error(error instanceof Error ? error : String(error));
    const another = vscode.l10n.t('Choose Another Place');
    const showLog = vscode.l10n.t('Show Log');
    const message = vscode.l10n.t(
      '“{0}” could not be written. Make it writable, make room on its disk, or choose another place.',
      shownPath(place),
    );
    const answer = await showErrorMessage(message, another, showLog);
    if (answer === showLog) services.log.show();
    return answer === another ? 'another' : 'left';
  }
}

/** `false` when the person wants nothing replaced. */
async function saveAll(
  { context, log }: SavingServices,
  place: vscode.Uri,
  files: readonly OutsideFile[],
): Promise<boolean> {
  const folder = vscode.Uri.joinPath(place, '..');
  const disk = openFiles(folder, context.globalStorageUri, log);
  const replaced = new Set<string>();
  for (;;) {
    const there = await namesThere(folder, files);
    const asked = there.filter((name) => !replaced.has(name));
    if (asked.length > 0 && !(await confirmReplacing(asked))) return false;
    for (const name of asked) replaced.add(name);
    // What came into being meanwhile is asked about, too.
    if (await writeAll(disk, files, replaced)) return true;
  }
}

async function namesThere(folder: vscode.Uri, files: readonly OutsideFile[]): Promise<readonly string[]> {
  const there: string[] = [];
  for (const { name } of files) if (await exists(vscode.Uri.joinPath(folder, name))) there.push(name);
  return there;
}

async function confirmReplacing(names: readonly string[]): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const message = vscode.l10n.t('Replace what is there already? Files: {0}', names.length);
  return (await showWarningMessage(message, { modal: true, detail: names.join('\n') }, replace)) === replace;
}

/** `false` where a file is in the way that may not be replaced. What was written may be. */
async function writeAll(disk: Files, files: readonly OutsideFile[], replaced: Set<string>): Promise<boolean> {
  for (const { name, text } of files) {
    if (replaced.has(name)) await disk.replace(name, text);
    else if (!(await disk.create(name, text))) return false;
    replaced.add(name);
  }
  return true;
}

async function tellSaved(place: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('Saved as “{0}”.', shownPath(place));
  if ((await showInformationMessage(message, open)) !== open) return;
  // A page is for a browser, where there is one that reads this disk.
  const isPage = fileName(place.path).endsWith('.html') && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (isPage) await vscode.env.openExternal(place);
  else await vscode.commands.executeCommand('vscode.open', place);
}
