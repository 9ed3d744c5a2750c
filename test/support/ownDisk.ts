import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A small disk that is mounted for a test, where the system lets it. */
export class OwnDisk {
  static readonly whyNone =
    'Skipped: this system lets nobody mount a disk here, so none is full or read-only.';

  private constructor(readonly folder: string) {}

  /** @param size as `mount` takes it */
  static mount(size: string): OwnDisk | undefined {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'two-hats-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'two-hats-test', folder], {
        stdio: 'pipe',
      });
      return new OwnDisk(folder);
    } catch {
      fs.rmdirSync(folder);
      return undefined;
    }
  }

  setReadOnly(isReadOnly: boolean): void {
    execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, this.folder], { stdio: 'pipe' });
  }

  /** Until not a byte fits any more. */
  fill(): void {
    const file = fs.openSync(this.#ballast, 'w');
    try {
      for (let size = 1 << 16; size > 0;)
        try {
          fs.writeSync(file, Buffer.alloc(size));
        } catch {
          size >>= 1;
        }
    } finally {
      fs.closeSync(file);
    }
  }

  makeRoom(): void {
    fs.rmSync(this.#ballast);
  }

  unmount(): void {
    execFileSync('umount', [this.folder], { stdio: 'pipe' });
    fs.rmdirSync(this.folder);
  }

  get #ballast(): string {
    return path.join(this.folder, 'ballast');
  }
}
