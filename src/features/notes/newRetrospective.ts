import * as vscode from 'vscode';
import { newestFirst } from '../../core/journal/entries';
import type { IndexedNote } from '../../core/journal/note';
import { localDate } from '../../core/journal/time';
import type { Template } from '../../core/templates/model';
import { nextRetrospective, retrospectiveDraft, retrospectivePath } from '../../core/templates/note';
import type { Parts } from '../parts';
import { ask, back, pick, separator } from '../quickInput';
import { templateItem, templatesOf, type TemplateItem } from '../templates/templateItems';
import { keepNote } from './keepNote';
import { keepWithOpening, type OpeningParts } from './opening';

export function registerNewRetrospective(parts: Parts & OpeningParts): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.newRetrospective', async () => {
    const picked = await pickRetrospective();
    if (picked) await newRetrospective(parts, picked);
  });
}

export interface PickedRetrospective {
  readonly template: Template;
  /** What it is about, or `''`. */
  readonly title: string;
}

async function pickRetrospective(): Promise<PickedRetrospective | undefined> {
  const flow = { title: vscode.l10n.t('New Retrospective'), totalSteps: 2 };
  const items = templatesOf('retrospective').map(templateItem);
  let active: TemplateItem | undefined;
  for (;;) {
    const format = await pick<TemplateItem>({
      ...{ ...flow, step: 1, active },
      placeholder: vscode.l10n.t('Which format? Search by name or by what it suits'),
      items: [
        separator(vscode.l10n.t('Six that differ most')),
        ...items.filter(({ template }) => template.featured),
        separator(vscode.l10n.t('More formats')),
        ...items.filter(({ template }) => !template.featured),
      ],
    });
    if (format === undefined || format === back) return undefined;
    active = format.item;
    const title = await ask({
      ...{ ...flow, step: 2 },
      prompt: vscode.l10n.t('What do you look back on? Enter alone leaves it out.'),
      placeholder: vscode.l10n.t('Sprint 42'),
    });
    if (title === undefined) return undefined;
    if (title !== back) return { template: active.template, title };
  }
}

export async function newRetrospective(
  parts: OpeningParts & Pick<Parts, 'clock' | 'framework' | 'index' | 'journal' | 'log'>,
  { template, title }: PickedRetrospective,
): Promise<void> {
  const date = localDate(parts.clock);
  const draft = retrospectiveDraft(template, title, { date, framework: parts.framework.current });
  await keepNote(parts, {
    draft,
    path: () => Promise.resolve(retrospectivePath(template, title, date)),
    keep: async (journal, path) => {
      await parts.index.whenReady();
      const earlier = newestFirst([...parts.index.notes.values()].filter(isRetrospective));
      const sources = { earlier, next: nextRetrospective, prompts: [], saysLastMet: false };
      return keepWithOpening(parts, journal, path, draft, sources);
    },
  });
}

function isRetrospective({ path, kind }: IndexedNote): boolean {
  return path.startsWith('retros/') || kind === 'retrospective';
}
