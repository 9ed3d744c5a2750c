// @ts-check
// The commands that CONTRIBUTING.md gives for every day: CI runs them, so that what stands there is true.
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../../scripts/messages.mjs';
import { root } from '../../scripts/paths.mjs';

/** Folders whose files some of the commands write. */
const generated = ['snippets', 'l10n'];

/** @returns {string[]} the lines of the first block of shell commands */
export function everydayCommands() {
  const text = fs.readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
  const block = /^```sh\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '';
  const lines = block.split('\n').filter((line) => line !== '');
  if (!lines.includes('npm run package')) throw new Problem('CONTRIBUTING.md does not say how to package.');
  return lines;
}

/** @returns {Map<string, string>} text by path */
export function generatedFiles() {
  const files = generated.flatMap((folder) =>
    fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
}

/** @param {Map<string, string>} before */
export async function requireInStep(before) {
  const after = generatedFiles();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (stale.length > 0)
    throw new Problem(
      `Not as the sources make them: ${stale.join(', ')}. They are written anew now; commit them.`,
    );
}
