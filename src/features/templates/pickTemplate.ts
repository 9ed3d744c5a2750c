import * as vscode from 'vscode';
import { templateKinds, type Template } from '../../core/templates/model';
import { reflectionOfTheDay } from '../../core/templates/note';
import { frameworkTags, hasTag } from '../../core/templates/tags';
import { localDate } from '../../core/util/dates';
import type { Services } from '../../services/services';
import { back, pick, separator, type InputAnswer } from '../shared/quickInput';
import { formatTemplateKind } from '../shared/format';
import { templateItem, templatesOf, type TemplateItem } from '../shared/templateItems';

/** A template and the tags that it shall keep, without `#`. */
export interface PickedTemplate {
  readonly template: Template;
  readonly tags: ReadonlySet<string>;
}

type Needs = Pick<Services, 'clock' | 'framework' | 'memory'>;

/** Asks for a template, then whether with tags. `undefined` when the person cancels. */
export async function pickTemplate(services: Needs, title: string): Promise<PickedTemplate | undefined> {
  const items = templateKinds.flatMap((kind) => [
    separator(formatTemplateKind(kind)),
    ...templatesOf(kind).map(templateItem),
  ]);
  let active: TemplateItem | undefined;
  for (;;) {
    const placeholder = vscode.l10n.t('Search by name or by what it suits');
    const picked = await pick<TemplateItem>({ title, step: 1, totalSteps: 2, placeholder, items, active });
    if (picked === undefined || picked === back) return undefined;
    active = picked.item;
    const template = ofToday(services, active.template);
    const tags = await pickTags(services, title, template);
    if (tags === undefined) return undefined;
    if (tags !== back) return { template, tags };
  }
}

function ofToday({ clock, framework }: Needs, template: Template): Template {
  return reflectionOfTheDay(template, framework.current, localDate(clock));
}

/** With or without tags: the last answer first. Not asked where the framework knows none of the template's tags. */
async function pickTags(
  { framework, memory }: Needs,
  title: string,
  template: Template,
): Promise<InputAnswer<ReadonlySet<string>>> {
  const tags = frameworkTags(framework.current);
  if (!hasTag(template.body, tags)) return new Set();
  const withTags = {
    label: vscode.l10n.t('With tags'),
    detail: vscode.l10n.t('For your own notes: tags say which hat a part is about'),
  };
  const withoutTags = {
    label: vscode.l10n.t('Without tags'),
    detail: vscode.l10n.t('For a page that your team sees'),
  };
  const picked = await pick({
    ...{ title: `${title}: ${template.title}`, step: 2, totalSteps: 2 },
    placeholder: vscode.l10n.t('Keep the dimension tags?'),
    items: [withTags, withoutTags],
    active: memory.get(withoutTagsKey) === true ? withoutTags : withTags,
  });
  if (picked === undefined || picked === back) return picked;
  await memory.update(withoutTagsKey, picked.item === withoutTags);
  return picked.item === withTags ? tags : new Set();
}

const withoutTagsKey = 'templates.withoutTags';
