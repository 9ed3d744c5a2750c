import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomFrom } from '../../src/core/util/random';
import { NodeFiles } from '../../src/platform/nodeFiles';
import { WalkRecord } from '../support/filesContract';
import { countCalls, countedCalls, runUpTo, type KillPoint } from './killAt';
import type { Folders, WritingPath } from './paths/folders';
import { writingPaths } from './writingPaths';

/** Asks the same program to be the process that dies. */
const isChild = 'TWO_HATS_KILL';

/** A write in a journal of its own; without a point it is done to its end. */
interface Write extends Folders {
  readonly point?: KillPoint;
}

interface Order {
  readonly name: string;
  readonly writes: readonly Write[];
}

/**
 * Does what it is asked for, if this process is the one that dies: several writes at a time, because a process takes
 * long to start. It dies when each has come to its point.
 * @returns whether it is
 */
export async function dieIfAsked(): Promise<boolean> {
  const order = process.env[isChild];
  if (order === undefined) return false;
  const { name, writes } = JSON.parse(order) as Order;
  const writingPath = pathOf(name);
  await countCalls();
  const counts = await Promise.all(
    writes.map(({ point, ...folders }) =>
      point
        ? runUpTo(point, () => writingPath.write(folders))
        : countedCalls(() => writingPath.write(folders)),
    ),
  );
  if (writes.some(({ point }) => point)) process.kill(process.pid, 'SIGKILL');
  process.stdout.write(JSON.stringify(counts));
  return true;
}

function pathOf(name: string): WritingPath {
  return writingPaths[name] ?? assert.fail(`There is no writing path ${name}.`);
}

/** In memory where the system has a place for that: a thousand flushes to a disk take minutes. */
function makeFolder(): string {
  const shared = '/dev/shm';
  const top = fs.existsSync(shared) ? shared : os.tmpdir();
  return fs.mkdtempSync(path.join(top, 'two-hats-kill-'));
}

interface Prepared extends Folders {
  /** Both are in it. */
  readonly top: string;
}

/** The journal of a writing path before it, in a folder of its own. */
export function prepare({ texts }: WritingPath, top = makeFolder()): Prepared {
  const [journal, storage] = [path.join(top, 'journal'), path.join(top, 'storage')];
  for (const folder of [journal, storage]) fs.mkdirSync(folder);
  for (const [file, text] of Object.entries(texts)) {
    fs.mkdirSync(path.dirname(path.join(journal, file)), { recursive: true });
    fs.writeFileSync(path.join(journal, file), text);
  }
  return { top, journal, storage };
}

/** @returns what it says, or `killed` */
function runChild(program: string, order: Order): Promise<string> {
  const env = { ...process.env, [isChild]: JSON.stringify(order) };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program], { env }, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.signal === 'SIGKILL') resolve('killed');
      else reject(new Error(stderr));
    });
  });
}

const phases = ['before', 'halfway', 'after'] as const;

/** So many writes die with one process. */
const together = 10;

/** Kills a writing path at points chosen by the seed, and checks what is left and what the next start makes of it. */
export async function killMany(program: string, name: string, times: number, seed: number): Promise<void> {
  const { top, ...whole } = prepare(pathOf(name));
  const counts: unknown = JSON.parse(await runChild(program, { name, writes: [whole] }));
  fs.rmSync(top, { recursive: true });
  const total = Array.isArray(counts) ? Number(counts[0]) : 0;
  assert.ok(total > 0, `${name} makes no call`);
  const next = randomFrom(seed);
  const kills = Array.from({ length: times }, (_, kill) => {
    const call = 1 + Math.floor(next() * total);
    return { kill, point: { call, when: phases[Math.floor(next() * phases.length)] ?? 'after' } };
  });
  const batches = Array.from({ length: Math.ceil(times / together) }, (_, at) =>
    kills.slice(at * together, (at + 1) * together),
  ).values();
  const work = async (): Promise<void> => {
    for (const batch of batches) await killTogether(program, name, batch);
  };
  // Much of it is waiting for locks that were cut short themselves.
  await Promise.all([work(), work(), work(), work()]);
}

interface Kill {
  /** Counts all of them. */
  readonly kill: number;
  readonly point: KillPoint;
}

async function killTogether(program: string, name: string, kills: readonly Kill[]): Promise<void> {
  const killed = kills.map((kill) => ({ ...kill, ...prepare(pathOf(name)) }));
  try {
    const writes = killed.map(({ journal, storage, point }) => ({ journal, storage, point }));
    assert.equal(await runChild(program, { name, writes }), 'killed');
    await Promise.all(killed.map((each) => recoverFrom(name, each)));
  } finally {
    for (const { top } of killed) fs.rmSync(top, { recursive: true });
  }
}

async function recoverFrom(name: string, { kill, point, ...folders }: Kill & Prepared): Promise<void> {
  const writingPath = pathOf(name);
  try {
    await writingPath.check(folders, false, kill);
    age(folders.top);
    await writingPath.recover(folders, kill);
    await writingPath.check(folders, true, kill);
    await leavesNothing(folders);
  } catch (error) {
    throw new Error(`${name}, killed ${point.when} call ${point.call} (${kill}): ${String(error)}`, {
      cause: error,
    });
  }
}

/** What is left half-written goes: in the journal when notes are read, in the storage when a folder is looked at. */
async function leavesNothing({ journal, storage }: Folders): Promise<void> {
  const filesIn = (folder: string) => new NodeFiles(folder, () => ({ dispose: () => undefined }));
  await filesIn(journal).walk([''], new WalkRecord());
  assert.deepEqual(leftOver(journal), []);
  for (const { parentPath } of leftOver(storage)) await filesIn(parentPath).list('');
  assert.deepEqual(leftOver(storage), []);
}

/** What is half-written. */
export function leftOver(top: string): fs.Dirent[] {
  return fs
    .readdirSync(top, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.startsWith('.two-hats-'));
}

/** The next start is much later: what is half-written is no other window's at work. */
function age(folder: string): void {
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) fs.utimesSync(path.join(entry.parentPath, entry.name), longAgo, longAgo);
}
