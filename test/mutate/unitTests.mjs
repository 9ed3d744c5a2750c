// @ts-check
// Which unit tests concern a source file, and how they are bundled again and again.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * @param {import('esbuild').Metafile} metafile
 * @param {string} entry
 * @returns {ReadonlySet<string>} all that it imports, near or far
 */
function importsOf({ inputs }, entry) {
  const seen = new Set([entry]);
  for (const file of seen)
    for (const { path: imported, external } of inputs[file]?.imports ?? []) if (!external) seen.add(imported);
  return seen;
}

/**
 * The unit tests in a copy of the tree. Its own bundler bundles them, with the copy as its root.
 * @param {string} folder
 */
export async function unitTestsIn(folder) {
  /** @type {typeof import('../runner/bundle.mjs')} */
  const bundler = await import(pathToFileURL(path.join(folder, 'test/runner/bundle.mjs')).href);
  /** @type {typeof import('esbuild')} */
  const esbuild = require('esbuild');
  const all = bundler.findTests('unit');
  const options = { ...bundler.nodeBundle('unit', all), logLevel: /** @type {const} */ ('silent') };
  const { metafile } = await esbuild.build({ ...options, metafile: true, write: false });
  const concerning = (/** @type {string} */ file) =>
    all.filter((test) => importsOf(metafile, test).has(file));
  const bundle = async (/** @type {readonly string[]} */ tests) => {
    const context = await esbuild.context({ ...options, entryPoints: [...tests] });
    return {
      outputs: tests.map((test) => bundler.bundled('unit', test)),
      /** Answers whether it could be built. */
      rebuild: () =>
        context.rebuild().then(
          () => true,
          () => false,
        ),
      dispose: () => context.dispose(),
    };
  };
  return { concerning, bundle };
}
