// @ts-check
// `npm run package`: builds for production and makes out/two-hats.vsix, no larger than promised.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import JSZip from 'jszip';
import { Problem, explain, say } from './messages.mjs';
import { packageReadme } from './packageReadme.mjs';
import { out, root, shown } from './paths.mjs';

const maxKibibytes = 480;
/** What only developers need. */
const unwanted = /(^|\/)(node_modules|test|src|out)\/|\.map$|\.tsx?$/;

async function main() {
  const vsix = path.join(out, 'two-hats.vsix');
  fs.mkdirSync(out, { recursive: true });
  fs.rmSync(vsix, { force: true });
  const build = spawnSync(process.execPath, ['esbuild.js', '--production'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) throw new Problem('The build failed.');
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    dependencies: false,
    // There is no public repository whose address could be put before the pictures of the README.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  await replaceReadme(vsix);
  const size = fs.statSync(vsix).size / 1024;
  say(`${shown(vsix)}: ${size.toFixed(0)} KiB`);
  if (size > maxKibibytes) throw new Problem(`The package may have ${maxKibibytes} KiB at most.`);
  const names = Object.keys((await JSZip.loadAsync(fs.readFileSync(vsix))).files);
  const found = names.filter((name) => unwanted.test(name.replace(/^extension\//, '')));
  if (found.length > 0) throw new Problem(`The package holds what only developers need: ${found.join(', ')}`);
}

/** @param {string} vsix */
async function replaceReadme(vsix) {
  const zip = await JSZip.loadAsync(fs.readFileSync(vsix));
  zip.file('extension/readme.md', packageReadme(fs.readFileSync(path.join(root, 'README.md'), 'utf8')));
  const compression = { compression: /** @type {const} */ ('DEFLATE'), compressionOptions: { level: 9 } };
  fs.writeFileSync(vsix, await zip.generateAsync({ type: 'nodebuffer', ...compression }));
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
