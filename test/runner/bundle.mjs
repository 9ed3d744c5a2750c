// @ts-check
// Bundles test files by esbuild, with the plugins that the product is built with.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { out, removeFolder, root } from '../../scripts/paths.mjs';

const require = createRequire(import.meta.url);

/** Loaded late: the bootstrap may still have to install it. */
const esbuild = () => /** @type {typeof import('esbuild')} */ (require('esbuild'));

/** @returns {import('esbuild').Plugin[]} */
const productPlugins = () => require(path.join(root, 'esbuild.js')).plugins;

/**
 * @param {string} folder under `test/`
 * @param {string} [ending]
 * @returns {string[]} its test files, as paths from the root
 */
export function findTests(folder, ending = '.test.ts') {
  const top = path.join(root, 'test', folder);
  if (!fs.existsSync(top)) return [];
  return fs
    .readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.posix.join('test', folder, file.replaceAll(path.sep, '/')))
    .sort();
}

/**
 * The helpers that hold state (what was started, what must end) are loaded as they are, once for all bundles.
 * @type {import('esbuild').Plugin}
 */
const hostModules = {
  name: 'host-modules',
  setup(build) {
    build.onResolve({ filter: /\.mjs$/ }, ({ path: file, resolveDir, kind }) => {
      if (kind === 'entry-point' || !file.startsWith('.')) return undefined;
      return { path: pathToFileURL(path.resolve(resolveDir, file)).href, external: true };
    });
  },
};

/** @returns {import('esbuild').BuildOptions} */
function shared() {
  return {
    absWorkingDir: root,
    bundle: true,
    sourcemap: true,
    logLevel: 'warning',
    charset: 'utf8',
    plugins: productPlugins(),
  };
}

/**
 * Options for tests that run in plain Node: an ES module a file, what they share split off.
 * @param {string} folder under `test/`
 * @param {string[]} files
 * @param {string} [name] of the folder that they go to: runs at the same time need two
 * @returns {import('esbuild').BuildOptions}
 */
export function nodeBundle(folder, files, name = folder) {
  return {
    ...shared(),
    plugins: [hostModules, ...productPlugins()],
    entryPoints: files,
    outbase: path.join('test', folder),
    outdir: path.join(out, name),
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
  };
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} [name]
 * @returns {string} where `nodeBundle` puts it
 */
export function bundled(folder, file, name = folder) {
  const relative = path.relative(path.join(root, 'test', folder), path.resolve(root, file));
  return path.join(out, name, relative.replace(/\.ts$/, '.mjs'));
}

/**
 * @param {string} folder
 * @param {string[]} files
 * @param {string} [name]
 */
export async function bundleForNode(folder, files, name = folder) {
  removeFolder(path.join(out, name));
  await esbuild().build(nodeBundle(folder, files, name));
}

/**
 * Bundles again at each change.
 * @param {string} folder
 * @param {string[]} files
 * @param {() => void} onBuilt
 */
export async function watchForNode(folder, files, onBuilt) {
  const options = nodeBundle(folder, files);
  /** @type {import('esbuild').Plugin} */
  const reporter = {
    name: 'built',
    setup: (build) => build.onEnd((result) => (result.errors.length === 0 ? onBuilt() : undefined)),
  };
  const context = await esbuild().context({ ...options, plugins: [...(options.plugins ?? []), reporter] });
  await context.watch();
}

/**
 * One bundle that runs inside a VS Code: it exports `run()`.
 * @param {'node' | 'web'} kind of extension host
 * @param {string[]} files
 * @param {string} outfile
 */
export async function bundleForHost(kind, files, outfile) {
  const suites = files.map((file) => `{ file: ${JSON.stringify(file)}, load: () => require('./${file}') }`);
  const contents = `import { runSuites } from './test/runner/inside.${kind}.mjs';
export const run = () => runSuites([${suites.join(', ')}], { strict: STRICT });`;
  await esbuild().build({
    ...shared(),
    stdin: { contents, resolveDir: root, sourcefile: 'tests.js', loader: 'js' },
    outfile,
    format: 'cjs',
    define: { STRICT: JSON.stringify(process.env['TWO_HATS_STRICT'] === '1') },
    ...(kind === 'node'
      ? { platform: 'node', target: 'node20', external: ['vscode', 'mocha'], mainFields: ['module', 'main'] }
      : {
          platform: 'browser',
          target: 'es2022',
          external: ['vscode'],
          define: webDefines(),
          alias: webModules,
        }),
  });
}

/** The package that stands in for Node's assertions where there is no Node. */
const webModules = { 'node:assert/strict': 'assert/' };

/** @returns {Record<string, string>} */
function webDefines() {
  return {
    STRICT: JSON.stringify(process.env['TWO_HATS_STRICT'] === '1'),
    global: 'globalThis',
    'process.env.NODE_DEBUG': 'undefined',
  };
}
