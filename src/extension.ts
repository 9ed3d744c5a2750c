import * as vscode from 'vscode';
import { registerActionsView } from './features/actionsView';
import { createCapture, type Capture } from './features/capture';
import { createToday, systemClock } from './services/clock';
import { registerFindInNotes } from './features/findInNotes';
import { homeUri } from './platform/folders';
import { createConfig } from './services/config';
import { registerCustomizeFramework } from './features/customizeFramework';
import { createFrameworkSource } from './services/framework';
import { createJournalSource } from './services/journal';
import { registerFrameworkView } from './features/frameworkView';
import { registerJournal } from './features/journal';
import { choosePlace } from './features/journal/choosePlace';
import { registerTagLanguage, registerPreview, type MarkdownExtension } from './features/tagLanguage';
import { registerLookUp } from './features/lookUp';
import { MarkdownEditor } from './services/markdownEditor';
import { QueuedMemento } from './services/memento';
import { createNoteIndex } from './services/noteIndex';
import { registerNotes } from './features/notes';
import { registerNotesView } from './features/notesView';
import type { Services } from './services/services';
import { createPeople } from './services/people';
import { registerRemovePerson } from './features/removePerson';
import { createPrivacy } from './services/privacy';
import { registerSelfCheck } from './features/selfCheck';
import { createRatings } from './services/ratings';
import { Settings } from './services/settings';
import { registerTagRename } from './features/tagRename';
import { registerTemplates } from './features/templates';

/** What `start.ts` asks of all the rest. */
export interface Extension {
  readonly preview: MarkdownExtension;
  readonly capture: Capture;
}

/** The features that need no other. */
const others = [
  registerSelfCheck,
  registerTemplates,
  registerNotes,
  registerRemovePerson,
  registerJournal,
  registerTagRename,
];

/** The composition root: makes the parts, hands them to each other and registers the features. */
export function activate(context: vscode.ExtensionContext): Extension {
  const keep = <T extends { dispose(): void }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = keep(vscode.window.createOutputChannel('Two Hats', { log: true }));
  const memory = new QueuedMemento(context.globalState, log);
  const settings = new Settings();
  const home = homeUri();
  const framework = keep(createFrameworkSource({ settings, log, home }));
  const journal = keep(
    createJournalSource({
      ...{ context, memory, settings, log },
      choosePlace: (current) => choosePlace({ context, log }, current),
    }),
  );
  const ratings = keep(createRatings({ framework, journal, log }));
  const privacy = keep(createPrivacy({ memory, log }));
  const markdownEditor = keep(new MarkdownEditor());
  const clock = systemClock;
  const today = keep(createToday(clock));
  const config = keep(createConfig({ journal, log }));
  const index = keep(createNoteIndex({ context, clock, log, config, framework, journal }));
  const people = keep(createPeople({ config, index, journal, log }));
  const parts: Services = {
    context,
    clock,
    today,
    log,
    memory,
    settings,
    framework,
    journal,
    ratings,
    privacy,
    markdownEditor,
    index,
    config,
    people,
  };
  const notesView = keep(registerNotesView(parts));
  keep(registerActionsView(parts));
  const view = keep(registerFrameworkView(parts, notesView));
  keep(registerFindInNotes(parts, notesView));
  keep(registerLookUp(parts, view));
  keep(
    registerTagLanguage(parts, async (services) =>
      (await import('./tagProviders')).registerTagProviders(services),
    ),
  );
  for (const register of others) keep(register(parts));
  keep(registerCustomizeFramework({ ...parts, home }));
  return { preview: keep(registerPreview(parts)), capture: createCapture(parts) };
}
