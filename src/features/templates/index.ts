import * as vscode from 'vscode';
import type { Services } from '../../services/services';
import { registerCopyTemplate } from './copyTemplate';
import { registerInsertDimensionTag } from './insertDimensionTag';
import { registerInsertPrompt } from './insertPrompt';
import { registerInsertTemplate } from './insertTemplate';

/** Templates, prompts and tags for any Markdown: none of it needs a journal. */
export function registerTemplates(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerInsertTemplate(services),
    registerCopyTemplate(services),
    registerInsertPrompt(services),
    registerInsertDimensionTag(services),
  );
}
