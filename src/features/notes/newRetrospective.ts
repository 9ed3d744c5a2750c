import * as vscode from 'vscode';
import { newestFirst } from '../../core/journal/blocks/entries';
import { isRetrospective } from '../../core/journal/note';
import { localDate } from '../../core/util/dates';
import type { Framework } from '../../core/framework/model';
import { promptsForNeglected } from '../../core/templates/carryOver';
import type { TemplatePrompt } from '../../core/templates/prompts';
import type { Template } from '../../core/templates/model';
import { nextRetrospective, retrospectiveDraft, retrospectivePath } from '../../core/templates/note';
import type { Services } from '../../services/services';
import { ask, back, pick, separator, type InputAnswer } from '../shared/quickInput';
import { templateItem, templatesOf, type TemplateItem } from '../shared/templateItems';
import type { SavingServices } from '../shared/saveInJournal';
import { saveNote } from '../shared/saveNote';
import { saveWithOpening, formatLastRetrospective, type OpeningServices } from './opening';
import { pickPrompts } from './pickPrompts';

type RetrospectiveServices = OpeningServices &
  SavingServices &
  Pick<Services, 'clock' | 'framework' | 'index'>;

export function registerNewRetrospective(services: RetrospectiveServices): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.newRetrospective', async () => {
    const picked = await pickRetrospective(services);
    if (picked) await newRetrospective(services, picked);
  });
}

export interface PickedRetrospective {
  readonly template: Template;
  /** What it is about, or `''`. */
  readonly title: string;
  readonly prompts: readonly TemplatePrompt[];
}

async function pickRetrospective(services: RetrospectiveServices): Promise<PickedRetrospective | undefined> {
  const neglected = await neglectedIn(services);
  const flow = { title: vscode.l10n.t('New Retrospective'), totalSteps: neglected.length > 0 ? 3 : 2 };
  let active: TemplateItem | undefined;
  for (;;) {
    active = await pickFormat({ ...flow, step: 1 }, active);
    if (!active) return undefined;
    const rest = await askTitleAndPrompts(services.framework.current, neglected, flow);
    if (rest === undefined) return undefined;
    if (rest !== back) return { template: active.template, ...rest };
  }
}

/** The retrospectives of the last weeks tell it. */
async function neglectedIn({
  clock,
  framework,
  index,
}: RetrospectiveServices): Promise<readonly TemplatePrompt[]> {
  await index.whenReady();
  const retrospectives = [...index.notes.values()].filter(isRetrospective);
  return promptsForNeglected(framework.current, 'retrospective', retrospectives, localDate(clock));
}

async function pickFormat(
  step: { readonly title: string; readonly step: number; readonly totalSteps: number },
  before: TemplateItem | undefined,
): Promise<TemplateItem | undefined> {
  const items = templatesOf('retrospective').map(templateItem);
  const active = items.find(({ template }) => template === before?.template);
  const format = await pick<TemplateItem>({
    ...{ ...step, active },
    placeholder: vscode.l10n.t('Which format? Search by name or by what it suits'),
    items: [
      separator(vscode.l10n.t('Six that differ most')),
      ...items.filter(({ template }) => template.featured),
      separator(vscode.l10n.t('More formats')),
      ...items.filter(({ template }) => !template.featured),
    ],
  });
  return format === undefined || format === back ? undefined : format.item;
}

async function askTitleAndPrompts(
  framework: Framework,
  neglected: readonly TemplatePrompt[],
  flow: { readonly title: string; readonly totalSteps: number },
): Promise<InputAnswer<Pick<PickedRetrospective, 'title' | 'prompts'>>> {
  let value = '';
  for (;;) {
    const title = await ask({
      ...{ ...flow, step: 2, value },
      prompt: vscode.l10n.t('What do you look back on? Enter alone leaves it out.'),
      placeholder: vscode.l10n.t('Sprint 42'),
    });
    if (title === undefined || title === back) return title;
    value = title;
    if (neglected.length === 0) return { title, prompts: [] };
    const prompts = await pickPrompts(framework, neglected, { ...flow, step: 3 });
    if (prompts === undefined) return undefined;
    if (prompts !== back) return { title, prompts };
  }
}

export async function newRetrospective(
  services: RetrospectiveServices,
  { template, title, prompts }: PickedRetrospective,
): Promise<void> {
  const date = localDate(services.clock);
  const draft = retrospectiveDraft(template, title, { date, framework: services.framework.current });
  await saveNote(services, {
    draft,
    path: () => Promise.resolve(retrospectivePath(template, title, date)),
    save: async (journal, path) => {
      await services.index.whenReady();
      const all = [...services.index.notes.values()];
      const earlier = newestFirst(all.filter(isRetrospective));
      const last = earlier.find((note) => note.date !== undefined && note.path !== path);
      const outcomes = last && { last, all };
      const sources = {
        earlier,
        next: nextRetrospective,
        prompts,
        outcomes,
        saysLast: formatLastRetrospective,
      };
      return saveWithOpening(services, journal, path, draft, sources);
    },
  });
}
