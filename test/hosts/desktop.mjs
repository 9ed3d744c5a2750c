// @ts-check
// The desktop host: downloaded by @vscode/test-electron, used only where someone asks for it by name.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { onPath } from './browserInstall.mjs';
import { Problem, explain } from '../../scripts/messages.mjs';
import { cache } from '../../scripts/paths.mjs';
import { spawnGroup } from '../../scripts/processes.mjs';
import { desktopVersion } from './versions.mjs';

/** @returns {Promise<string>} the program */
export async function installDesktop() {
  try {
    return await downloadAndUnzipVSCode({ version: desktopVersion, cachePath: path.join(cache, 'desktop') });
  } catch (error) {
    throw new Problem(`The desktop VS Code ${desktopVersion} could not be downloaded: ${explain(error)}`);
  }
}

/** Whether a window can be shown. */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * @param {string} program
 * @param {string} vsix
 * @param {string[]} folders the arguments that name the data folders
 */
export function installInDesktop(program, vsix, folders) {
  const [cli = '', ...args] = resolveCliArgsFromVSCodeExecutablePath(program);
  const all = [...args.filter((arg) => !/^--(extensions|user-data)-dir=/.test(arg)), ...folders];
  execFileSync(cli, [...all, '--install-extension', vsix], {
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {(line: string) => void} onLine
 * @returns {Promise<number>} the tests' exit code
 */
export function runDesktop(program, args, onLine) {
  const virtual = hasDisplay() ? undefined : onPath(['xvfb-run']);
  if (!hasDisplay() && !virtual) throw new Problem('The desktop VS Code needs a display, or xvfb-run.');
  const [file = program, ...first] = virtual ? [virtual, '-a', program] : [program];
  const child = spawnGroup(file, [...first, ...args], {});
  for (const input of [child.stdout, child.stderr]) readline.createInterface({ input }).on('line', onLine);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
