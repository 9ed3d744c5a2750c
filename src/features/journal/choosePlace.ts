import * as vscode from 'vscode';
import { isWritable } from '#files';
import { hasGitRemote, homeUri, shownPath } from '../folders';
import type { Journal } from '../parts';
import { copyJournal } from './copyJournal';

const folderName = 'two-hats-journal';

interface PlaceItem extends vscode.QuickPickItem {
  /** The place; `undefined` when the person went no further. */
  readonly place: () => Thenable<vscode.Uri | undefined> | vscode.Uri;
}

/** Asks where the journal is to be, until the place can be written to. `undefined` when the person cancels. */
export async function choosePlace(
  context: vscode.ExtensionContext,
  current: Journal | undefined,
): Promise<vscode.Uri | undefined> {
  for (;;) {
    const item = await pickItem(await placeItems(context, current), isRemote(context));
    const root = await item?.place();
    if (!root) return undefined;
    if (await isUsable(root)) return root;
    if (!(await wantsAnother(root))) return undefined;
  }
}

/** Where the host is remote, nothing is preselected: keeping one's notes there is a choice to make. */
function pickItem(items: readonly PlaceItem[], remote: boolean): Promise<PlaceItem | undefined> {
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = vscode.l10n.t('Where shall your journal be kept?');
  pick.placeholder = vscode.l10n.t('A plain folder of Markdown and YAML files that belongs to you');
  pick.ignoreFocusOut = true;
  pick.items = items;
  if (remote) pick.activeItems = [];
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function placeItems(
  context: vscode.ExtensionContext,
  current: Journal | undefined,
): Promise<readonly PlaceItem[]> {
  const home = homeUri();
  const own = home ? await homeItem(context, vscode.Uri.joinPath(home, folderName)) : browserItem(context);
  const workspace = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(workspaceItem));
  return [own, ...(home ? [folderItem(context)] : []), ...workspace, ...copyItem(context, current)];
}

async function homeItem(context: vscode.ExtensionContext, place: vscode.Uri): Promise<PlaceItem> {
  const detail = isRemote(context) ? remoteWords() : vscode.l10n.t('On this computer, for every window');
  return {
    label: `$(home) ${shownPath(place)}`,
    detail: [detail, ...(await gitWords(place))].join(' · '),
    place: () => place,
  };
}

function browserItem(context: vscode.ExtensionContext): PlaceItem {
  return {
    label: `$(browser) ${vscode.l10n.t('In this browser')}`,
    detail: vscode.l10n.t(
      'Kept in this browser only, until its data is cleared; can be copied to a folder later',
    ),
    place: () => browserPlace(context),
  };
}

function folderItem(context: vscode.ExtensionContext): PlaceItem {
  return {
    label: `$(folder) ${vscode.l10n.t('Choose a folder…')}`,
    detail: isRemote(context)
      ? remoteWords()
      : vscode.l10n.t('Any folder on this computer; an existing journal is taken up'),
    place: async () => {
      const [folder] = (await askForFolder()) ?? [];
      return folder && (await confirmShared(folder)) ? folder : undefined;
    },
  };
}

async function workspaceItem({ name, uri }: vscode.WorkspaceFolder): Promise<PlaceItem> {
  const place = vscode.Uri.joinPath(uri, folderName);
  const visible = vscode.l10n.t('In this workspace: whoever has the workspace has your notes');
  return {
    label: `$(root-folder) ${vscode.l10n.t('This workspace: {0}', name)}`,
    detail: [visible, ...(await gitWords(place))].join(' · '),
    place: () => place,
  };
}

/** A journal that lives in the browser only can be taken along. */
function copyItem(context: vscode.ExtensionContext, current: Journal | undefined): readonly PlaceItem[] {
  if (current?.root.toString() !== browserPlace(context).toString()) return [];
  return [
    {
      label: `$(export) ${vscode.l10n.t('Copy this journal to a folder…')}`,
      detail: vscode.l10n.t('The journal stays in the browser; the copy is yours to keep'),
      place: async () => {
        const [folder] = (await askForFolder()) ?? [];
        if (folder) await copyJournal(context, current, vscode.Uri.joinPath(folder, folderName));
        return undefined;
      },
    },
  ];
}

function browserPlace({ globalStorageUri }: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(globalStorageUri, folderName);
}

function askForFolder(): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose a folder for your journal'),
    openLabel: vscode.l10n.t('Use This Folder'),
    ...{ canSelectFolders: true, canSelectFiles: false, canSelectMany: false },
  });
}

/** A chosen folder that others may see is used only after the person heard so. */
async function confirmShared(folder: vscode.Uri): Promise<boolean> {
  const [shared] = await gitWords(folder);
  if (shared === undefined) return true;
  const use = vscode.l10n.t('Use It');
  const message = vscode.l10n.t('“{0}” lies {1}. Keep your journal there?', shownPath(folder), shared);
  return (await vscode.window.showWarningMessage(message, { modal: true }, use)) === use;
}

async function isUsable(root: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.createDirectory(root);
    return await isWritable(root);
  } catch {
    // Whatever the reason, nothing can be written there, and the person hears so.
    return false;
  }
}

async function wantsAnother(root: vscode.Uri): Promise<boolean> {
  const another = vscode.l10n.t('Choose Another Place');
  const message = vscode.l10n.t('Nothing can be written to “{0}”.', shownPath(root));
  return (await vscode.window.showErrorMessage(message, another)) === another;
}

async function gitWords(place: vscode.Uri): Promise<readonly string[]> {
  return (await hasGitRemote(place))
    ? [vscode.l10n.t('inside a Git repository with a remote: your team may see it')]
    : [];
}

function remoteWords(): string {
  return vscode.l10n.t('On {0}, may vanish with it', vscode.env.remoteName ?? '');
}

/** Whether this extension runs on another machine than the person's. */
function isRemote({ extension }: vscode.ExtensionContext): boolean {
  return vscode.env.remoteName !== undefined && extension.extensionKind === vscode.ExtensionKind.Workspace;
}
