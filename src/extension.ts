import * as vscode from 'vscode';
import { registerActionsView } from './features/actionsView';
import { createCapture, type Capture } from './features/capture';
import { createToday, systemClock } from './services/clock';
import { registerFindInNotes } from './features/findInNotes';
import { homeUri } from './platform/folders';
import { createChecks } from './services/checks';
import { createConfig } from './services/config';
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
type Keep = <T extends { dispose(): void }>(part: T) => T;

/** The composition root: makes the services, hands them to each other and registers the features. */
export function activate(context: vscode.ExtensionContext): Extension {
  const keep: Keep = (part) => {
    context.subscriptions.push(part);
    return part;
  };
  const services = createServices(context, keep);
  const notesView = keep(registerNotesView(services));
  keep(registerActionsView(services));
  const view = keep(registerFrameworkView(services, notesView));
  keep(registerFindInNotes(services, notesView));
  keep(registerLookUp(services, view));
  keep(registerTagLanguage(services, loadTagProviders));
  for (const register of others) keep(register(services));
  keep(new LateCommands(services));
  return { preview: keep(registerPreview(services)), capture: createCapture(services) };
}

async function loadTagProviders(services: Services): Promise<TagProviders> {
  return (await import('./tagProviders')).registerTagProviders(services);
}

function createServices(context: vscode.ExtensionContext, keep: Keep): Services {
  const log = keep(vscode.window.createOutputChannel('Two Hats', { log: true }));
  const memory = new QueuedMemento(context.globalState, log);
  const settings = new Settings();
  const framework = keep(createFrameworkSource({ settings, log, home: homeUri() }));
  const journal = keep(
    createJournalSource({
      ...{ context, memory, settings, log },
      choosePlace: (current) => choosePlace({ context, log }, current),
    }),
  );
  const clock = systemClock;
  const checks = keep(createChecks({ journal, log }));
  const config = keep(createConfig({ journal, log }));
  const index = keep(createNoteIndex({ context, clock, log, config, framework, journal }));
  return {
    ...{ context, clock, log, memory, settings, framework, journal, checks, config, index },
    journalVisit: journal,
    today: keep(createToday(clock)),
    ratings: keep(createRatings({ checks, framework, journal, log })),
    privacy: keep(createPrivacy({ memory, log })),
    markdownEditor: keep(new MarkdownEditor()),
    people: keep(createPeople({ config, index, journal, log })),
  };
}
