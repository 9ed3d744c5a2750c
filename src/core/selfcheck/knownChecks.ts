import { FileError, type Files, type FileVersion, type Visitor } from '../journal/files';
import { fileName } from '../journal/paths';
import { checksFolder, isCheckName, newestNamesFirst } from './checkFiles';
import type { Checks, DamagedCheck, FiledCheck } from './checks';
import { readRecord } from './record';

type CheckReading =
  | { readonly check: FiledCheck; readonly damaged?: undefined }
  | { readonly check?: undefined; readonly damaged: DamagedCheck };

/** The checks of a journal as they were when last compared with the disk: no file is parsed twice. */
export class KnownChecks {
  readonly #files: Pick<Files, 'walk'>;
  readonly #readings = new Map<string, CheckReading & { readonly version: FileVersion }>();
  #unreadable: readonly DamagedCheck[] = [];
  #checks: Checks = { records: [], damaged: [] };

  constructor(files: Pick<Files, 'walk'>) {
    this.#files = files;
  }

  get checks(): Checks {
    return this.#checks;
  }

  /**
   * Compares with the disk.
   * @param isOver ends it early
   * @returns whether anything is otherwise than before
   */
  async compare(isOver: () => boolean): Promise<boolean> {
    const pass = new CheckPass(this.#readings);
    try {
      await this.#files.walk([checksFolder], { ...pass.visitor, isOver });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      pass.visitor.skipped(checksFolder, 'unreadable');
    }
    if (isOver()) return false;
    const gone = [...this.#readings.keys()].filter((path) => !pass.seen.has(path));
    for (const path of gone) this.#readings.delete(path);
    const isChanged = pass.isChanged || gone.length > 0 || !isSame(pass.unreadable, this.#unreadable);
    this.#unreadable = pass.unreadable;
    if (isChanged) this.#gather();
    return isChanged;
  }

  #gather(): void {
    const readings = newestNamesFirst([...this.#readings.keys()].map(fileName)).flatMap(
      (name) => this.#readings.get(`${checksFolder}/${name}`) ?? [],
    );
    this.#checks = {
      records: readings.flatMap(({ check }) => check ?? []),
      damaged: [...readings.flatMap(({ damaged }) => damaged ?? []), ...this.#unreadable],
    };
  }
}

/** All checks, for who reads them once. */
export async function readChecks(files: Pick<Files, 'walk'>): Promise<Checks> {
  const known = new KnownChecks(files);
  await known.compare(() => false);
  return known.checks;
}

class CheckPass {
  readonly seen = new Set<string>();
  readonly unreadable: DamagedCheck[] = [];
  isChanged = false;

  constructor(private readonly readings: Map<string, CheckReading & { readonly version: FileVersion }>) {}

  readonly visitor: Omit<Visitor, 'isOver'> = {
    entersFolder: (path) => path === checksFolder,
    wantsFile: (path) => isCheckName(fileName(path)),
    known: (path) => this.readings.get(path)?.version,
    unchanged: (path) => void this.seen.add(path),
    read: (path, text, version) => {
      this.seen.add(path);
      this.isChanged = true;
      this.readings.set(path, { ...readingOf(path, text), version });
    },
    skipped: (path, reason) => {
      if (this.seen.has(path)) return;
      this.unreadable.push({
        ...{ path, code: 'unreadable' },
        error: new FileError('unavailable', path, reason),
      });
    },
  };
}

function readingOf(path: string, text: string): CheckReading {
  const { record, problem } = readRecord(text);
  return record ? { check: { ...record, path } } : { damaged: { path, ...problem } };
}

function isSame(some: readonly DamagedCheck[], others: readonly DamagedCheck[]): boolean {
  return some.length === others.length && some.every(({ path }, index) => path === others[index]?.path);
}
