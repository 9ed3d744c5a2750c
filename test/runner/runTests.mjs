// @ts-check
// Runs a bundled test entry (CommonJS, exports `run()`) inside a real VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { findBrowser, installBrowser } from '../hosts/browserInstall.mjs';
import { installDesktop, installInDesktop } from '../hosts/desktop.mjs';
import { installHost } from '../hosts/install.mjs';
import { makeTempFolder, out, root, readJson, removeFolder, writeJson } from '../../scripts/paths.mjs';
import { quietSettings } from '../hosts/server.mjs';
import { emptyTally } from './tally.mjs';

/**
 * @typedef {object} HostRunOptions
 * @property {import('../hosts/versions.mjs').HostName} host
 * @property {string} tests the entry: one bundle
 * @property {string} [vsix] the package to test, installed as a person would
 * @property {string} [extension] or the folder of the extension in development
 * @property {string[]} [others] folders of more extensions beside it, in a server host
 * @property {string | undefined} [workspace]
 * @property {Record<string, unknown>} [settings]
 * @property {Record<string, unknown>} [machineSettings]
 * @property {Record<string, string>} [env] for the tests
 * @property {boolean} [onlyTests] keep VS Code's own console lines out of the output; the log has them
 * @property {number} [minutes]
 */

/**
 * @param {HostRunOptions} options
 * @returns {Promise<{ code: number, tally: import('./tally.mjs').Tally }>}
 */
export async function runInHost({ tests, workspace, env, minutes = 10, ...run }) {
  const { host } = run;
  const result = path.join(out, 'results', `host-${host}.json`);
  const log = path.join(out, 'results', `host-${host}.log`);
  const temporary = makeTempFolder('run');
  const testExtension = makeTestExtension(path.join(temporary, 'tests'), tests);
  fs.rmSync(result, { force: true });
  fs.mkdirSync(path.dirname(log), { recursive: true });
  fs.writeFileSync(log, '');
  try {
    // Before runTests, which would mix their progress into the tests' output.
    const prepared = host === 'desktop' ? await prepareDesktop(run, temporary) : await prepare(host);
    const code = await exitCode({
      vscodeExecutablePath: makeLauncher(temporary),
      extensionDevelopmentPath: testExtension,
      extensionTestsPath: path.join(testExtension, 'tests.js'),
      launchArgs: [...(workspace ? [workspace] : []), ...prepared.launchArgs],
      extensionTestsEnv: {
        ...env,
        TWO_HATS_RUN: JSON.stringify({ ...run, ...prepared.run, minutes, result, log }),
      },
    });
    const tally = fs.existsSync(result)
      ? readJson(result)
      : { ...emptyTally(), failed: 1, failures: ['no counts came'] };
    return { code, tally };
  } finally {
    removeFolder(temporary);
  }
}

/**
 * Tests run in an extension of their own, which must not lie in the folder of the one under test: both would be given
 * the same `vscode`, and stand-ins of a test would be those of the product, too.
 * @param {string} folder
 * @param {string} tests
 */
function makeTestExtension(folder, tests) {
  const manifest = {
    name: 'two-hats-tests',
    publisher: 'two-hats',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
    main: './context.js',
    browser: './context.js',
  };
  writeJson(path.join(folder, 'package.json'), manifest);
  // What VS Code gives to an extension, for tests that need the real one.
  fs.writeFileSync(path.join(folder, 'context.js'), 'exports.activate = (context) => context;\n');
  fs.copyFileSync(tests, path.join(folder, 'tests.js'));
  if (fs.existsSync(`${tests}.map`))
    fs.copyFileSync(`${tests}.map`, path.join(folder, `${path.basename(tests)}.map`));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/**
 * runTests starts one program without arguments of ours: a script that passes them on.
 * @param {string} folder
 */
function makeLauncher(folder) {
  const launcher = fileURLToPath(new URL('../hosts/launcher.mjs', import.meta.url));
  const windows = process.platform === 'win32';
  const file = path.join(folder, windows ? 'launcher.cmd' : 'launcher');
  const script = windows
    ? `@"${process.execPath}" "${launcher}" %*\r\n`
    : `#!/bin/sh\nexec "${process.execPath}" "${launcher}" "$@"\n`;
  fs.writeFileSync(file, script, { mode: 0o755 });
  return file;
}

/** @param {import('../hosts/versions.mjs').InstalledHost} host */
async function prepare(host) {
  await installHost(host);
  if (!findBrowser()) await installBrowser();
  return { launchArgs: [], run: {} };
}

/**
 * @param {{ vsix?: string, extension?: string, settings?: object, machineSettings?: object }} run
 * @param {string} temporary
 */
async function prepareDesktop({ vsix, extension, settings, machineSettings }, temporary) {
  const desktop = await installDesktop();
  const data = path.join(temporary, 'data');
  const folders = [`--user-data-dir=${data}`, `--extensions-dir=${path.join(temporary, 'extensions')}`];
  writeJson(path.join(data, 'User/settings.json'), { ...quietSettings, ...settings, ...machineSettings });
  if (vsix) installInDesktop(desktop, vsix, folders);
  const development = extension && !vsix ? [`--extensionDevelopmentPath=${extension}`] : [];
  return { launchArgs: [...folders, ...development], run: { desktop } };
}

/**
 * @param {Parameters<typeof runTests>[0]} options
 * @returns {Promise<number>}
 */
async function exitCode(options) {
  try {
    return await runTests(options);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code === 'number') return code;
    throw error;
  }
}
