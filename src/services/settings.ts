import * as vscode from 'vscode';

/** The settings, asked by question. Every key stands here and in `package.json` only. */
export class Settings {
  /** The journal's folder as the person wrote it, or `''`. */
  get journalFolder(): string {
    return read('twoHats.journal.folder', '');
  }

  async setJournalFolder(folder: string): Promise<void> {
    await write('twoHats.journal.folder', folder);
  }

  /** The custom framework's path as the person wrote it, or `''`. */
  get frameworkPath(): string {
    return read('twoHats.framework', '');
  }

  async setFrameworkPath(path: string): Promise<void> {
    await write('twoHats.framework', path);
  }

  get showLastRatings(): boolean {
    return read('twoHats.cards.lastRatings', false);
  }

  async setShowLastRatings(show: boolean): Promise<void> {
    await write('twoHats.cards.lastRatings', show);
  }

  /** Do open actions move into the next note? */
  get carryOver(): boolean {
    return read('twoHats.carryOver', true);
  }

  async setCarryOver(carryOver: boolean): Promise<void> {
    await write('twoHats.carryOver', carryOver);
  }

  /** Is counted on the Actions view what is overdue and the lead's? */
  get actionsBadge(): boolean {
    return read('twoHats.actions.badge', false);
  }

  /** How often the person means to check; see `overdueDays`. */
  get checksRhythm(): string {
    return read('twoHats.checks.rhythm', 'off');
  }

  /** Calls the listener when the setting changed, for whatever reason. */
  onDidChange(key: SettingKey, listener: () => void): vscode.Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(key)) listener();
    });
  }
}

export type SettingKey =
  | 'twoHats.journal.folder'
  | 'twoHats.framework'
  | 'twoHats.cards.lastRatings'
  | 'twoHats.checks.rhythm'
  | 'twoHats.carryOver'
  | 'twoHats.actions.badge';

function read<T extends string | boolean>(key: SettingKey, fallback: T): T {
  const value: unknown = vscode.workspace.getConfiguration().get(key);
  return isLike(value, fallback) ? value : fallback;
}

/** A hand-edited settings file may hold any type: a wrong one counts as not set. */
function isLike<T>(value: unknown, example: T): value is T {
  return typeof value === typeof example;
}

async function write(key: SettingKey, value: string | boolean): Promise<void> {
  await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
}
