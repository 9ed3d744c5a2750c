import * as vscode from 'vscode';
import { localDate } from '../../core/util/dates';
import type { Template } from '../../core/templates/model';
import { reflectionDraft, reflectionPath } from '../../core/templates/note';
import type { Services } from '../../services/services';
import { templatesOf } from '../shared/templateItems';
import { saveNote, type SavingServices } from './saveNote';

export function registerNewReflection(parts: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.newReflection', async () => {
    const [template] = templatesOf('reflection');
    if (template) await newReflection(parts, template);
  });
}

export async function newReflection(
  parts: SavingServices & Pick<Services, 'clock' | 'framework'>,
  template: Template,
): Promise<void> {
  const date = localDate(parts.clock);
  const draft = reflectionDraft(template, { date, framework: parts.framework.current });
  await saveNote(parts, { draft, path: () => Promise.resolve(reflectionPath(date)) });
}
