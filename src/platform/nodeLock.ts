import { randomUUID } from 'node:crypto';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { textHash } from '../core/util/hash';
import { errorCode, patiently, type NodeDisk } from './nodeDisk';

/** A lock that its owner keeps for longer, in ms, is one of a window that ended or hangs. */
const abandonedMs = 3000;
/** So long, in ms, it is waited for others. */
const patienceMs = 20_000;

/** Locks that this process holds. */
const held = new Set<string>();
let machine: Promise<string> | undefined;

/**
 * Keeps those apart who change the same file, in whatever window: a lock lies beside the file meanwhile, with the name of
 * its owner in it. What an owner that is no more has left is taken away.
 * @param work gets a way to ask whether the lock still is ours, which it is not after a long sleep
 * @throws Error with the code `EBUSY` where others do not let go of it
 */
export async function whileLocked<T>(
  disk: NodeDisk,
  target: string,
  work: (isOurs: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const name = textHash(path.basename(target).toLowerCase());
  const lock = path.join(path.dirname(target), `.two-hats-${name}.lock`);
  const owner = `${await (machine ??= machineName(disk))} ${process.pid} ${randomUUID()}`;
  held.add(owner);
  try {
    await take(disk, lock, owner);
    return await work(async () => (await lockOwner(disk, lock)) === owner);
  } finally {
    await release(disk, lock, owner);
    held.delete(owner);
  }
}

async function take(disk: NodeDisk, lock: string, owner: string): Promise<void> {
  const began = performance.now();
  let seen: { readonly other: string; readonly since: number } | undefined;
  while (!(await tryToTake(disk, lock, owner))) {
    const now = performance.now();
    const other = await lockOwner(disk, lock);
    if (other === undefined) continue;
    if (other !== seen?.other) seen = { other, since: now };
    if (now - began > patienceMs) throw Object.assign(new Error(`Locked by ${other}`), { code: 'EBUSY' });
    if (now - seen.since > abandonedMs || (await isOver(other))) await release(disk, lock, other);
    else await setTimeout(1 + Math.random() * 9);
  }
}

async function tryToTake(disk: NodeDisk, lock: string, owner: string): Promise<boolean> {
  try {
    await disk.writeLock(lock, owner);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function release(disk: NodeDisk, lock: string, owner: string): Promise<void> {
  const now = await patiently(
    () => lockOwner(disk, lock),
    () => true,
  ).catch(() => undefined);
  if (now === owner || (now === undefined && held.has(owner))) await disk.removeQuietly(lock);
}

async function lockOwner(disk: NodeDisk, lock: string): Promise<string | undefined> {
  const bytes = await disk.bytesOf(lock);
  return bytes && new TextDecoder().decode(bytes);
}

/** Of another machine nobody knows. */
async function isOver(owner: string): Promise<boolean> {
  const [where, pid] = owner.split(' ');
  if (where !== (await machine) || pid === undefined) return false;
  return Number(pid) === process.pid ? !held.has(owner) : !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Within it a process is known by its number. */
async function machineName(disk: NodeDisk): Promise<string> {
  const processes = await disk.fs.readlink('/proc/self/ns/pid').catch(() => '');
  return `${os.hostname()}${processes}`.replace(/\s/g, '');
}
