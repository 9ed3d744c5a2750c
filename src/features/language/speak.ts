import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { registerColours } from './colours';
import { registerCompletion } from './completion';
import { TaggedDocuments } from './documents';
import { registerHover } from './hover';
import { registerNearMisses } from './nearMisses';
import type { LanguageParts } from './parts';
import { registerQuickFixes } from './quickFixes';
import { registerReferences } from './references';
import { TagUse } from './tagUse';

/** The features of the tag language. Import it late: with the first document that needs them. */
export function registerFeatures(parts: Parts): vscode.Disposable {
  const documents = new TaggedDocuments(parts);
  const use = new TagUse(parts.index);
  const shared: LanguageParts = { ...parts, documents, use };
  return vscode.Disposable.from(
    documents,
    use,
    registerCompletion(shared),
    registerHover(shared),
    registerNearMisses(shared),
    registerQuickFixes(shared),
    registerReferences(shared),
    registerColours(shared),
  );
}
