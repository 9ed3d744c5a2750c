import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Where a write ends for ever: at so-and-so many of its calls of the disk, before it, after it, or halfway. */
export interface KillPoint {
  /** From 1 on. */
  readonly call: number;
  readonly when: 'before' | 'halfway' | 'after';
}

interface Counted {
  calls: number;
  readonly point: KillPoint | undefined;
  readonly isOver: () => void;
}

const calls = ['mkdir', 'open', 'rename', 'link', 'rm', 'unlink', 'chmod', 'readdir', 'readFile'] as const;
const handleCalls = ['writeFile', 'sync'] as const;
const current = new AsyncLocalStorage<Counted>();

/** Counts from now on what each write asks of the disk. */
export async function countCalls(): Promise<void> {
  const handle = await fs.open(process.execPath);
  const prototype: unknown = Object.getPrototypeOf(handle);
  await handle.close();
  if (typeof prototype !== 'object' || prototype === null) throw new Error('A file has no calls.');
  for (const name of handleCalls) count(prototype, name);
  for (const name of calls) count(fs, name);
  syncBuiltinESMExports();
}

function count(owner: object, name: string): void {
  const real: unknown = Reflect.get(owner, name);
  if (typeof real !== 'function') throw new Error(`The disk has no ${name}.`);
  const counted = async function (this: unknown, ...values: unknown[]): Promise<unknown> {
    const write = current.getStore();
    if (!write || ++write.calls !== write.point?.call) return Reflect.apply(real, this, values);
    const { when } = write.point;
    const [text] = values;
    if (
      when === 'halfway' &&
      name === 'writeFile' &&
      (typeof text === 'string' || text instanceof Uint8Array)
    )
      values[0] = text.slice(0, text.length / 2);
    // That it failed is known to nobody, either.
    if (when !== 'before') await Promise.allSettled([Reflect.apply(real, this, values)]);
    write.isOver();
    return new Promise<never>(() => undefined);
  };
  Reflect.set(owner, name, counted);
}

/** @returns the number of calls */
export async function countedCalls(write: () => Promise<void>): Promise<number> {
  const counted: Counted = { calls: 0, point: undefined, isOver: () => undefined };
  await current.run(counted, write);
  return counted.calls;
}

/** Resolves when the write has come to its point, from which on it never goes on. */
export function runUpTo(point: KillPoint, write: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const counted: Counted = { calls: 0, point, isOver: resolve };
    current.run(counted, write).then(() => {
      reject(new Error(`It was done after ${counted.calls} calls, before call ${point.call}.`));
    }, reject);
  });
}
