// Builds every bundle: `node esbuild.js [--production] [--watch]`. With `--snippets` it writes the snippet files instead,
// with `--cli NAME` it builds a command of `src/cli/`, where that is older than the sources.
// `plugins` is shared with the test runner.
require('./scripts/packages.cjs')();
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Bundles a TypeScript module in memory and returns its exports: the build validates data by the product's own code. */
function load(entry) {
  const file = path.join(__dirname, entry);
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const loaded = new Module(file, module);
  loaded.paths = module.paths;
  loaded._compile(outputFiles[0].text, file);
  return loaded.exports;
}

const dataFile = /\.(framework|templates)\.yaml$/;
const dataName = (file) => dataFile.exec(file)[1];

/** Compiles a YAML data file to JSON, or reports its problems at line and column. */
async function readData(file, name) {
  const text = await fs.promises.readFile(file, 'utf8');
  const { value, problems } = readers[name](text);
  if (value !== undefined && problems.length === 0) return { contents: JSON.stringify(value) };
  return { errors: problems.map((problem) => toMessage(file, text, problem)) };
}

/** In the tests and the commands, data stands in the bundle. */
const bundledData = {
  name: 'bundled-data',
  setup(build) {
    build.onLoad({ filter: dataFile }, async ({ path: file }) => ({
      ...(await readData(file, dataName(file))),
      loader: 'json',
    }));
  },
};

function toMessage(file, text, problem) {
  const before = text.slice(0, problem.start).split('\n');
  return {
    text: JSON.stringify(problem),
    location: {
      file,
      line: before.length,
      column: before.at(-1).length,
      lineText: text.split('\n')[before.length - 1],
    },
  };
}

const readFramework = (text) => load('src/core/framework/read.ts').readFramework(text);

/** Templates may use the tags of the built-in framework. */
function readTemplates(text) {
  const tags = load('src/core/templates/tags.ts').frameworkTags(builtIn('framework', readFramework));
  return load('src/core/templates/read.ts').readTemplates(text, tags);
}

const builtInPath = (name) => path.join(__dirname, `src/core/${name}/builtin.${name}.yaml`);

function builtIn(name, read) {
  const { value, problems } = read(fs.readFileSync(builtInPath(name), 'utf8'));
  if (value === undefined) throw new Error(`The built-in ${name} is not valid: ${JSON.stringify(problems)}`);
  return value;
}

const readers = { framework: readFramework, templates: readTemplates };
const plugins = [bundledData];

/** Built-in data lies in the package once, in files that its parts require. */
const requiredData = {
  name: 'required-data',
  setup(build) {
    build.onResolve({ filter: dataFile }, async ({ path: file, resolveDir }) => {
      const name = dataName(file);
      const source = path.resolve(resolveDir, file);
      const { contents, errors } = await readData(source, name);
      if (contents === undefined) return { errors };
      fs.mkdirSync('dist/data', { recursive: true });
      fs.writeFileSync(`dist/data/${name}.json`, contents);
      return { path: `./data/${name}.json`, external: true, watchFiles: [source] };
    });
  },
};

/** What differs by host is a part of its own, which each host has in its own form. */
const requiredFiles = {
  name: 'required-files',
  setup(build) {
    build.onResolve({ filter: /^#files$/ }, () => ({ path: './files.js', external: true }));
  },
};

/** Writes `snippets/*.json` from the built-in templates; a unit test proves the two in step. */
function writeSnippets() {
  const { snippetFiles } = load('src/core/templates/snippets.ts');
  const framework = builtIn('framework', readFramework);
  for (const [name, snippets] of Object.entries(snippetFiles(builtIn('templates', readTemplates), framework)))
    fs.writeFileSync(path.join(__dirname, 'snippets', name), `${JSON.stringify(snippets, null, 2)}\n`);
}

/**
 * `import * as vscode` becomes a plain require: what esbuild puts around a CommonJS namespace copies the whole API
 * for every file that imports it, which costs a fifth of the start.
 */
const plainVscode = {
  name: 'plain-vscode',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await fs.promises.readFile(file, 'utf8');
      const contents = text.replace(
        /^import \* as vscode from 'vscode';$/m,
        "import vscode = require('vscode');",
      );
      return { contents, loader: 'ts', watchFiles: [file] };
    });
  },
};

