// @ts-check
// The VS Code of this machine, run with folders of its own: the person's profile is never touched.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { onPath } from './browserInstall.mjs';
import { hasDisplay } from './desktop.mjs';
import { writeJson } from '../../scripts/paths.mjs';
import { runGroup } from '../../scripts/processes.mjs';
import { quietSettings } from './server.mjs';

const programs = ['code', 'code-insiders', 'codium'];

/** `engines.vscode` */
const oldest = { major: 1, minor: 100 };

/** @returns {{ program: string, version: string } | { why: string }} the VS Code to use, or why there is none */
export function findOwnVsCode() {
  const program = onPath(programs);
  if (!program) return { why: `none of ${programs.join(', ')} is on the PATH` };
  if (!hasDisplay()) return { why: 'there is no display' };
  // In a terminal of a remote window `code` only talks to that window.
  if (process.env['VSCODE_IPC_HOOK_CLI'] || program.includes('remote-cli'))
    return { why: `${program} belongs to a remote window` };
  const version = versionOf(program);
  if (!version) return { why: `${program} --version failed` };
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor))
    return { why: `${program} is ${version}, older than ${oldest.major}.${oldest.minor}` };
  return { program, version };
}

/** @param {string} program */
function versionOf(program) {
  try {
    const shell = process.platform === 'win32';
    return /^\d+\.\d+\.\d+/.exec(
      execFileSync(program, ['--version'], { encoding: 'utf8', shell, env: environment() }),
    )?.[0];
  } catch {
    return undefined;
  }
}

function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)),
  );
}

/**
 * Opens a window and waits until it is closed.
 * @param {string} program
 * @param {{ dataDir: string, extension: string, folder: string, settings: Record<string, unknown> }} options
 */
export async function openOwnVsCode(program, { dataDir, extension, folder, settings }) {
  const args = [
    ...['--wait', '--new-window', '--disable-workspace-trust', '--skip-release-notes'],
    ...[`--user-data-dir=${dataDir}`, `--extensions-dir=${path.join(dataDir, 'extensions')}`],
    `--extensionDevelopmentPath=${extension}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
  ];
  writeJson(path.join(dataDir, 'User/settings.json'), { ...quietSettings, ...settings });
  await runGroup(program, args, { env: environment() });
  endOwnVsCode(dataDir);
}

/**
 * The command line program starts the real one detached, which leaves its process id in its data folder.
 * @param {string} dataDir
 */
export function endOwnVsCode(dataDir) {
  const lock = path.join(dataDir, 'code.lock');
  const pid = fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8')) : 0;
  if (pid <= 1) return;
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
