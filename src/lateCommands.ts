import { Disposable } from './platform/disposable';
import { homeUri } from './platform/folders';
import { Timer } from './platform/timer';
import { proxyCommands } from './proxyCommands';
import type { Services } from './services/services';

/** Of the features of `commandFeatures.ts`; a test compares. */
export const lateCommands = [
  'twoHats.startQuickCheck',
  'twoHats.startFullCheck',
  'twoHats.checkDimension',
  'twoHats.newOneOnOneNote',
  'twoHats.newRetrospective',
  'twoHats.newReflection',
  'twoHats.prepareOneOnOne',
  'twoHats.newPreparedNote',
  'twoHats.copyPreparation',
  'twoHats.lookBack',
  'twoHats.copyForAssistant',
  'twoHats.gatherPerson',
  'twoHats.insertTemplate',
  'twoHats.copyTemplate',
  'twoHats.insertPrompt',
  'twoHats.insertDimensionTag',
  'twoHats.tryOneThing',
  'twoHats.openSampleJournal',
  'twoHats.closeSampleJournal',
  'twoHats.removePerson',
  'twoHats.customizeFramework',
];

/** In ms: so long after the start nothing waits for the host any more. */
const idleMs = 3000;

/** Features that do nothing at a start: loaded with the first call of their commands, or when nothing else is to be done. */
export class LateCommands extends Disposable {
  readonly #services: Services;
  readonly #proxies: { dispose(): void };
  #loading: Promise<void> | undefined;

  constructor(services: Services) {
    super();
    this.#services = services;
    const load = () => (this.#loading ??= this.#load());
    this.#proxies = this.register(proxyCommands(lateCommands, load));
    this.register(new Timer()).set(idleMs, () => void load());
  }

  async #load(): Promise<void> {
    const { registerCommandFeatures } = await import('./commandFeatures');
    this.#proxies.dispose();
    if (!this.isDisposed) this.register(registerCommandFeatures({ ...this.#services, home: homeUri() }));
  }
}
