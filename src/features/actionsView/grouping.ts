import * as vscode from 'vscode';
import { actionGroupings, type ActionGrouping, type DueTime } from '../../core/journal/tasks/actions';
import type { Services } from '../../services/services';
import { pick } from '../shared/quickInput';

const key = 'actionsView.grouping';

/** How the actions were grouped last, in whatever window; by owner at first. */
export function loadActionGrouping({ memory }: Pick<Services, 'memory'>): ActionGrouping {
  const stored = memory.get(key);
  return actionGroupings.find((grouping) => grouping === stored) ?? actionGroupings[0];
}

/** Asks how to group them, and remembers it. @returns whether that is another way than before */
export async function chooseActionGrouping(services: Pick<Services, 'memory'>): Promise<boolean> {
  const current = loadActionGrouping(services);
  const items = actionGroupings.map((grouping) => ({ grouping, ...groupingItem(grouping) }));
  const picked = await pick({
    title: vscode.l10n.t('Group Actions'),
    placeholder: vscode.l10n.t('What do you want to see together?'),
    items,
    active: items.find(({ grouping }) => grouping === current),
  });
  if (typeof picked !== 'object' || picked.item.grouping === current) return false;
  await services.memory.update(key, picked.item.grouping);
  return true;
}

function groupingItem(grouping: ActionGrouping): {
  label: string;
  detail: string;
  iconPath: vscode.ThemeIcon;
} {
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
