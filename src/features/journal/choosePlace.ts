import * as vscode from 'vscode';
import { hasGitRemote, homeUri, shownPath } from '../../platform/folders';
import { showErrorMessage, showWarningMessage } from '../../platform/messages';
import type { Journal, Services } from '../../services/services';
import { askForFolder } from '../shared/askForFolder';
import { answered, showItems } from '../shared/quickInput';
import { writeText } from '../../platform/workspaceTexts';
import { temporaryName } from '../../platform/workspaceFiles';
import { copyJournal } from './copyJournal';

const folderName = 'two-hats-journal';

/** What of the extension tells the places that there are. */
type Context = Pick<vscode.ExtensionContext, 'globalStorageUri' | 'extension'>;

export interface PlaceServices {
  readonly context: Context;
  readonly log: Services['log'];
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly place: () => Thenable<PlaceChoice> | PlaceChoice;
}

/** `undefined` when the person stepped back from the item, `'none'` when there is nothing more to ask. */
type PlaceChoice = vscode.Uri | 'none' | undefined;

/** Asks where the journal is to be, until the place can be written to. `undefined` when the person cancels. */
export async function choosePlace(
  services: PlaceServices,
  current: Journal | undefined,
): Promise<vscode.Uri | undefined> {
  for (;;) {
    const item = await pickItem(await placeItems(services, current), services.context, current);
    if (!item) return undefined;
    const root = await item.place();
    if (root === undefined) continue;
    if (root === 'none') return undefined;
    if (await isUsable(services, root)) return root;
    if (!(await wantsAnother(root))) return undefined;
  }
}

/** Where the host is remote, nothing is preselected: keeping one's notes there is a choice to make. */
function pickItem(
  items: readonly PlaceItem[],
  context: Context,
  current: Journal | undefined,
): Promise<PlaceItem | undefined> {
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = vscode.l10n.t('Where shall your journal be kept?');
  pick.placeholder = current
    ? vscode.l10n.t('Now in “{0}”. What is there stays there.', shownPath(current.root))
    : vscode.l10n.t('A plain folder of Markdown and YAML files that belongs to you');
  pick.ignoreFocusOut = true;
  showItems(pick, items);
  if (isRemote(context)) pick.activeItems = [];
  return answered(pick, (end: (item: PlaceItem | undefined) => void) => [
    pick,
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item) end(item);
    }),
    pick.onDidHide(() => {
      end(undefined);
    }),
  ]);
}

async function placeItems(
  { context, log }: PlaceServices,
  current: Journal | undefined,
): Promise<readonly PlaceItem[]> {
  const home = homeUri();
  const own = home ? await homeItem(context, vscode.Uri.joinPath(home, folderName)) : browserItem(context);
  const workspace = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(workspaceItem));
  return [own, ...(home ? [folderItem(context)] : []), ...workspace, ...copyItem({ context, log }, current)];
}

async function homeItem(context: Context, place: vscode.Uri): Promise<PlaceItem> {
  const remote = isRemote(context);
  const meaning = remote
    ? vscode.l10n.t('For every window on that computer')
    : vscode.l10n.t('On this computer, for every window');
  return {
    label: shownPath(place),
    iconPath: new vscode.ThemeIcon('home'),
    ...described(remote),
    detail: (await gitWords(place)) ?? meaning,
    place: () => place,
  };
}

function browserItem(context: Context): PlaceItem {
  return {
    label: vscode.l10n.t('In this browser'),
    iconPath: new vscode.ThemeIcon('browser'),
    detail: vscode.l10n.t('Until its data is cleared; can be copied to a folder'),
    place: () => browserPlace(context),
  };
}

function folderItem(context: Context): PlaceItem {
  const remote = isRemote(context);
  return {
    label: vscode.l10n.t('Choose a folder…'),
    iconPath: new vscode.ThemeIcon('folder'),
    ...described(remote),
    detail: vscode.l10n.t('Any folder; an existing journal is taken up'),
    place: async () => {
      const [folder] = (await askForFolder(vscode.l10n.t('Choose a folder for your journal'))) ?? [];
      return folder && (await confirmShared(folder)) ? folder : undefined;
    },
  };
}

async function workspaceItem({ name, uri }: vscode.WorkspaceFolder): Promise<PlaceItem> {
  const place = vscode.Uri.joinPath(uri, folderName);
  return {
    label: vscode.l10n.t('This workspace: {0}', name),
    iconPath: new vscode.ThemeIcon('root-folder'),
    ...described(vscode.env.remoteName !== undefined),
    detail: (await gitWords(place)) ?? vscode.l10n.t('Whoever has the workspace has your notes'),
    place: () => place,
  };
}

/** A journal that lives in the browser only can be taken along. */
function copyItem({ context, log }: PlaceServices, current: Journal | undefined): readonly PlaceItem[] {
  if (current?.root.toString() !== browserPlace(context).toString()) return [];
  return [
    {
      label: vscode.l10n.t('Copy this journal to a folder…'),
      iconPath: new vscode.ThemeIcon('export'),
      detail: vscode.l10n.t('The journal stays in the browser; the copy is yours'),
      place: async () => {
        const [folder] = (await askForFolder(vscode.l10n.t('Choose a folder for your journal'))) ?? [];
        if (!folder) return undefined;
        await copyJournal(log, current.root, vscode.Uri.joinPath(folder, folderName));
        return 'none';
      },
    },
  ];
}

function browserPlace({ globalStorageUri }: Context): vscode.Uri {
  return vscode.Uri.joinPath(globalStorageUri, folderName);
}

/** A chosen folder that others may see is used only after the person heard so. */
async function confirmShared(folder: vscode.Uri): Promise<boolean> {
  if (!(await hasGitRemote(folder))) return true;
  const use = vscode.l10n.t('Use It');
  const message = vscode.l10n.t(
    '“{0}” lies inside a Git repository with a remote: your team may see it. Keep your journal there?',
    shownPath(folder),
  );
  return (await showWarningMessage(message, { modal: true }, use)) === use;
}

/** Makes the folder and tries whether a file can be written in it: what systems say of permissions is not enough. */
async function isUsable({ log }: PlaceServices, root: vscode.Uri): Promise<boolean> {
  const probe = vscode.Uri.joinPath(root, temporaryName());
  try {
    await vscode.workspace.fs.createDirectory(root);
    await writeText(probe, '');
    await vscode.workspace.fs.delete(probe);
    return true;
  } catch (error) {
    log.error(`Nothing can be written to ${root.toString()}`, error);
    return false;
  }
}

/** Modal, because what is to be saved waits for the answer. */
async function wantsAnother(root: vscode.Uri): Promise<boolean> {
  const another = vscode.l10n.t('Choose Another Place');
  const message = vscode.l10n.t('Nothing can be written to “{0}”.', shownPath(root));
  return (await showErrorMessage(message, { modal: true }, another)) === another;
}

/** The one thing to know of a place that others may see; a longer detail would be cut. */
async function gitWords(place: vscode.Uri): Promise<string | undefined> {
  return (await hasGitRemote(place))
    ? vscode.l10n.t('In a Git repository with a remote: your team may see it')
    : undefined;
}

/** Says of a place on another computer where that is. */
function described(remote: boolean): { readonly description?: string } {
  return remote
    ? { description: vscode.l10n.t('on {0}, may vanish with it', vscode.env.remoteName ?? '') }
    : {};
}

/** Whether this extension runs on another machine than the person's. */
function isRemote({ extension }: Context): boolean {
  return vscode.env.remoteName !== undefined && extension.extensionKind === vscode.ExtensionKind.Workspace;
}
