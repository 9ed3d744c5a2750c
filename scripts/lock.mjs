// @ts-check
// Lets one process at a time do a thing; a lock whose owner died is taken over.
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const beat = 1000;
const stale = 15_000;

/**
 * @template T
 * @param {string} file the lock; its folder exists
 * @param {() => void} onWait called once when another process has it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  for (let waited = false; !take(file); waited = true) {
    if (!waited) onWait();
    if (isStale(file)) fs.rmSync(file, { force: true });
    else await sleep(300);
  }
  // A living owner keeps the file young; process ids would lie after a restart or in another container.
  const timer = setInterval(() => touch(file), beat);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    fs.closeSync(fs.openSync(file, 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > stale;
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  if (fs.existsSync(file)) fs.utimesSync(file, now, now);
}
