import { experimentsFolder, noExperiments, type Experiments } from '../core/experiment/experiment';
import { JournalReading, type Reading } from './journal/journalReading';
import type { ExperimentsSource, Journal, Services } from './services';

type ExperimentServices = Pick<Services, 'journal' | 'log'>;

/** The experiments of the journal in use. Nothing is read before their first use. */
export function createExperiments(services: ExperimentServices): ExperimentsSource & { dispose(): void } {
  return new CurrentExperiments(services);
}

class CurrentExperiments extends JournalReading<Experiments> implements ExperimentsSource {
  readonly #log: ExperimentServices['log'];

  constructor(services: ExperimentServices) {
    super(services, noExperiments);
    this.#log = services.log;
  }

  protected override holds(path: string): boolean {
    return path.split('/', 1)[0] === experimentsFolder;
  }

  protected override async read(journal: Journal | undefined): Promise<Reading<Experiments>> {
    if (!journal) return { value: noExperiments };
    try {
      // Most journals have none: then no parser is loaded.
      if ((await journal.files.list(experimentsFolder)).length === 0) return { value: noExperiments };
      const { readExperiments } = await import('../core/experiment/experimentFiles');
      return { value: await readExperiments(journal.files) };
    } catch (error) {
      this.#log.warn('What you try can’t be read.', error);
      return { value: this.current };
    }
  }
}
