// @ts-check
// Child processes that take their children with them, however we end.
import { spawn, spawnSync } from 'node:child_process';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const windows = process.platform === 'win32';

/** @type {Map<number, number>} leaders of groups that still run; how many ms each may take to end by itself */
const groups = new Map();

/** A server with an open window takes its time over nothing that is worth keeping. */
const hostPatience = 1000;

/** Our own programs have hosts and folders of their own to put away. */
const ownPatience = 8000;

/**
 * Starts a program as leader of a process group of its own; the group ends with us at the latest.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 */
export function spawnGroup(file, args, options) {
  const child = spawn(file, args, { ...options, detached: !windows, stdio: ['ignore', 'pipe', 'pipe'] });
  return join(child, hostPatience);
}

/**
 * The same, writing to where we write, or to an open file.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: number }} options
 * @returns {Promise<number>} its exit code
 */
export function runGroup(file, args, { output, ...options }) {
  const to = output ?? 'inherit';
  const child = spawn(file, args, { ...options, detached: !windows, stdio: ['ignore', to, to] });
  join(child, ownPatience);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (child.pid !== undefined) groups.delete(child.pid);
      // While a signal ends us, nothing new must begin.
      if (!ending) resolve(code ?? 1);
    });
  });
}

/**
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @param {number} patience
 * @returns {T}
 */
function join(child, patience) {
  if (child.pid !== undefined) {
    handleSignals();
    groups.set(child.pid, patience);
  }
  return child;
}

/**
 * Asks the group to end, and when it has not in time, ends it.
 * @param {{ pid?: number | undefined }} child
 */
export async function stopGroup({ pid }) {
  const patience = groups.get(pid ?? 0);
  if (pid === undefined || patience === undefined) return;
  signalGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < patience && isGroupAlive(pid); waited += 50) await sleep(50);
  signalGroup(pid, 'SIGKILL');
  for (let tries = 0; tries < 40 && isGroupAlive(pid); tries++) await sleep(50);
  groups.delete(pid);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  if (windows) {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

/** @param {number} pid */
function isGroupAlive(pid) {
  try {
    process.kill(windows ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @type {(() => number) | undefined} */
let farewell;

/**
 * @param {() => number} say called when a signal ends us, before what we started is ended; returns the exit code
 */
export function onSignal(say) {
  farewell = say;
}

/** @type {Set<() => Promise<void>>} what else must be put away when a signal ends us */
export const closers = new Set();

let watching = false;

/** Called by itself where a group is started; by hand where an end by signal must clean up all the same. */
export function handleSignals() {
  if (watching) return;
  watching = true;
  process.on('exit', endGroupsNow);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => void end(128 + os.constants.signals[signal]));
  if (process.env['npm_lifecycle_event']) endWithNpm();
}

/** npm passes a SIGTERM to the shell between us only, which ends and tells nobody. */
function endWithNpm() {
  const { ppid } = process;
  setInterval(() => process.ppid === ppid || void end(128 + os.constants.signals.SIGTERM), 500).unref();
}

let ending = false;

/** Whether a signal is ending us, and with us what we started. */
export function isEnding() {
  return ending;
}

/** @param {number} usual the exit code */
async function end(usual) {
  if (ending) return;
  ending = true;
  const code = farewell?.() ?? usual;
  await Promise.allSettled([...closers].map((close) => close()));
  await Promise.all([...groups.keys()].map((pid) => stopGroup({ pid })));
  process.exit(code);
}

/** At the exit nothing asynchronous runs any more. Asked first: they may have groups of their own to end. */
function endGroupsNow() {
  const pids = [...groups.keys()];
  pids.forEach((pid) => signalGroup(pid, 'SIGTERM'));
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const patience = Math.max(0, ...groups.values());
  for (let waited = 0; waited < patience && pids.some(isGroupAlive); waited += 50)
    Atomics.wait(pause, 0, 0, 50);
  pids.forEach((pid) => signalGroup(pid, 'SIGKILL'));
}
