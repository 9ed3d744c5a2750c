import type * as vscode from 'vscode';
import { ChecksCacheReader, ChecksCacheWriter, type StoredCheck } from '../../core/selfcheck/checksCache';
import type { Checks } from '../../core/selfcheck/checks';
import { KnownChecks } from '../../core/selfcheck/knownChecks';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';
import { CacheFile } from '../cacheFile';
import type { Journal, Services } from '../services';

/** What is known is saved for the next start when nothing has changed for so long, in ms. */
const saveMs = 5000;

export type StoredCheckServices = Pick<Services, 'clock' | 'log'> & {
  readonly context: Pick<vscode.ExtensionContext, 'globalStorageUri'>;
};

/** The checks of one journal, saved for the next start. */
export class StoredChecks extends Disposable {
  readonly #services: StoredCheckServices;
  readonly #known: KnownChecks;
  readonly #cache: CacheFile<StoredCheck>;
  readonly #saveTimer = this.register(new Timer());
  #restored: Promise<void> | undefined;

  /** @param look compares in its turn, and tells what changed */
  constructor(
    services: StoredCheckServices,
    { files, root }: Journal,
    private readonly look: () => Promise<void>,
  ) {
    super();
    this.#services = services;
    this.#known = new KnownChecks({ files, clock: services.clock });
    this.#cache = new CacheFile(services.context.globalStorageUri, root, checksForm, services.log);
  }

  get checks(): Checks {
    return this.#known.checks;
  }

  /**
   * Compares with the disk. One at a time.
   * @returns whether anything is to be shown otherwise than before
   */
  async compare(): Promise<boolean> {
    const before = this.checks;
    await (this.#restored ??= this.#restore());
    if (await this.#known.compare(() => this.isDisposed)) this.#saveLater();
    return this.checks !== before;
  }

  async #restore(): Promise<void> {
    await this.#cache.restore((check) => {
      this.#known.restore(check);
    });
    if (await this.#cache.isOld(this.#services.clock.now())) this.#saveLater();
  }

  #saveLater(): void {
    this.#saveTimer.set(saveMs, () => void this.#save());
  }

  /** Once more what was read so soon after it was written that it may have changed since. */
  async #save(): Promise<void> {
    await this.look();
    await this.#cache.save(this.#known.stored, () => !this.isDisposed);
  }
}

const checksForm = {
  what: 'self-checks',
  suffix: '-checks',
  writer: () => new ChecksCacheWriter(),
  reader: (text: string) => new ChecksCacheReader(text),
};
