import * as vscode from 'vscode';
import { groupings, type Grouping } from '../../core/journal/tree/groupings';
import type { Groupings } from '../shared/grouping';

export const noteGroupings: Groupings<Grouping> = {
  key: 'notesView.grouping',
  all: groupings,
  texts: () => ({
    title: vscode.l10n.t('Group Notes'),
    placeholder: vscode.l10n.t('What are you looking for them by?'),
  }),
  item: groupingItem,
};

function groupingItem(grouping: Grouping): ReturnType<Groupings<Grouping>['item']> {
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
