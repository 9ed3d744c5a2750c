import * as vscode from 'vscode';
import builtin from '../../core/templates/builtin.templates.yaml';
import type { Template, TemplateKind } from '../../core/templates/model';
import { minutesText } from '../../core/templates/snippets';

export interface TemplateItem extends vscode.QuickPickItem {
  readonly template: Template;
}

/** The built-in templates of a kind, in the order of the data. */
export function templatesOf(kind: TemplateKind): readonly Template[] {
  return builtin.templates.filter((template) => template.kind === kind);
}

export function templateItem(template: Template): TemplateItem {
  const { title, minutes, suits } = template;
  return { template, label: title, detail: suits, ...(minutes ? { description: minutesText(minutes) } : {}) };
}
