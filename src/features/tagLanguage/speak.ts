import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { registerColours } from './colours';
import { registerCompletion } from './completion';
import { TaggedDocuments } from '../taggedDocuments';
import { registerHover } from './hover';
import { registerNearMisses } from './nearMisses';
import type { LanguageParts } from './parts';
import { ignoreNearMiss, registerQuickFixes } from './quickFixes';
import { registerReferences } from './references';
import { TagUse } from './tagUse';

export interface Features {
  /** @param run without `#` */
  ignoreNearMiss(run: unknown): Promise<void>;
  dispose(): void;
}

/** The features of the tag language. Import it late: with the first document that needs them. */
export function registerFeatures(parts: Parts): Features {
  const documents = new TaggedDocuments(parts);
  const use = new TagUse(parts.index);
  const shared: LanguageParts = { ...parts, documents, use };
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
