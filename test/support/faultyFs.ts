import * as fs from 'node:fs/promises';
import type { NodeFileSystem } from '../../src/platform/nodeDisk';

/** A call of the file system, `handle.` before what is asked of an open file: `rename`, `handle.sync`. */
export type Call = keyof NodeFileSystem | `handle.${'chmod' | 'close' | 'stat' | 'sync' | 'writeFile'}`;

/**
 * Node's own file system, asked before each call.
 * @param before may throw or wait
 */
export function faultyFs(before: (call: Call, path: string) => void | Promise<void>): NodeFileSystem {
  const asked =
    <Args extends unknown[], T>(call: Call, path: string, action: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      await before(call, path);
      return action(...args);
    };
  return new Proxy<NodeFileSystem>(fs, {
    get: (target, name: keyof NodeFileSystem) => {
      if (name === 'open')
        return async (path: string, ...rest: [string]) => {
          await before(name, path);
          return watched(await target.open(path, ...rest), path);
        };
      return (path: string, ...rest: unknown[]) =>
        asked(name, path, () => Reflect.apply(target[name], target, [path, ...rest]) as Promise<unknown>)();
    },
  });

  function watched(handle: fs.FileHandle, path: string): fs.FileHandle {
    return new Proxy(handle, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          // What can't be closed is closed nevertheless, as by the system.
          if (name === 'close') await target.close();
          await before(`handle.${String(name)}` as Call, path);
          return name === 'close' ? undefined : (Reflect.apply(member, target, args) as unknown);
        };
      },
    });
  }
}

export function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made to fail`), { code });
}
