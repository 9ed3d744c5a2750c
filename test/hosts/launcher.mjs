// @ts-check
// What @vscode/test-electron starts in place of VS Code: it runs the tests in any host and exits with their code.
// runTests.mjs tells which host, by the environment variable TWO_HATS_RUN.
import fs from 'node:fs';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { runDesktop } from './desktop.mjs';
import { printMark, resultMark } from '../runner/insideConsole.mjs';
import { Problem, explain } from '../../scripts/messages.mjs';
import { writeJson } from '../../scripts/paths.mjs';
import { startServer } from './server.mjs';
import { setWebDefaults, startWeb } from './web.mjs';

/**
 * @typedef {object} Run
 * @property {import('./versions.mjs').HostName} host
 * @property {string} result the file to write the counts to
 * @property {string} log the file for all that the host's console says
 * @property {boolean} [onlyTests] show the lines of marked tests only
 * @property {string} [vsix]
 * @property {string} [extension]
 * @property {string[]} [others]
 * @property {string} [desktop] the program of the desktop build
 * @property {Record<string, unknown>} [settings]
 * @property {Record<string, unknown>} [machineSettings]
 * @property {number} minutes after which tests that say nothing more have failed
 *
 * @typedef {object} Arguments
 * @property {string} testExtension
 * @property {string} tests
 * @property {string | undefined} folder
 */

/** @type {Run} */
const run = JSON.parse(process.env['TWO_HATS_RUN'] ?? '{}');

/** @param {string[]} args */
function readArguments(args) {
  /** @param {string} name */
  const valueOf = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
  return {
    testExtension: valueOf('extensionDevelopmentPath'),
    tests: valueOf('extensionTestsPath'),
    folder: args.find((arg) => !arg.startsWith('-')),
  };
}

/**
 * One line of the host's console: the counts are kept, the tests' own lines shown, and all goes to the log.
 * @param {unknown[]} values
 */
function print([first, ...rest]) {
  const text = typeof first === 'string' ? first : '';
  if (text.startsWith(resultMark)) return writeJson(run.result, JSON.parse(text.slice(resultMark.length)));
  const own = text.startsWith(printMark);
  const line = own ? format(text.slice(printMark.length), ...rest) : format(first, ...rest);
  fs.appendFileSync(run.log, line + '\n');
  if (own || !run.onlyTests) console.log(line);
}

/** @param {Arguments} args */
async function runServer({ testExtension, tests, folder }) {
  const { host, vsix, extension, others = [], settings, machineSettings } = run;
  const server = await startServer({
    ...{ host: host === 'newest' ? 'newest' : 'server', testDriver: true, others },
    ...(vsix ? { vsix } : extension ? { extension } : {}),
    ...(settings && { settings }),
    ...(machineSettings && { machineSettings }),
  });
  const url = server.url({
    folder,
    payload: [
      ['extensionDevelopmentPath', server.remote(testExtension)],
      ['extensionTestsPath', server.remote(tests)],
    ],
  });
  try {
    return await drive(url);
  } finally {
    await server.stop();
  }
}

/** @param {Arguments} args */
async function runWeb({ testExtension, tests, folder }) {
  const web = await startWeb({ vsix: run.vsix, extension: run.extension, testExtension, tests, folder });
  try {
    return await drive(web.url());
  } finally {
    await web.stop();
  }
}

/**
 * Opens the page and waits for the tests' exit code.
 * @param {string} url
 * @returns {Promise<number>}
 */
async function drive(url) {
  const { context, page, close } = await openBrowser();
  if (run.host === 'web') await setWebDefaults(context, { ...run.settings, ...run.machineSettings });
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ values) => print(values),
  );
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  try {
    const exit = new Promise((resolve, reject) => {
      page.on('crash', () => reject(new Problem('The page of the workbench crashed.')));
      timer = setTimeout(
        () => reject(new Problem(`No end after ${run.minutes} minutes.`)),
        run.minutes * 60_000,
      );
      page
        .exposeFunction('codeAutomationExit', resolve)
        .then(() => page.goto(url), reject)
        .catch(reject);
    });
    return Number(await exit);
  } finally {
    clearTimeout(timer);
    await close();
  }
}

// Who started us may have been ended first.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const args = process.argv.slice(2);
try {
  if (run.host === 'desktop')
    process.exitCode = await runDesktop(run.desktop ?? '', args, (line) => print([line]));
  else process.exitCode = await (run.host === 'web' ? runWeb : runServer)(readArguments(args));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
