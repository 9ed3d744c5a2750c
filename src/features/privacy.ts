import * as vscode from 'vscode';
import { setContextKey } from './contextKeys';
import type { Parts, Privacy } from './parts';

const key = 'privacy.hidden';

/** *Hide Private Details*, remembered on this machine and for every window that opens later. */
export function createPrivacy({ memory, log }: Pick<Parts, 'memory' | 'log'>): Privacy & { dispose(): void } {
  const changed = new vscode.EventEmitter<void>();
  let hidden = memory.get(key) === true;
  const set = async (hide: boolean) => {
    hidden = hide;
    changed.fire();
    await setContextKey('twoHats:privateHidden', hide);
    await memory.update(key, hide);
  };
  setContextKey('twoHats:privateHidden', hidden).catch((error: unknown) => {
    log.error('The state of Hide Private Details could not be shown.', error);
  });
  const registrations = vscode.Disposable.from(
    changed,
    vscode.commands.registerCommand('twoHats.hidePrivateDetails', () => set(true)),
    vscode.commands.registerCommand('twoHats.showPrivateDetails', () => set(false)),
  );
  return {
    get hidden() {
      return hidden;
    },
    onDidChange: changed.event,
    dispose() {
      registrations.dispose();
    },
  };
}
