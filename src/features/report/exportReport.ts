/** *Export Report…*: the report as files, in a place that the person picks. */
import * as vscode from 'vscode';
import { exportedFiles, exportFormats, type ExportFormat } from '../../core/report/export/files';
import { redactedReport, withoutRatings } from '../../core/report/export/redacted';
import { periods } from '../../core/report/report';
import { fileName } from '../../core/journal/paths';
import { localDate } from '../../core/util/dates';
import { homeUri } from '../../platform/folders';
import { showInformationMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { askInTurn, type AskOne } from '../shared/askInTurn';
import { pick } from '../shared/quickInput';
import { saveOutside } from '../shared/saveOutside';
import { composeReport, periodWords } from './compose';
import { currentFacts, currentTelling, readJournal } from './current';
import { FileNumbers } from './fileNumbers';
import type { Telling } from './telling';

interface Chosen {
  readonly format: ExportFormat;
  /** Of `periods`, as text. */
  readonly period: string;
  readonly hidesNames: boolean;
}

export async function exportReport(services: Services): Promise<void> {
  if (!services.journal.current) {
    void showInformationMessage(
      vscode.l10n.t('There is nothing to export yet: your first check or note begins your journal.'),
    );
    return;
  }
  const { hidden } = services.privacy;
  const first: Chosen = { format: 'md', period: '12', hidesNames: true };
  const chosen = await askInTurn(first, [
    askFormat(hidden),
    askPeriod,
    // What is hidden on the screen leaves it hidden.
    ...(hidden ? [] : [askNames]),
  ]);
  if (!chosen) return;
  await readJournal(services);
  const name = `two-hats-report-${localDate(services.clock)}.${chosen.format}`;
  await saveOutside(services, {
    title: vscode.l10n.t('Export Report'),
    suggested: suggested(name),
    filters: { [formatWords(chosen.format)]: [chosen.format] },
    filesFor: (place) => exported(services, chosen, fileName(place.path)),
  });
}

/** A journal is no place for it, and a workspace may be shared. */
function suggested(name: string): vscode.Uri | undefined {
  const folder = homeUri() ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, name);
}

function exported(services: Services, { format, period, hidesNames }: Chosen, name: string) {
  const facts = currentFacts(services, { period, person: '' });
  const files = new FileNumbers();
  const telling = currentTelling(services, hidesNames, (path) => files.numberOf(path));
  const { title, summary, sections } = composeReport(facts, telling);
  const head = [...summary, ...headOf(facts.report.to, hidesNames, telling)];
  const report = redactedReport(facts.report, telling.context);
  return exportedFiles(
    format,
    name,
    { language: telling.context.language, title, head, sections },
    telling.context.isHidden ? withoutRatings(report) : report,
  );
}

/** What it is and what it is not. */
function headOf(date: string, hidesNames: boolean, telling: Telling): readonly string[] {
  const { l10n, context } = telling;
  return [
    l10n.t(
      'Exported by Two Hats, {0}. It is no grade and no measure of anybody, and nothing in it is a judgement of the people that it names.',
      telling.date(date),
    ),
    hidesNames
      ? l10n.t(
          'Names of people are initials. Names that your journal does not know as people stand as you wrote them.',
        )
      : l10n.t('Names of people are written out.'),
    l10n.t('Nothing that you wrote in private is in it; counts of notes include private ones.'),
    ...(context.isHidden ? [l10n.t('Private details were hidden: there are no ratings in it.')] : []),
  ];
}

function askFormat(hidden: boolean): AskOne<Chosen> {
  return async ({ format }, turn) => {
    const items = exportFormats.map((each) => ({
      ...{ format: each, label: formatWords(each), detail: formatDetail(each) },
    }));
    const picked = await pick({
      ...{ ...turn, title: vscode.l10n.t('Export Report'), items },
      active: items.find((item) => item.format === format),
      placeholder: hidden
        ? vscode.l10n.t('As what? Private details are hidden: it has initials, and no ratings')
        : vscode.l10n.t('As what?'),
    });
    return typeof picked === 'object' ? { format: picked.item.format } : picked;
  };
}

function formatWords(format: ExportFormat): string {
  switch (format) {
    case 'md':
      return vscode.l10n.t('Markdown');
    case 'html':
      return vscode.l10n.t('Web page');
    case 'csv':
      return vscode.l10n.t('Table (CSV)');
    case 'json':
      return vscode.l10n.t('JSON');
  }
}

function formatDetail(format: ExportFormat): string {
  switch (format) {
    case 'md':
      return vscode.l10n.t('A text, with its pictures as SVG files beside it');
    case 'html':
      return vscode.l10n.t('One file with its pictures, to read and to print, without a network');
    case 'csv':
      return vscode.l10n.t('The figures, one a row, for spreadsheets');
    case 'json':
      return vscode.l10n.t('The figures, for programs');
  }
}

const askPeriod: AskOne<Chosen> = async ({ period }, turn) => {
  const items = periods.map((each) => ({ period: String(each), label: periodWords(each, vscode) }));
  const picked = await pick({
    ...{ ...turn, title: vscode.l10n.t('Export Report'), items },
    active: items.find((item) => item.period === period),
    placeholder: vscode.l10n.t('How far back?'),
  });
  return typeof picked === 'object' ? { period: picked.item.period } : picked;
};

const askNames: AskOne<Chosen> = async ({ hidesNames }, turn) => {
  const items = [
    {
      ...{ hidesNames: true, label: vscode.l10n.t('Initials') },
      detail: vscode.l10n.t('Names that your journal knows become initials, in titles and paths, too'),
    },
    {
      ...{ hidesNames: false, label: vscode.l10n.t('Names') },
      detail: vscode.l10n.t('Names are written out: choose it for a place that only you can read'),
    },
  ];
  const picked = await pick({
    ...{ ...turn, title: vscode.l10n.t('Export Report'), items },
    active: items.find((item) => item.hidesNames === hidesNames),
    placeholder: vscode.l10n.t('How shall people be named?'),
  });
  return typeof picked === 'object' ? { hidesNames: picked.item.hidesNames } : picked;
};
