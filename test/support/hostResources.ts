// What lives in an extension host, after a garbage collection.
import v8 from 'node:v8';
import * as vscode from 'vscode';

export interface HostResources {
  /** In use, in bytes. */
  readonly heap: number;
  /** Of all events of the host. */
  readonly listeners: number;
  readonly watchers: number;
}

type Class = new () => unknown;

/** VS Code keeps each listener in an object of a class that it names nowhere: found by a listener of ours. */
function listenerClass(): Class {
  const emitter = new vscode.EventEmitter<void>();
  const listener = (): void => undefined;
  emitter.event(listener);
  const kept = Object.values(emitter).find(
    (value: unknown) =>
      typeof value === 'object' && value !== null && (value as { value?: unknown }).value === listener,
  ) as object | undefined;
  emitter.dispose();
  if (!kept) throw new Error('This VS Code keeps listeners in another way.');
  return kept.constructor as Class;
}

function watcherClass(): Class {
  const watcher = vscode.workspace.createFileSystemWatcher('**/no-such-file');
  watcher.dispose();
  return watcher.constructor as Class;
}

/** Counts what lives; counting collects the garbage first. */
export class ResourceCounter {
  readonly #listener = listenerClass();
  readonly #watcher = watcherClass();

  count(): HostResources {
    const listeners = v8.queryObjects(this.#listener, { format: 'count' });
    const watchers = v8.queryObjects(this.#watcher, { format: 'count' });
    return { heap: process.memoryUsage().heapUsed, listeners, watchers };
  }
}
