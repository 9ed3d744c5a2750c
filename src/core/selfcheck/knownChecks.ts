import { FileError, isUnsettled, type Files, type Visitor } from '../journal/files';
import { fileName } from '../journal/paths';
import type { Clock } from '../util/dates';
import { checksFolder, isCheckName, newestNamesFirst } from './checkFiles';
import type { Checks, DamagedCheck, FiledCheck } from './checks';
import type { StoredCheck } from './checksCache';
import { readRecord } from './record';

interface KnownCheck extends StoredCheck {
  /** What it adds to the checks of the journal. */
  readonly check: FiledCheck | undefined;
  readonly damaged: DamagedCheck | undefined;
  readonly isUnsettled: boolean;
}

export interface ChecksParts {
  readonly files: Pick<Files, 'walk'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** The checks of a journal as they were when last compared with the disk: no file is parsed twice. */
export class KnownChecks {
  readonly #parts: ChecksParts;
  readonly #known = new Map<string, KnownCheck>();
  #unreadable: readonly DamagedCheck[] = [];
  /** Are the checks those that are known? */
  #isGathered = true;
  #checks: Checks = { records: [], damaged: [] };

  constructor(parts: ChecksParts) {
    this.#parts = parts;
  }

  /** Takes a check that was known in an earlier session; the next comparison tells whether it still is so. */
  restore(stored: StoredCheck): void {
    this.#known.set(stored.path, { ...knownCheck(stored), isUnsettled: false });
    this.#isGathered = false;
  }

  /** What may be restored later. */
  get stored(): readonly StoredCheck[] {
    return [...this.#known.values()].filter(({ isUnsettled }) => !isUnsettled);
  }

  get checks(): Checks {
    return this.#checks;
  }

  /**
   * Compares with the disk.
   * @param isOver ends it early
   * @returns whether anything is otherwise than before, or than it was in an earlier session
   */
  async compare(isOver: () => boolean): Promise<boolean> {
    const pass = new CheckPass(this.#known, this.#parts.clock);
    try {
      await this.#parts.files.walk([checksFolder], { ...pass.visitor, isOver });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      pass.visitor.skipped(checksFolder, 'unreadable');
    }
    if (isOver()) return false;
    const gone = [...this.#known.keys()].filter((path) => !pass.seen.has(path));
    for (const path of gone) this.#known.delete(path);
    const isChanged = pass.isChanged || gone.length > 0 || !isSame(pass.unreadable, this.#unreadable);
    this.#unreadable = pass.unreadable;
    if (isChanged || !this.#isGathered) this.#gather();
    return isChanged;
  }

  #gather(): void {
    this.#isGathered = true;
    const known = newestNamesFirst([...this.#known.keys()].map(fileName)).flatMap(
      (name) => this.#known.get(`${checksFolder}/${name}`) ?? [],
    );
    this.#checks = {
      records: known.flatMap(({ check }) => check ?? []),
      damaged: [...known.flatMap(({ damaged }) => damaged ?? []), ...this.#unreadable],
    };
  }
}

/** When what is read is never read again. */
const anyTime = { now: () => 0 };

/** All checks, for who reads them once. */
export async function readChecks(files: Pick<Files, 'walk'>): Promise<Checks> {
  const known = new KnownChecks({ files, clock: anyTime });
  await known.compare(() => false);
  return known.checks;
}

class CheckPass {
  readonly seen = new Set<string>();
  readonly unreadable: DamagedCheck[] = [];
  isChanged = false;

  constructor(
    private readonly known: Map<string, KnownCheck>,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  readonly visitor: Omit<Visitor, 'isOver'> = {
    entersFolder: (path) => path === checksFolder,
    wantsFile: (path) => isCheckName(fileName(path)),
    known: (path) => {
      const known = this.known.get(path);
      return known?.isUnsettled === true ? undefined : known;
    },
    unchanged: (path) => void this.seen.add(path),
    read: (path, text, { size, mtime }) => {
      this.seen.add(path);
      this.#take({ path, size, mtime, reading: readRecord(text) });
    },
    skipped: (path, reason) => {
      if (this.seen.has(path)) return;
      this.unreadable.push({
        ...{ path, code: 'unreadable' },
        error: new FileError('unavailable', path, reason),
      });
    },
  };

  #take(stored: StoredCheck): void {
    const before = this.known.get(stored.path);
    const isAsBefore = before !== undefined && isSameReading(before, stored);
    if (!isAsBefore) this.isChanged = true;
    this.known.set(stored.path, {
      ...(isAsBefore ? before : knownCheck(stored)),
      isUnsettled: isUnsettled(stored, this.clock.now()),
    });
  }
}

function knownCheck(stored: StoredCheck): Omit<KnownCheck, 'isUnsettled'> {
  const { path, reading } = stored;
  return {
    ...stored,
    check: reading.record && { ...reading.record, path },
    damaged: reading.problem && { path, ...reading.problem },
  };
}

/** A check read again for caution only must not count as a change. */
function isSameReading(before: StoredCheck, { size, mtime, reading }: StoredCheck): boolean {
  const isSameFile = size === before.size && mtime === before.mtime;
  return isSameFile && JSON.stringify(reading) === JSON.stringify(before.reading);
}

function isSame(some: readonly DamagedCheck[], others: readonly DamagedCheck[]): boolean {
  return some.length === others.length && some.every(({ path }, index) => path === others[index]?.path);
}
