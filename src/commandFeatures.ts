import * as vscode from 'vscode';
import { registerCustomizeFramework } from './features/customizeFramework';
import { registerLookBack } from './features/lookBack';
import { registerNotes } from './features/notes';
import { registerRemovePerson } from './features/removePerson';
import { registerSampleJournal } from './features/sampleJournal';
import { registerSelfCheck } from './features/selfCheck';
import { registerTemplates } from './features/templates';
import { registerTryOneThing } from './features/tryOneThing';
import type { FrameworkServices } from './services/framework/source';
import type { Services } from './services/services';

/** The features that do nothing at a start. `lateCommands.ts` loads them. */
export function registerCommandFeatures(services: Services & FrameworkServices): vscode.Disposable {
  return vscode.Disposable.from(
    registerCustomizeFramework(services),
    registerLookBack(services),
    registerNotes(services),
    registerRemovePerson(services),
    registerSampleJournal(services),
    registerSelfCheck(services),
    registerTemplates(services),
    registerTryOneThing(services),
  );
}
