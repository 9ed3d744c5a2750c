// @ts-check
// Runs npm, and says in plain words why it failed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { Problem, noSpace } from './messages.mjs';
import { shown } from './paths.mjs';

/** A few seconds instead of minutes before a missing network is reported. */
const network = ['--fetch-retries=2', '--fetch-retry-factor=3', '--fetch-retry-mintimeout=1000'];

/** What the npm that runs us tells about our own package would confuse the one that we run. */
const inherited =
  /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_(local_prefix|omit|include|production|ignore_scripts)$)/i;

/**
 * @param {string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const { command, shell } = npmCommand();
  const [file = 'npm', ...first] = command;
  const child = spawn(file, [...first, ...args, ...network, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    shell,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', resolve);
  });
  if (code !== 0) throw new Problem(explainNpm(output || String(code), cwd));
}

/** The npm that started us, else the one on the PATH, which on Windows is a script and needs a shell. */
function npmCommand() {
  const own = process.env['npm_execpath'];
  if (own && /npm-cli\.[cm]?js$/.test(own)) return { command: [process.execPath, own], shell: false };
  return { command: ['npm'], shell: process.platform === 'win32' };
}

function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name) && name !== 'NODE_ENV');
  return Object.fromEntries(kept);
}

/**
 * @param {string} output of npm
 * @param {string} folder
 */
export function explainNpm(output, folder) {
  const lines = output.trim().split('\n').slice(-60);
  const telling = lines.filter((line) => /\b(code|reason|request to|notarget|404)\b/i.test(line)).slice(0, 4);
  const tail = (telling.length > 0 ? telling : lines.slice(-8)).join('\n');
  if (/ENOSPC|no space left/i.test(output)) return noSpace(folder);
  if (unreachable.test(output))
    return `The npm registry can't be reached. Check the network (and npm's "registry" and "proxy" settings), then try again.\n${tail}`;
  if (/E404|ETARGET|ENOVERSIONS/.test(output))
    return `The npm registry does not have what is needed:\n${tail}`;
  if (/EACCES|EPERM|EROFS/.test(output)) return `${shown(folder)} can't be written to:\n${tail}`;
  return `npm failed:\n${tail}`;
}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

/**
 * Better told before the download than in the middle of it.
 * @param {string} folder exists
 * @param {number} megabytes
 */
export function requireSpace(folder, megabytes) {
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < megabytes)
    throw new Problem(`${noSpace(folder)} (${megabytes} MB are needed, ${free} MB are free.)`);
}
