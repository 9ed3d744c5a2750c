import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NodeFiles } from '../../src/features/nodeFiles';
import { WalkRecord } from '../support/filesContract';
import { killAt, type KillPoint } from './killAt';
import { writingPaths, type Folders, type WritingPath } from './writingPaths';

/** Asks the same program to be the process that dies. */
const isChild = 'TWO_HATS_KILL';

interface Order extends Folders {
  readonly name: string;
  /** `never`: JSON has no number for that. */
  readonly point: KillPoint | 'never';
}

/** Does what it is asked for, if this process is the one that dies. @returns whether it is */
export async function dieIfAsked(): Promise<boolean> {
  const order = process.env[isChild];
  if (order === undefined) return false;
  const { name, point, ...folders } = JSON.parse(order) as Order;
  const counted = await killAt(point === 'never' ? { call: Infinity, when: 'after' } : point);
  await writingPaths[name]?.write(folders);
  process.stdout.write(String(counted()));
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

function prepare(name: string): Folders & { readonly top: string } {
  const top = makeFolder();
  const [journal, storage] = [path.join(top, 'journal'), path.join(top, 'storage')];
  for (const folder of [journal, storage]) fs.mkdirSync(folder);
  for (const [file, text] of Object.entries(pathOf(name).texts)) {
    fs.mkdirSync(path.dirname(path.join(journal, file)), { recursive: true });
    fs.writeFileSync(path.join(journal, file), text);
  }
  return { top, journal, storage };
}

/** @returns the number of calls, or `killed` */
function runChild(program: string, order: Order): Promise<number | 'killed'> {
  const env = { ...process.env, [isChild]: JSON.stringify(order) };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program], { env }, (error, stdout, stderr) => {
      if (!error) resolve(Number(stdout));
      else if (error.signal === 'SIGKILL') resolve('killed');
      else reject(new Error(stderr));
    });
  });
}

/** Numbers from 0 to below 1, always the same for a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const phases = ['before', 'halfway', 'after'] as const;

/** Kills a writing path at points chosen by the seed, and checks what is left and what the next start makes of it. */
export async function killMany(program: string, name: string, times: number, seed: number): Promise<void> {
  const { top, journal, storage } = prepare(name);
  const total = await runChild(program, { name, journal, storage, point: 'never' });
  fs.rmSync(top, { recursive: true });
  assert.ok(typeof total === 'number' && total > 0, `${name} makes no call`);
  const next = random(seed);
  const points = Array.from({ length: times }, (): KillPoint => {
    const call = 1 + Math.floor(next() * total);
    return { call, when: phases[Math.floor(next() * phases.length)] ?? 'after' };
  });
  const waiting = points.entries();
  const work = async (): Promise<void> => {
    for (const [kill, point] of waiting) await killOnce(program, name, point, kill);
  };
  await Promise.all([work(), work()]);
}

async function killOnce(program: string, name: string, point: KillPoint, kill: number): Promise<void> {
  const folders = prepare(name);
  const { journal, storage } = folders;
  const writingPath = pathOf(name);
  try {
    assert.equal(await runChild(program, { name, journal, storage, point }), 'killed');
    await writingPath.check(folders, false, kill);
    age(folders.top);
    await writingPath.recover(folders, kill);
    await writingPath.check(folders, true, kill);
    await leavesNothing(folders);
  } catch (error) {
    throw new Error(`${name}, killed ${point.when} call ${point.call} (${kill}): ${String(error)}`, {
      cause: error,
    });
  } finally {
    fs.rmSync(folders.top, { recursive: true });
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

function leftOver(top: string): fs.Dirent[] {
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
