import type * as vscode from 'vscode';
import type { Services } from './services';
import type { TaggedDocuments } from './taggedDocuments';
import type { TagUse } from './tagUse';

/** What the features of the tag language share, beside the services of every feature. */
export interface LanguageServices extends Services {
  readonly documents: TaggedDocuments;
  readonly use: TagUse;
}

/** Wherever the file lies: on disk, on a virtual file system, or nowhere yet. */
export const markdown: vscode.DocumentSelector = { language: 'markdown' };
