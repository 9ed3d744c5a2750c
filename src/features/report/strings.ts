import * as vscode from 'vscode';
import type { ReportPageStrings } from '../../protocol/report';

/** The words of the page itself. */
export function pageStrings(): ReportPageStrings {
  return {
    title: vscode.l10n.t('Balance Report'),
    loading: vscode.l10n.t('Reading your journal…'),
    period: vscode.l10n.t('Period'),
    person: vscode.l10n.t('About'),
    insert: vscode.l10n.t('Insert'),
    copy: vscode.l10n.t('Copy'),
    copied: vscode.l10n.t('Copied'),
    failed: vscode.l10n.t('That did not work. See the Two Hats log for the reason.'),
    move: vscode.l10n.t('One small move.'),
  };
}
