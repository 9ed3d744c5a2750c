import * as vscode from 'vscode';
import { ownerOf } from '../../core/journal/tasks/actions';
import { newestFirst } from '../../core/journal/blocks/entries';
import type { People } from '../../core/journal/people/knownPeople';
import type { IndexedNote } from '../../core/journal/note';
import { localDate } from '../../core/util/dates';
import { promptsForNeglected } from '../../core/templates/carryOver';
import type { Template } from '../../core/templates/model';
import { oneOnOneDraft, oneOnOnePath } from '../../core/templates/note';
import type { TemplatePrompt } from '../../core/templates/prompts';
import type { Services } from '../../services/services';
import { back, pick, type InputAnswer } from '../shared/quickInput';
import { pickPerson } from '../shared/pickPerson';
import { templateItem, templatesOf } from '../shared/templateItems';
import type { SavingServices } from '../shared/saveInJournal';
import { saveNote } from '../shared/saveNote';
import { saveWithOpening, formatLastMet, type OpeningServices } from './opening';
import { pickPrompts } from './pickPrompts';

export type OneOnOneServices = OpeningServices &
  Pick<Services, 'clock' | 'framework' | 'index' | 'journal' | 'log' | 'memory' | 'people' | 'privacy'>;

export function registerNewOneOnOneNote(services: OneOnOneServices): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.newOneOnOneNote', async () => {
    const picked = await pickOneOnOne(services);
    if (picked) await newOneOnOneNote(services, picked);
  });
}

export interface PickedOneOnOne {
  /** The person's true name. */
  readonly name: string;
  readonly template: Template;
  readonly prompts: readonly TemplatePrompt[];
}

async function pickOneOnOne(services: OneOnOneServices): Promise<PickedOneOnOne | undefined> {
  const title = vscode.l10n.t('New 1:1 Note');
  const people = await services.people.whenReady();
  for (;;) {
    const placeholder = vscode.l10n.t('With whom? Choose a name or type a new one');
    const typed = await pickPerson(services.privacy, people, { title, placeholder, step: 1, totalSteps: 2 });
    if (typed === undefined || typed === back) return undefined;
    const name = people.find(typed)?.name ?? typed;
    const chosen = await pickForOneOnOne(services, name, title);
    if (chosen === undefined) return undefined;
    if (chosen !== back) return { name, ...chosen };
  }
}

type Chosen = Pick<PickedOneOnOne, 'template' | 'prompts'>;

/** What is asked once it is clear with whom; a note that is there already has its agenda. */
async function pickForOneOnOne(
  services: Omit<OneOnOneServices, 'moves'>,
  name: string,
  title: string,
): Promise<InputAnswer<Chosen>> {
  const people = await services.people.whenReady();
  const neglected = neglectedBy(services, notesOf(services, people, name));
  const template = (await hasNoteOfToday(services, people, name)) ? lastTemplate(services) : undefined;
  const totalSteps = 1 + (template ? 0 : 1) + (neglected.length > 0 ? 1 : 0);
  return pickTemplateAndPrompts(services, neglected, { title, totalSteps }, template);
}

async function hasNoteOfToday(
  { clock, journal, log }: Pick<Services, 'clock' | 'journal' | 'log'>,
  people: People,
  name: string,
): Promise<boolean> {
  try {
    const path = oneOnOnePath(people.all, name, localDate(clock));
    return (await journal.current?.files.read(path)) !== undefined;
  } catch (error) {
    log.warn('Whether there is a note of today could not be seen.', error);
    return false;
  }
}

