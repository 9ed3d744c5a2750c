import { promptsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { templateLines } from './lines';
import type { TemplateSet } from './model';

/** Lines that nobody wrote: those of templates, and prompts. Evidence is what stands beside them. */
export function knownTexts(framework: Framework, { templates }: TemplateSet): readonly string[] {
  return [...templateLines(templates), ...promptsOf(framework).map(({ text }) => text)];
}
