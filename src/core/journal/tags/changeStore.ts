/**
 * Where the records of tag changes lie: of each journal the one that is under way, and the last one. A change that has
 * begun stands in the way of another one, in whatever window, until it ends; what a crash interrupted does not.
 */
import { textHash } from '../../util/hash';
import { recordPath, type Which } from './recordPaths';
import { parseRecord, stateOf, withoutTexts, type ChangeRecord } from './changeRecord';
import type { Files } from '../files';
import type { Clock } from '../../util/dates';

/** A folder of the extension's own. */
export interface RecordFiles extends Pick<Files, 'read' | 'create' | 'replace'> {
  /** What is not there any more is no failure. */
  remove(path: string): Promise<void>;
}

/** While a change is under way, `beat` is to be called at least so often, in ms. */
export const beatMs = 1000;
/** After so long without a beat, in ms, nobody is at it any more. */
const aliveMs = 5000;

export class ChangeStore {
  readonly #name: string;

  /** @param journal its address */
  constructor(
    journal: string,
    private readonly files: RecordFiles,
    private readonly clock: Clock,
  ) {
    this.#name = textHash(journal);
  }

  /** @returns whether it may go on: `false` while another one is under way */
  async begin(record: ChangeRecord, read: ReadNote): Promise<boolean> {
    await this.#settle(read);
    if (await this.isRunning()) return false;
    await this.beat();
    return this.files.create(this.#path('begun'), JSON.stringify(record));
  }

  /** Takes up what was interrupted. */
  async resume(): Promise<void> {
    await this.beat();
  }

  /** To be called before the first note is touched, with all of them. */
  async update(record: ChangeRecord): Promise<void> {
    await this.files.replace(this.#path('begun'), JSON.stringify(record));
  }

  /** @param last the one to be undone next; `undefined` where it stays as it was, `none` where there is none left */
  async end(last: ChangeRecord | 'none' | undefined): Promise<void> {
    if (last === 'none') await this.files.remove(this.#path('last'));
    else if (last) await this.files.replace(this.#path('last'), JSON.stringify(withoutTexts(last)));
    await this.files.remove(this.#path('begun'));
    await this.files.remove(this.#path('beat'));
  }

  async beat(): Promise<void> {
    await this.files.replace(this.#path('beat'), String(this.clock.now()));
  }

  /** Is some window at it? */
  async isRunning(): Promise<boolean> {
    if ((await this.files.read(this.#path('begun'))) === undefined) return false;
    const beat = Number(await this.files.read(this.#path('beat')));
    return Math.abs(this.clock.now() - beat) < aliveMs;
  }

  /** What was interrupted, unless no note was to be touched yet; `undefined` while it is under way. */
  async interrupted(): Promise<ChangeRecord | undefined> {
    if (await this.isRunning()) return undefined;
    const record = await this.#read('begun');
    return record && record.files.length > 0 ? record : undefined;
  }

  /** The change to be undone next. */
  async last(read: ReadNote): Promise<ChangeRecord | undefined> {
    await this.#settle(read);
    return this.#read('last');
  }

  /** What was interrupted is the last one as soon as it has changed a note. */
  async #settle(read: ReadNote): Promise<void> {
    const json = await this.files.read(this.#path('begun'));
    if (json === undefined || (await this.isRunning())) return;
    const record = parseRecord(json);
    // Its texts stay: they may be needed still.
    if (record && (await hasChanged(record, read)))
      await this.files.replace(this.#path('last'), JSON.stringify(record));
    await this.files.remove(this.#path('begun'));
  }

  async #read(which: Which): Promise<ChangeRecord | undefined> {
    return parseRecord((await this.files.read(this.#path(which))) ?? '');
  }

  #path(which: Which): string {
    return recordPath(this.#name, which);
  }
}

/** A note's text; `undefined` where it can't be read. */
type ReadNote = (path: string) => Promise<string | undefined>;

async function hasChanged({ files }: ChangeRecord, read: ReadNote): Promise<boolean> {
  for (const file of files) if (['after', 'cut'].includes(stateOf(file, await read(file.path)))) return true;
  return false;
}
