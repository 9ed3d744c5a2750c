// @ts-check
// `npm run screenshots`: builds, and makes the README's pictures anew.
import { pathToFileURL } from 'node:url';
import { bundleForNode, bundled } from '../test/runner/bundle.mjs';
import { root } from './paths.mjs';
import { runGroup } from './processes.mjs';

const script = 'test/screenshots/screenshots.ts';

await runGroup(process.execPath, ['esbuild.js'], { cwd: root });
await bundleForNode('screenshots', [script]);
await import(pathToFileURL(bundled('screenshots', script)).href);
process.exit();