/** @param known is not asked for */
async function pickTemplateAndPrompts(
  services: Pick<Services, 'framework' | 'memory'>,
  neglected: readonly TemplatePrompt[],
  flow: { readonly title: string; readonly totalSteps: number },
  known: Template | undefined,
): Promise<InputAnswer<Chosen>> {
  for (;;) {
    const step = Math.min(2, flow.totalSteps);
    const template = known ?? (await pickOneOnOneTemplate(services, { ...flow, step }));
    if (template === undefined || template === back) return template;
    if (neglected.length === 0) return { template, prompts: [] };
    const prompts = await pickPrompts(services.framework.current, neglected, {
      ...flow,
      step: flow.totalSteps,
    });
    if (prompts === undefined) return undefined;
    if (prompts !== back) return { template, prompts };
    if (known) return back;
  }
}

/** With somebody and questions that are chosen already; only which kind of talk it is is asked, where that is open. */
export async function newNoteFor(
  services: OneOnOneServices,
  name: string,
  prompts: readonly TemplatePrompt[],
): Promise<void> {
  const people = await services.people.whenReady();
  const known = (await hasNoteOfToday(services, people, name)) ? lastTemplate(services) : undefined;
  const flow = { title: vscode.l10n.t('New 1:1 Note'), totalSteps: 1 };
  const chosen = await pickTemplateAndPrompts(services, [], flow, known);
  if (chosen !== undefined && chosen !== back)
    await newOneOnOneNote(services, { name, template: chosen.template, prompts });
}

/** Nothing is neglected where there is nothing to compare with. */
function neglectedBy(
  { clock, framework }: Pick<Services, 'clock' | 'framework'>,
  notes: readonly IndexedNote[],
): readonly TemplatePrompt[] {
  return notes.length === 0
    ? []
    : promptsForNeglected(framework.current, 'oneOnOne', notes, localDate(clock));
}

/** All notes about somebody, the newest first. */
function notesOf({ index }: Pick<Services, 'index'>, people: People, name: string): readonly IndexedNote[] {
  const person = people.find(name);
  if (!person) return [];
  return newestFirst([...index.notes.values()].filter((note) => people.of(note) === person));
}

/** In the order of the data, beginning at the one used last. */
async function pickOneOnOneTemplate(
  { memory }: Pick<Services, 'memory'>,
  step: { readonly title: string; readonly step: number; readonly totalSteps: number },
): Promise<InputAnswer<Template>> {
  const items = templatesOf('oneOnOne').map(templateItem);
  const placeholder = vscode.l10n.t('Which kind of talk is it?');
  const last = lastTemplate({ memory });
  const active = items.find(({ template }) => template === last);
  const picked = await pick({ ...step, placeholder, items, active });
  if (picked === undefined || picked === back) return picked;
  const { template } = picked.item;
  await memory.update(lastTemplateKey, template.id);
  return template;
}

const lastTemplateKey = 'notes.lastOneOnOneTemplate';

/** The one used last, or the first of all. */
function lastTemplate({ memory }: Pick<Services, 'memory'>): Template | undefined {
  const all = templatesOf('oneOnOne');
  return all.find(({ id }) => id === memory.get(lastTemplateKey)) ?? all[0];
}

export async function newOneOnOneNote(
  services: OpeningServices & SavingServices & Pick<Services, 'clock' | 'framework' | 'index' | 'people'>,
  { name, template, prompts }: PickedOneOnOne,
): Promise<void> {
  const date = localDate(services.clock);
  const draft = oneOnOneDraft(template, name, { date, framework: services.framework.current });
  await saveNote(services, {
    draft,
    path: async () => oneOnOnePath((await services.people.whenReady()).all, name, date),
    save: async (journal, path) => {
      const people = await services.people.whenReady();
      const earlier = notesOf(services, people, name);
      const own = new Set([path, ...earlier.map((note) => note.path)]);
      return saveWithOpening(services, journal, path, draft, {
        earlier,
        elsewhere: newestFirst([...services.index.notes.values()].filter((note) => !own.has(note.path))),
        owns: ({ owner }) => ownerOf(owner, people)?.name === name,
        next: path.replace(/[^/]+$/, 'next.md'),
        prompts,
        saysLast: formatLastMet,
      });
    },
  });
}
