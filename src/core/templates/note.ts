import type { Framework } from '../framework/model';
import { writeFrontMatter } from '../journal/frontMatter/frontMatter';
import { canonicalName, cutToBytes, folderFor, slug } from '../journal/people/names';
import type { Person } from '../journal/people/people';
import type { Template } from './model';
import { promptsOfTheDay, withPrompts } from './prompts';
import { frameworkTags } from './tags';
import { toText, type TemplateText } from './text';

/** A note that is not saved yet: its whole text with front matter, and where to write first. */
export type NoteDraft = TemplateText;

/** The day of a note and the framework whose tags and prompts it takes. */
export interface NoteContext {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly framework: Framework;
}

/** @param name The person's true name. */
export function oneOnOneDraft(template: Template, name: string, { date, framework }: NoteContext): NoteDraft {
  const person = headingName(name);
  const fields = { kind: 'one-on-one', person: name, date, template: template.id };
  return draft(fields, toText(template, { date, person, tags: frameworkTags(framework) }));
}

/** The folder of somebody who is known already, or a new one. */
export function oneOnOnePath(people: readonly Person[], name: string, date: string): string {
  return `people/${folderFor(name, people)}/${date}.md`;
}

/** @param title What it was about ("Sprint 42"), or `''`. */
export function retrospectiveDraft(template: Template, title: string, context: NoteContext): NoteDraft {
  const { date, framework } = context;
  const named = title === '' ? {} : { title };
  const fields = { kind: 'retrospective', ...named, date, template: template.id };
  return draft(fields, toText(template, { date, title, tags: frameworkTags(framework) }));
}

/** Topics for the next retrospective. */
export const nextRetrospective = 'retros/next.md';

/** Named after the title, or after the format where the title has no letter or number. */
export function retrospectivePath(template: Template, title: string, date: string): string {
  return `retros/${date}-${cutToBytes(slug(title), 80) || slug(template.title)}.md`;
}

export function reflectionDraft(template: Template, { date, framework }: NoteContext): NoteDraft {
  const fields = { kind: 'reflection', date, template: template.id };
  const asked = reflectionOfTheDay(template, framework, date);
  return draft(fields, toText(asked, { date, tags: frameworkTags(framework) }));
}

/** A file of its own: what is captured on the same day stands in the day's note. */
export function reflectionPath(date: string): string {
  return `notes/${date}-reflection.md`;
}

/** The reflection with the day's prompts: three sides, both hats among them. */
export function reflectionOfTheDay(template: Template, framework: Framework, date: string): Template {
  return withPrompts(template, promptsOfTheDay(framework, 'reflection', date, 3));
}

/** On one line, and no tag whatever it holds. */
function headingName(name: string): string {
  return canonicalName(name).replace(/(?<![\p{L}\p{M}\p{N}])#/gu, '\\#');
}

function draft(fields: Readonly<Record<string, string>>, { text, first }: TemplateText): NoteDraft {
  const head = `${writeFrontMatter(Object.entries(fields))}\n`;
  return {
    text: head + text,
    first: { start: head.length + first.start, end: head.length + first.end },
  };
}
