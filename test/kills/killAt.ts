import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Where a process dies: at so-and-so many calls of its disk, before it, after it, or in the middle of a write. */
export interface KillPoint {
  /** From 1 on; `Infinity` for never. */
  readonly call: number;
  readonly when: 'before' | 'halfway' | 'after';
}

const calls = ['mkdir', 'open', 'rename', 'link', 'rm', 'unlink', 'chmod', 'readdir', 'readFile'] as const;
const handleCalls = ['writeFile', 'sync'] as const;

/** From now on the process counts its calls, and dies like one that is killed. @returns how many there were */
export async function killAt({ call, when }: KillPoint): Promise<() => number> {
  let count = 0;
  const wrap = (owner: object, name: string) => {
    const real: unknown = Reflect.get(owner, name);
    if (typeof real !== 'function') throw new Error(`The disk has no ${name}.`);
    const counted = async function (this: unknown, ...values: unknown[]): Promise<unknown> {
      const isIt = ++count === call;
      if (isIt && when === 'before') die();
      const [text] = values;
      if (isIt && when === 'halfway' && (typeof text === 'string' || text instanceof Uint8Array))
        values[0] = text.slice(0, text.length / 2);
      try {
        return await Reflect.apply(real, this, values);
      } finally {
        if (isIt) die();
      }
    };
    Reflect.set(owner, name, counted);
  };
  const handle = await fs.open(process.execPath);
  const prototype: unknown = Object.getPrototypeOf(handle);
  await handle.close();
  if (typeof prototype !== 'object' || prototype === null) throw new Error('A file has no calls.');
  for (const name of handleCalls) wrap(prototype, name);
  for (const name of calls) wrap(fs, name);
  syncBuiltinESMExports();
  return () => count;
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
