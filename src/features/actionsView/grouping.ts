import * as vscode from 'vscode';
import { actionGroupings as all, type ActionGrouping, type DueTime } from '../../core/journal/tasks/actions';
import type { Groupings } from '../shared/grouping';

export const actionGroupings: Groupings<ActionGrouping> = {
  key: 'actionsView.grouping',
  all,
  texts: () => ({
    title: vscode.l10n.t('Group Actions'),
    placeholder: vscode.l10n.t('What do you want to see together?'),
  }),
  item: groupingItem,
};

function groupingItem(grouping: ActionGrouping): ReturnType<Groupings<ActionGrouping>['item']> {
  switch (grouping) {
    case 'owner':
      return {
        label: vscode.l10n.t('By Owner'),
        detail: vscode.l10n.t('Yours first; without an owner, by whom the note is about'),
        iconPath: new vscode.ThemeIcon('person'),
      };
    case 'due':
      return {
        label: vscode.l10n.t('By Due Date'),
        detail: vscode.l10n.t('Overdue, today, within a week, later, and what has no date'),
        iconPath: new vscode.ThemeIcon('calendar'),
      };
    case 'mine':
      return {
        label: vscode.l10n.t('What I Owe'),
        detail: vscode.l10n.t('Only what is yours (@me), by whom it concerns'),
        iconPath: new vscode.ThemeIcon('account'),
      };
  }
}

/** What stands beside the view's name. */
export function formatActionGrouping(grouping: ActionGrouping): string {
  switch (grouping) {
    case 'owner':
      return vscode.l10n.t('by owner');
    case 'due':
      return vscode.l10n.t('by due date');
    case 'mine':
      return vscode.l10n.t('what I owe');
  }
}

export function formatDueTime(due: DueTime): string {
  switch (due) {
    case 'overdue':
      return vscode.l10n.t('Overdue');
    case 'today':
      return vscode.l10n.t('Due today');
    case 'week':
      return vscode.l10n.t('Within a week');
    case 'later':
      return vscode.l10n.t('Later');
    case 'none':
      return vscode.l10n.t('Without a due date');
  }
}
