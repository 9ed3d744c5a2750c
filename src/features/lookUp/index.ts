import * as vscode from 'vscode';
import type { FrameworkView } from '../shared/views';
import type { Services } from '../../services/services';
import type { LookUp } from './pick';

/** *Look Up…*: all that the Framework view finds, from the palette. The search is loaded when it is first asked for. */
export function registerLookUp(services: Services, view: FrameworkView): vscode.Disposable {
  let open: LookUp | undefined;
  const command = vscode.commands.registerCommand('twoHats.lookUp', async () => {
    const pick = await import('./pick');
    open?.dispose();
    open = new pick.LookUp(services, view);
  });
  return new vscode.Disposable(() => {
    command.dispose();
    open?.dispose();
  });
}
