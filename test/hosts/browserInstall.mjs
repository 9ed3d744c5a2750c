// @ts-check
// Finds Chrome, Chromium or Edge; installs Chromium where there is none.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem, say } from '../../scripts/messages.mjs';
import { cache, shown } from '../../scripts/paths.mjs';

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'msedge',
];

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
];

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const usualPlaces = {
  linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/opt/microsoft/msedge/msedge'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  ),
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ].flatMap((app) => programFiles.flatMap((folder) => (folder ? [path.join(folder, app)] : []))),
};

/** @returns {string | undefined} the browser's program */
export function findBrowser() {
  const named = process.env['TWO_HATS_BROWSER'];
  if (named) return named;
  return onPath(names) ?? usualPlaces[process.platform]?.find((file) => fs.existsSync(file)) ?? downloaded();
}

/**
 * @param {string[]} programs
 * @returns {string | undefined} the first of them on the PATH
 */
export function onPath(programs) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  for (const program of programs)
    for (const folder of folders)
      for (const extension of extensions) {
        const file = path.join(folder, program + extension);
        if (isProgram(file)) return file;
      }
  return undefined;
}

/** @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Gets one by the system's packages where we may, else Playwright's own. */
export async function installBrowser() {
  say('No Chrome, Chromium or Edge was found: installing Chromium (once) …');
  const bySystem = await installBySystem();
  if (bySystem) return bySystem;
  say('  downloading the Chromium of Playwright …');
  const code = await run(
    process.execPath,
    [playwrightProgram(), 'install', 'chromium'],
    playwrightEnvironment(),
  );
  const program = downloaded();
  if (code === 0 && program) return program;
  throw new Problem(
    'A browser is needed, and none could be installed. Check the network, or install Chrome, Chromium or Edge, ' +
      'or name one by TWO_HATS_BROWSER=/path/to/it.',
  );
}

/** Ubuntu's package only stands for a snap, which containers can't run. */
async function installBySystem() {
  const isDebian = fs.existsSync('/etc/debian_version') && !isUbuntu() && onPath(['apt-get']);
  const asRoot = isDebian ? rootPrefix() : undefined;
  if (!asRoot) return undefined;
  const apt = [...asRoot, 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0'];
  say(`  ${[...asRoot, 'apt-get install chromium'].join(' ')} …`);
  const [program = '', ...args] = apt;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run(program, [...args, 'update'], env);
  const code = await run(program, [...args, 'install', '-y', '--no-install-recommends', 'chromium'], env);
  return code === 0 ? findBrowser() : undefined;
}

function isUbuntu() {
  return /^ID=ubuntu$/m.test(fs.readFileSync('/etc/os-release', 'utf8'));
}

/** @returns {string[] | undefined} what goes before a command to run it as root; undefined: we may not */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = onPath(['sudo']);
  return sudo && spawnSync(sudo, ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number | null>}
 */
function run(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', () => resolve(-1));
    child.on('close', resolve);
  });
}

const downloads = path.join(cache, 'browsers');

function playwrightEnvironment() {
  say(`  into ${shown(downloads)}`);
  return { ...process.env, PLAYWRIGHT_BROWSERS_PATH: downloads };
}

function playwrightProgram() {
  return path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
}

/** What an earlier run downloaded. */
function downloaded() {
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  const folders = fs.existsSync(downloads)
    ? fs.readdirSync(downloads).filter((name) => /^chromium-\d+$/.test(name))
    : [];
  const mac = ['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) =>
    ['Chromium', 'Google Chrome for Testing'].map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
  );
  return folders
    .flatMap((folder) => [...inside, ...mac].map((file) => path.join(downloads, folder, file)))
    .find((file) => fs.existsSync(file));
}
