import * as vscode from 'vscode';
import { experimentsFolder, noExperiments, type Experiments } from '../core/experiment/experiment';
import { awaitNewest } from '../core/util/awaitNewest';
import { Newest } from '../core/util/newest';
import { Disposable } from '../platform/disposable';
import type { ExperimentsSource, Journal, Services } from './services';

type ExperimentServices = Pick<Services, 'journal' | 'log'>;

/** The experiments of the journal in use. Nothing is read before their first use. */
export function createExperiments(services: ExperimentServices): ExperimentsSource & { dispose(): void } {
  return new CurrentExperiments(services);
}

class CurrentExperiments extends Disposable implements ExperimentsSource {
  readonly #services: ExperimentServices;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #newest = this.register(new Newest());
  #watcher: { dispose(): void } | undefined;
  #reading: Promise<void> | undefined;
  #current = noExperiments;
  readonly onDidChange = this.#changed.event;

  constructor(services: ExperimentServices) {
    super();
    this.#services = services;
    this.register(
      services.journal.onDidChange(() => {
        if (this.#reading) this.#follow();
      }),
    );
  }

  get current(): Experiments {
    if (!this.#reading) this.#follow();
    return this.#current;
  }

  async whenReady(): Promise<Experiments> {
    if (!this.#reading) this.#follow();
    await awaitNewest(() => this.#reading);
    return this.#current;
  }

  override dispose(): void {
    this.#watcher?.dispose();
    super.dispose();
  }

  #follow(): void {
    this.#watcher?.dispose();
    const journal = this.#services.journal.current;
    this.#watcher = journal?.files.watch((path) => {
      if (path === '' || path.split('/', 1)[0] === experimentsFolder) this.#reading = this.#read(journal);
    });
    this.#reading = this.#read(journal);
  }

  async #read(journal: Journal | undefined): Promise<void> {
    const isNewest = this.#newest.begin();
    const experiments = await this.#parse(journal);
    if (!isNewest() || JSON.stringify(experiments) === JSON.stringify(this.#current)) return;
    this.#current = experiments;
    this.#changed.fire();
  }

  async #parse(journal: Journal | undefined): Promise<Experiments> {
    if (!journal) return noExperiments;
    try {
      // Most journals have none: then no parser is loaded.
      if ((await journal.files.list(experimentsFolder)).length === 0) return noExperiments;
      const { readExperiments } = await import('../core/experiment/experimentFiles');
      return await readExperiments(journal.files);
    } catch (error) {
      this.#services.log.warn('What you try can’t be read.', error);
      return this.#current;
    }
  }
}