/** Lets the watch task of `.vscode/tasks.json` know when a build begins and ends, and show its errors. */
const watchReporter = {
  name: 'watch-reporter',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  charset: 'utf8',
  target: 'es2022',
  logLevel: watch ? 'silent' : 'warning',
  plugins: watch ? [...plugins, watchReporter] : plugins,
};

/** The ES modules of `yaml`: its CommonJS build, which Node is offered, is a sixth larger. */
const yamlModules = path.join(__dirname, 'node_modules/yaml/browser/index.js');

/**
 * esbuild splits ES modules only; VS Code loads CommonJS: each part is translated on its way to the disk. A host that
 * can't require files gives a `require` that can load them (`platform/parts.ts`).
 */
const commonJsWriter = {
  name: 'common-js-writer',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      fs.mkdirSync('dist', { recursive: true });
      for (const { path: file, text } of outputFiles)
        fs.writeFileSync(file, file.endsWith('.js') ? await toCommonJs(text) : text);
    });
  },
};

const lateImport = /\bimport\(("\.\/late-[\w-]+\.js")\)/g;
const loadPart =
  'const loadPart = (name) => require.load?.(name) ?? Promise.resolve().then(() => require(name));';

async function toCommonJs(text) {
  const loading = text.replace(lateImport, 'loadPart($1)');
  const { code } = await esbuild.transform(loading === text ? text : `${loadPart}\n${loading}`, {
    format: 'cjs',
    target: 'es2022',
    minify: production,
    charset: 'utf8',
  });
  return code;
}

const host = {
  ...shared,
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  alias: { yaml: yamlModules },
  plugins: [plainVscode, ...shared.plugins],
};

/** A command that runs in plain Node. */
const cli = (name) => ({
  ...host,
  entryPoints: [`src/cli/${name}.ts`],
  outfile: `dist/cli/${name}.js`,
  platform: 'node',
  target: 'node20',
});

function pages() {
  const folders = fs.readdirSync(path.join(__dirname, 'src/webview'), { withFileTypes: true });
  return folders.filter((entry) => entry.isDirectory() && entry.name !== 'shared').map(({ name }) => name);
}

const bundles = [
  ...['scan', 'report', 'simulate', 'sample'].map(cli),
  {
    ...host,
    // Parts for both hosts: the entry of the web host reads what the Node host requires.
    entryPoints: [
      { in: 'src/start.ts', out: 'extension' },
      { in: 'src/platform/files.node.ts', out: 'files' },
      { in: 'src/platform/files.web.ts', out: 'files.web' },
    ],
    outdir: 'dist',
    platform: 'node',
    target: 'node20',
    // What is imported late is loaded late: a start compiles next to nothing.
    format: 'esm',
    splitting: true,
    chunkNames: 'late-[hash]',
    write: false,
    plugins: [requiredData, requiredFiles, ...host.plugins, commonJsWriter],
  },
  {
    ...host,
    entryPoints: ['src/start.web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
  },
  {
    ...shared,
    // A page is a folder: its script and its style sheet are found by its name.
    entryPoints: pages().flatMap((name) =>
      ['index.ts', 'style.css'].map((file) => ({ in: `src/webview/${name}/${file}`, out: name })),
    ),
    outdir: 'dist/webview',
    platform: 'browser',
  },
];

async function main() {
  fs.rmSync('dist', { recursive: true, force: true });
  if (!watch) return Promise.all(bundles.map((options) => esbuild.build(options)));
  const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
  return Promise.all(contexts.map((context) => context.watch()));
}

/** Builds a command where it is older than what it is made of. */
async function buildCli(name) {
  const options = cli(name);
  const files = fs.readdirSync('src', { recursive: true, withFileTypes: true });
  const sources = [__filename, ...files.filter((file) => file.isFile()).map(fullPath)];
  const built = fs.statSync(options.outfile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (sources.some((file) => fs.statSync(file).mtimeMs > built)) await esbuild.build(options);
}

function fullPath({ parentPath, name }) {
  return path.join(parentPath, name);
}

if (require.main === module) {
  process.chdir(__dirname);
  const tasks = { '--snippets': async () => writeSnippets(), '--cli': buildCli };
  const [, , flag, value] = process.argv;
  (tasks[flag] ?? main)(value).catch((error) => {
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  });
}

module.exports = { plugins };
