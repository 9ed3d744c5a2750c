/** Which span somebody looks back over. */
import * as vscode from 'vscode';
import { monthsBefore } from '../../core/journal/digest/months';
import type { Span } from '../../core/journal/digest/person';
import { spanIn } from '../../core/report/span';
import { back, ask, pick, type InputAnswer } from '../shared/quickInput';

interface SpanItem extends vscode.QuickPickItem {
  /** Whole months before the running one; `undefined` asks for dates. */
  readonly months: number | undefined;
}

interface SpanStep {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** @param today local date `YYYY-MM-DD` */
export async function askSpan(today: string, step: SpanStep): Promise<InputAnswer<{ readonly span: Span }>> {
  const items: readonly SpanItem[] = [
    { label: vscode.l10n.t('Half a year'), months: 6 },
    { label: vscode.l10n.t('Three months'), months: 3 },
    { label: vscode.l10n.t('A year'), months: 12 },
    { label: vscode.l10n.t('From … to …'), detail: vscode.l10n.t('Two dates'), months: undefined },
  ];
  for (;;) {
    const picked = await pick<SpanItem>({
      ...{ ...step, items },
      placeholder: vscode.l10n.t('How far back? The running month is part of it'),
    });
    if (typeof picked !== 'object') return picked;
    const { months } = picked.item;
    if (months !== undefined) return { span: { from: monthsBefore(today, months), to: today } };
    const asked = await askDates(today, step);
    if (asked !== back) return asked;
  }
}

async function askDates(today: string, step: SpanStep): Promise<InputAnswer<{ readonly span: Span }>> {
  const typed = await ask({
    ...{ ...step, canGoBack: true, value: `${monthsBefore(today, 6)} ${today}` },
    prompt: vscode.l10n.t('The first and the last day, as YYYY-MM-DD'),
    placeholder: `${monthsBefore(today, 6)} ${today}`,
    validate: (text) =>
      spanIn(text)
        ? undefined
        : vscode.l10n.t('Type two dates of the calendar, the earlier one first: 2026-01-01 2026-06-30'),
  });
  if (typeof typed !== 'string') return typed;
  const span = spanIn(typed);
  return span && { span };
}
