import * as vscode from 'vscode';
import type { TagProviders } from './features/tagLanguage';
import type { Services } from './services/services';
import { registerColours } from './features/tagLanguage/colours';
import { registerCompletion } from './features/tagLanguage/completion';
import { TaggedDocuments } from './services/taggedDocuments';
import { registerHover } from './features/tagLanguage/hover';
import { registerNearMisses } from './features/nearMiss';
import type { LanguageServices } from './services/languageServices';
import { ignoreNearMiss, registerQuickFixes } from './features/nearMiss/quickFixes';
import { registerReferences } from './features/tagLanguage/references';
import { TagUse } from './services/tagUse';

/** The providers of the tag language. `extension.ts` loads them late: with the first document that needs them. */
export function registerTagProviders(services: Services): TagProviders {
  const documents = new TaggedDocuments(services);
  const use = new TagUse(services.index);
  const shared: LanguageServices = { ...services, documents, use };
  const registrations = vscode.Disposable.from(
    documents,
    use,
    registerCompletion(shared),
    registerHover(shared),
    registerNearMisses(shared),
    registerQuickFixes(shared),
    registerReferences(shared),
    registerColours(shared),
  );
  return {
    ignoreNearMiss: (run) => ignoreNearMiss(shared, run),
    dispose: () => {
      registrations.dispose();
    },
  };
}
