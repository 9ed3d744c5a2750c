import * as vscode from 'vscode';
import { localDate } from '../../core/util/dates';
import type { Template } from '../../core/templates/model';
import { reflectionDraft, reflectionPath } from '../../core/templates/note';
import type { Services } from '../../services/services';
import { templatesOf } from '../shared/templateItems';
import type { SavingServices } from '../shared/saveInJournal';
import { saveNote } from '../shared/saveNote';

export function registerNewReflection(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.newReflection', async () => {
    const [template] = templatesOf('reflection');
    if (template) await newReflection(services, template);
  });
}

export async function newReflection(
  services: SavingServices & Pick<Services, 'clock' | 'framework'>,
  template: Template,
): Promise<void> {
  const date = localDate(services.clock);
  const draft = reflectionDraft(template, { date, framework: services.framework.current });
  await saveNote(services, { draft, path: () => Promise.resolve(reflectionPath(date)) });
}
