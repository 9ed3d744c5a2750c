import * as vscode from 'vscode';
import type { Checks } from '../../core/selfcheck/checks';
import { checksFolder } from '../../core/selfcheck/checkFiles';
import { awaitNewest } from '../../core/util/awaitNewest';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';
import type { ChecksSource, Journal, Services } from '../services';
import type { StoredChecks, StoredCheckServices } from './storedChecks';

/** Changes on the disk come in bursts, in ms. */
const settleMs = 100;

const none: Checks = { records: [], damaged: [] };

type CheckServices = Pick<Services, 'journal'> & StoredCheckServices;

/** Nothing is read, nor any code for it loaded, before its first use. */
export function createChecks(services: CheckServices): ChecksSource & { dispose(): void } {
  return new CurrentChecks(services);
}

class CurrentChecks extends Disposable implements ChecksSource {
  readonly #services: CheckServices;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #reading: JournalChecks | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(services: CheckServices) {
    super();
    this.#services = services;
    this.register(
      services.journal.onDidChange(() => {
        if (!this.#reading) return;
        this.#follow();
        this.#changed.fire();
      }),
    );
  }

  get current(): Checks {
    return this.#follow().checks;
  }

  async whenReady(): Promise<Checks> {
    await awaitNewest(() => this.#follow().whenLooked());
    return this.current;
  }

  refresh(): void {
    if (this.#reading) void this.#reading.look();
    else this.#changed.fire();
  }

  override dispose(): void {
    this.#reading?.dispose();
    super.dispose();
  }

  /** The journal in use. */
  #follow(): JournalChecks {
    const journal = this.#services.journal.current;
    if (this.#reading && this.#reading.journal === journal) return this.#reading;
    this.#reading?.dispose();
    return (this.#reading = new JournalChecks(this.#services, journal, () => {
      this.#changed.fire();
    }));
  }
}

/** The checks of one journal: read when asked for, and again what changes. */
class JournalChecks extends Disposable {
  readonly #services: CheckServices;
  readonly #tell: () => void;
  readonly #soon = this.register(new Timer());
  #stored: StoredChecks | undefined;
  #looking: Promise<void> | undefined;

  /** @param tell called after changes */
  constructor(
    services: CheckServices,
    readonly journal: Journal | undefined,
    tell: () => void,
  ) {
    super();
    this.#services = services;
    this.#tell = tell;
    if (!journal) return;
    this.register(
      journal.files.watch((path) => {
        if (path === '' || path.split('/', 1)[0] === checksFolder)
          this.#soon.setOnce(settleMs, () => void this.look());
      }),
    );
  }

  get checks(): Checks {
    return this.#stored?.checks ?? none;
  }

  /** The newest look at the disk; the first, where there was none. */
  whenLooked(): Promise<void> {
    return this.#looking ?? this.look();
  }

  /** One look after the other. Resolves when this one was done. */
  look(): Promise<void> {
    return (this.#looking = (this.#looking ?? Promise.resolve()).then(() => this.#compare()));
  }

  async #compare(): Promise<void> {
    if (!this.journal || this.isDisposed) return;
    try {
      const { StoredChecks } = await import('./storedChecks');
      this.#stored ??= this.register(new StoredChecks(this.#services, this.journal, () => this.look()));
      if (await this.#stored.compare()) this.#tell();
    } catch (error) {
      this.#services.log.error('The self-checks could not be read.', error);
    }
  }
}
