import * as vscode from 'vscode';
import { matchPerson } from '../../core/journal/names';
import { listPeople, type Person } from '../../core/journal/people';
import { FileError } from '../../core/journal/ports';
import { localDate } from '../../core/journal/time';
import type { Template } from '../../core/templates/model';
import { oneOnOneDraft, oneOnOnePath } from '../../core/templates/note';
import type { Parts } from '../parts';
import { back, pick, type Answer } from '../quickInput';
import { templateItem, templatesOf } from '../templates/templateItems';
import { keepNote } from './keepNote';
import { pickPerson } from './pickPerson';

export function registerNewOneOnOneNote(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.newOneOnOneNote', async () => {
    const picked = await pickOneOnOne(parts);
    if (picked) await newOneOnOneNote(parts, picked);
  });
}

export interface PickedOneOnOne {
  /** The person's true name. */
  readonly name: string;
  readonly template: Template;
}

async function pickOneOnOne(parts: Parts): Promise<PickedOneOnOne | undefined> {
  const flow = { title: vscode.l10n.t('New 1:1 Note'), totalSteps: 2 };
  const people = await knownPeople(parts);
  for (;;) {
    const typed = await pickPerson(parts.privacy, people, { ...flow, step: 1 });
    if (typed === undefined) return undefined;
    const name = matchPerson(people, typed)?.name ?? typed;
    const template = await pickOneOnOneTemplate(parts, { ...flow, step: 2 });
    if (template === undefined) return undefined;
    if (template !== back) return { name, template };
  }
}

/** Recent ones first. A journal that can't be read has its say when the note is written. */
async function knownPeople({ journal, log }: Pick<Parts, 'journal' | 'log'>): Promise<readonly Person[]> {
  if (!journal.current) return [];
  try {
    return await listPeople(journal.current.files);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    log.warn(error.message);
    return [];
  }
}

/** In the order of the data, beginning at the one used last. */
async function pickOneOnOneTemplate(
  { context }: Pick<Parts, 'context'>,
  step: { readonly title: string; readonly step: number; readonly totalSteps: number },
): Promise<Answer<Template>> {
  const items = templatesOf('oneOnOne').map(templateItem);
  const last = context.globalState.get<unknown>(lastTemplateKey);
  const placeholder = vscode.l10n.t('Which kind of talk is it?');
  const active = items.find(({ template }) => template.id === last);
  const picked = await pick({ ...step, placeholder, items, active });
  if (picked === undefined || picked === back) return picked;
  const { template } = picked.item;
  await context.globalState.update(lastTemplateKey, template.id);
  return template;
}

const lastTemplateKey = 'notes.lastOneOnOneTemplate';

export async function newOneOnOneNote(
  parts: Pick<Parts, 'clock' | 'framework' | 'journal' | 'log'>,
  { name, template }: PickedOneOnOne,
): Promise<void> {
  const date = localDate(parts.clock);
  await keepNote(parts, {
    draft: oneOnOneDraft(template, name, { date, framework: parts.framework.current }),
    path: async (files) => oneOnOnePath(await listPeople(files), name, date),
  });
}
