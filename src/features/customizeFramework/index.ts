import * as vscode from 'vscode';
import builtin from '../../core/framework/builtin.framework.yaml';
import { withErrorMessage } from '../shared/withErrorMessage';
import { showInformationMessage, showWarningMessage } from '../../platform/messages';
import { exists } from '../../platform/workspaceTexts';
import { fileName } from '../../core/journal/paths';
import { explanations } from './explanations';
import { settingPath, frameworkLocation } from '../../services/framework/place';
import { openFiles } from '#files';
import type { FrameworkServices } from '../../services/framework/source';

interface CustomizeServices extends FrameworkServices {
  readonly context: Pick<vscode.ExtensionContext, 'globalStorageUri'>;
}

export function registerCustomizeFramework(services: CustomizeServices): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.customizeFramework', () => customizeFramework(services));
}

/** Opens the person's framework file, or makes one: a copy of the built-in framework that explains itself. */
export async function customizeFramework(services: CustomizeServices): Promise<void> {
  const set = fileInSettings(services);
  if (set && (await exists(set))) {
    await saying(services, set, () => vscode.window.showTextDocument(set));
    return;
  }
  const suggested = set ?? defaultFile(services.home);
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save a Copy of the Framework to Change'),
    ...(suggested && { defaultUri: suggested }),
    filters: { YAML: ['yaml', 'yml'] },
  });
  if (file) await saying(services, file, () => use(services, file));
}

function fileInSettings({ settings, home }: CustomizeServices): vscode.Uri | undefined {
  const path = settings.frameworkPath.trim();
  const place = path === '' ? undefined : frameworkLocation(path, home);
  return place instanceof vscode.Uri ? place : undefined;
}

async function use(services: CustomizeServices, file: vscode.Uri): Promise<void> {
  const { settings, log } = services;
  if (!(await write(services, file))) return;
  await vscode.window.showTextDocument(file);
  await settings.setFrameworkPath(settingPath(file));
  tellInUse(file, () => settings.setFrameworkPath('')).catch((error: unknown) => {
    log.error(asError(error));
  });
}

/** Does something with a file, and says which one it was where that fails. */
async function saying(
  { log }: CustomizeServices,
  file: vscode.Uri,
  action: () => Thenable<unknown>,
): Promise<void> {
  const failure = vscode.l10n.t(
    '“{0}” could not be opened or written; the framework in use stays as it is. Make it writable, make room on its disk, or choose another place.',
    settingPath(file),
  );
  await withErrorMessage(log, failure, action);
}

function defaultFile(home: vscode.Uri | undefined): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? home;
  return folder && vscode.Uri.joinPath(folder, 'two-hats.framework.yaml');
}

/** Writes the copy, or leaves a file as it is that the person wants to use so. `false` when they cancel. */
async function write({ context, log }: CustomizeServices, file: vscode.Uri): Promise<boolean> {
  if (await exists(file)) {
    const choice = await askAbout(file);
    if (choice !== 'replace') return choice === 'use';
  }
  const { explainedCopy } = await import('../../core/framework/customize');
  const folder = vscode.Uri.joinPath(file, '..');
  // Beside and renamed: a full disk leaves what stood there.
  await openFiles(folder, context.globalStorageUri, log).replace(
    fileName(file.path),
    explainedCopy(builtin, explanations()),
  );
  return true;
}

async function askAbout(file: vscode.Uri): Promise<'use' | 'replace' | undefined> {
  const use = vscode.l10n.t('Use It as It Is');
  const replace = vscode.l10n.t('Replace It');
  const chosen = await showWarningMessage(
    vscode.l10n.t('“{0}” exists already.', settingPath(file)),
    {
      modal: true,
      detail: vscode.l10n.t('Replacing it by a copy of the built-in framework loses what it holds.'),
    },
    use,
    replace,
  );
  if (chosen === use) return 'use';
  return chosen === replace ? 'replace' : undefined;
}

function asError(error: unknown): Error | string {
  return error instanceof Error ? error : String(error);
}

async function tellInUse(file: vscode.Uri, goBack: () => Promise<void>): Promise<void> {
  const back = vscode.l10n.t('Use the Built-In One');
  const chosen = await showInformationMessage(
    vscode.l10n.t(
      'Two Hats now uses “{0}”. To go back to the built-in framework, empty the setting twoHats.framework.',
      settingPath(file),
    ),
    back,
  );
  if (chosen === back) await goBack();
}
