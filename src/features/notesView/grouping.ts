import * as vscode from 'vscode';
import { groupings, type Grouping } from '../../core/journal/tree/groupings';
import type { Services } from '../../services/services';
import { pick } from '../shared/quickInput';

const key = 'notesView.grouping';

/** How the notes were grouped last, in whatever window; by dimension at first. */
export function loadGrouping({ memory }: Pick<Services, 'memory'>): Grouping {
  const stored = memory.get(key);
  return groupings.find((grouping) => grouping === stored) ?? groupings[0];
}

export async function saveGrouping({ memory }: Pick<Services, 'memory'>, grouping: Grouping): Promise<void> {
  await memory.update(key, grouping);
}

/** Asks how to group them. `undefined` when the person cancels. */
export async function pickGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((grouping) => ({ grouping, ...groupingItem(grouping) }));
  const picked = await pick({
    title: vscode.l10n.t('Group Notes'),
    placeholder: vscode.l10n.t('What are you looking for them by?'),
    items,
    active: items.find(({ grouping }) => grouping === current),
  });
  return typeof picked === 'object' ? picked.item.grouping : undefined;
}

function groupingItem(grouping: Grouping): { label: string; detail: string; iconPath: vscode.ThemeIcon } {
  switch (grouping) {
    case 'dimension':
      return {
        label: vscode.l10n.t('By Dimension'),
        detail: vscode.l10n.t('Then by hat; also what you seldom write about'),
        iconPath: new vscode.ThemeIcon('tag'),
      };
    case 'person':
      return {
        label: vscode.l10n.t('By Person'),
        detail: vscode.l10n.t('Those you met last come first'),
        iconPath: new vscode.ThemeIcon('person'),
      };
    case 'date':
      return {
        label: vscode.l10n.t('By Date'),
        detail: vscode.l10n.t('The newest first'),
        iconPath: new vscode.ThemeIcon('calendar'),
      };
  }
}

/** What stands beside the view's name. */
export function formatGrouping(grouping: Grouping): string {
  switch (grouping) {
    case 'dimension':
      return vscode.l10n.t('by dimension');
    case 'person':
      return vscode.l10n.t('by person');
    case 'date':
      return vscode.l10n.t('by date');
  }
}
