import * as vscode from 'vscode';
import type { CardButton } from '../../protocol/frameworkView';
import type { Services } from '../../services/services';
import type { NotesView } from '../shared/views';

export interface ButtonOfCard extends CardButton {
  /** What the person is told when it did not work. */
  readonly failed: string;
  /** Is there something for it to do? */
  isShown(): boolean;
  run(dimension: string): Thenable<unknown>;
}

/** The buttons of an open card, in their order. A page can never name a command: each stands here. */
export function buttonsOfCards(
  { journal }: Pick<Services, 'journal'>,
  notes: Pick<NotesView, 'showDimension'>,
): readonly ButtonOfCard[] {
  return [
    {
      id: 'checkDimension',
      label: vscode.l10n.t('Check This Dimension'),
      failed: vscode.l10n.t('The self-check could not be started.'),
      isShown: () => true,
      run: (dimension) => vscode.commands.executeCommand('twoHats.checkDimension', dimension),
    },
    {
      id: 'showNotes',
      label: vscode.l10n.t('Show Notes'),
      failed: vscode.l10n.t('The notes could not be shown.'),
      isShown: () => journal.current !== undefined,
      run: (dimension) => notes.showDimension(dimension),
    },
    {
      id: 'showReport',
      label: vscode.l10n.t('Show Balance Report'),
      failed: vscode.l10n.t('The balance report could not be shown.'),
      isShown: () => journal.current !== undefined,
      run: () => vscode.commands.executeCommand('twoHats.showBalanceReport'),
    },
  ];
}
