/** `node dist/cli/sample.js DIR`: writes a journal of half a year, plainly sample data, into an empty folder. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import builtin from '../core/framework/builtin.framework.yaml';
import { sampleJournal } from '../core/sample/sampleJournal';
import { systemClock } from './systemClock';

function main(folder: string | undefined): void {
  if (folder === undefined) throw new Error('Name the folder: node dist/cli/sample.js DIR');
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. A sample is written into an empty folder only.`);
  for (const [name, text] of sampleJournal(builtin, systemClock)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

try {
  main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
