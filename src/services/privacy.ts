import * as vscode from 'vscode';
import { setContextKey } from './contextKeys';
import type { Services, Privacy } from './services';

const key = 'privacy.hidden';

/** So often, in ms, is looked for what another window was told. */
const othersMs = 2000;

/** *Hide Private Details*, on this machine: in this window at once, in others shortly after. */
export function createPrivacy({
  memory,
  log,
}: Pick<Services, 'memory' | 'log'>): Privacy & { dispose(): void } {
  const changed = new vscode.EventEmitter<void>();
  let hidden = memory.get(key) === true;
  const showState = () =>
    setContextKey('twoHats:privateHidden', hidden).catch((error: unknown) => {
      log.error('The state of Hide Private Details could not be shown.', error);
    });
  const show = async (hide: boolean) => {
    hidden = hide;
    changed.fire();
    await showState();
  };
  const set = async (hide: boolean) => {
    await Promise.all([show(hide), memory.update(key, hide)]);
  };
  void showState();
  // VS Code does not tell what another window remembers, but knows it.
  const others = setInterval(() => {
    const hide = memory.get(key) === true;
    if (hide !== hidden) void show(hide);
  }, othersMs);
  const registrations = vscode.Disposable.from(
    changed,
    {
      dispose: () => {
        clearInterval(others);
      },
    },
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
