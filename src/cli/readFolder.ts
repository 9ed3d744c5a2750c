/** A journal’s folder, read as the extension reads it. */
import { statSync } from 'node:fs';
import builtin from '../core/framework/builtin.framework.yaml';
import { readConfig } from '../core/journal/config/config';
import type { Config } from '../core/journal/config/configModel';
import { JournalNotes } from '../core/journal/index/journalNotes';
import { notePlaces } from '../core/journal/index/notePlaces';
import type { Files } from '../core/journal/files';
import { readFrontMatterYaml } from '../core/journal/frontMatter/frontMatterYaml';
import templates from '../core/templates/builtin.templates.yaml';
import { scanContext } from '../core/templates/scanContext';
import { NodeFiles } from '../platform/nodeFiles';

export interface JournalFolder {
  readonly files: Files;
  readonly config: Config;
  readonly journal: JournalNotes;
}

/** @throws Error with a sentence for the person where there is no such folder, or it can’t be read */
export async function readFolder(folder: string): Promise<JournalFolder> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder “${folder}”.`);
  const files = new NodeFiles(folder, () => ({ dispose: () => undefined }));
  const { config } = readConfig((await files.read('two-hats.yaml')) ?? '');
  const journal = new JournalNotes(
    { files, clock: Date, loadYaml: () => Promise.resolve(readFrontMatterYaml) },
    {
      places: notePlaces(config.templates),
      scan: { ...scanContext(builtin, templates), readYaml: readFrontMatterYaml },
    },
  );
  try {
    await journal.compare([''], () => false);
  } catch (error) {
    throw new Error(`The folder “${folder}” can’t be read.`, { cause: error });
  }
  return { files, config, journal };
}
