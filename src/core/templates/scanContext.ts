import { promptsOf } from '../framework/lookup';
import type { Framework } from '../framework/model';
import { textHash } from '../util/hash';
import { knownLines } from '../journal/blocks/evidence';
import type { ScanContext } from '../journal/scan/scanNote';
import { knownTags } from '../journal/tags/tags';
import { templateLines } from './lines';
import type { TemplateSet } from './model';

/** What notes are scanned with, and a fingerprint of it: with the same one, the same text gives the same note. */
export interface KeyedScanContext extends ScanContext {
  readonly key: string;
}

/** Lines of templates and prompts are known: nobody wrote them. */
export function scanContext(framework: Framework, templates: TemplateSet): KeyedScanContext {
  const texts = knownTexts(framework, templates);
  const ids = [framework.dimensions, framework.hats].map((items) => items.map(({ id }) => id));
  const key = textHash(JSON.stringify([...ids, texts]));
  return { tags: knownTags(framework), knownLines: knownLines(texts), key };
}

function knownTexts(framework: Framework, { templates }: TemplateSet): readonly string[] {
  return [...templateLines(templates), ...promptsOf(framework).map(({ text }) => text)];
}
