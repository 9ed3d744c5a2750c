import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { registerNewOneOnOneNote } from './newOneOnOneNote';
import { registerNewReflection } from './newReflection';
import { registerNewRetrospective } from './newRetrospective';

/** New notes in the journal. */
export function registerNotes(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    registerNewOneOnOneNote(parts),
    registerNewRetrospective(parts),
    registerNewReflection(parts),
  );
}
