import { promptsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { knownLines } from '../journal/evidence';
import type { ScanContext } from '../journal/scan/scanNote';
import { knownTags } from '../journal/tags';
import { templateLines } from './lines';
import type { TemplateSet } from './model';

/** What notes are scanned with. Lines of templates and prompts are known: nobody wrote them. */
export function scanContext(framework: Framework, templates: TemplateSet): ScanContext {
  return { tags: knownTags(framework), isKnownLine: knownLines(knownTexts(framework, templates)) };
}

function knownTexts(framework: Framework, { templates }: TemplateSet): readonly string[] {
  return [...templateLines(templates), ...promptsOf(framework).map(({ text }) => text)];
}
