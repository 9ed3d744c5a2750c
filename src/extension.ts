import * as vscode from 'vscode';
import { registerActionsView } from './features/actionsView';
import { createCapture, type Capture } from './features/capture';
import { createToday, systemClock } from './services/clock';
import { registerFindInNotes } from './features/findInNotes';
import { homeUri } from './platform/folders';
import { createChecks } from './services/checks';
import { createConfig } from './services/config';
import { createExperiments } from './services/experiments';
import { createFrameworkSource } from './services/framework';
import { createJournalSource } from './services/journal';
import { registerFrameworkView } from './features/frameworkView';
import { registerJournal } from './features/journal';
import { choosePlace } from './features/journal/choosePlace';
import {
  registerPreview,
  registerTagLanguage,
  type MarkdownExtension,
  type TagProviders,
} from './features/tagLanguage';
import { LateCommands } from './lateCommands';
import { registerLookUp } from './features/lookUp';
import { MarkdownEditor } from './services/markdownEditor';
import { QueuedMemento } from './services/memento';
import { createNoteIndex } from './services/noteIndex';
import { registerNotesView } from './features/notesView';
import type { Services } from './services/services';
import { createPeople } from './services/people';
import { createPrivacy } from './services/privacy';
import { registerReport } from './features/report';
import { createRatings } from './services/ratings';
import { Settings } from './services/settings';
import { registerTagRename } from './features/tagRename';

/** What `start.ts` asks of all the rest. */
export interface Extension {
  readonly preview: MarkdownExtension;
  readonly capture: Capture;
}

/** The features that need no other. */
const others = [registerJournal, registerReport, registerTagRename];

/** Disposes of what it is given when the extension ends, and hands it on. */
type Register = <T extends { dispose(): void }>(part: T) => T;

/** The composition root: makes the services, hands them to each other and registers the features. */
export function activate(context: vscode.ExtensionContext): Extension {
  const register: Register = (part) => {
    context.subscriptions.push(part);
    return part;
  };
  const services = createServices(context, register);
  const notesView = register(registerNotesView(services));
  register(registerActionsView(services));
  const view = register(registerFrameworkView(services, notesView));
  register(registerFindInNotes(services, notesView));
  register(registerLookUp(services, view));
  register(registerTagLanguage(services, loadTagProviders));
  for (const registerFeature of others) register(registerFeature(services));
  register(new LateCommands(services));
  return { preview: register(registerPreview(services)), capture: createCapture(services) };
}

async function loadTagProviders(services: Services): Promise<TagProviders> {
  return (await import('./tagProviders')).registerTagProviders(services);
}

function createServices(context: vscode.ExtensionContext, register: Register): Services {
  const log = register(vscode.window.createOutputChannel('Two Hats', { log: true }));
  const memory = new QueuedMemento(context.globalState, log);
  const settings = new Settings();
  const framework = register(createFrameworkSource({ settings, log, home: homeUri() }));
  const journal = register(
    createJournalSource({
      ...{ context, memory, settings, log },
      choosePlace: (current) => choosePlace({ context, log }, current),
    }),
  );
  const clock = systemClock;
  const checks = register(createChecks({ context, clock, log, journal }));
  const config = register(createConfig({ journal, log }));
  const index = register(createNoteIndex({ context, clock, log, config, framework, journal }));
  return {
    ...{ context, clock, log, memory, settings, framework, journal, checks, config, index },
    journalVisit: journal,
    today: register(createToday(clock)),
    ratings: register(createRatings({ checks, framework, journal, log })),
    experiments: register(createExperiments({ journal, log })),
    privacy: register(createPrivacy({ memory, log })),
    markdownEditor: register(new MarkdownEditor()),
    people: register(createPeople({ config, index, journal, log })),
  };
}
