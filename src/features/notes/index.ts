import * as vscode from 'vscode';
import type { Services } from '../../services/services';
import { Moves } from './moves';
import { registerNewOneOnOneNote } from './newOneOnOneNote';
import { registerNewReflection } from './newReflection';
import { registerNewRetrospective } from './newRetrospective';
import { registerPrepare } from './prepare';

/** New notes in the journal, and what prepares them. */
export function registerNotes(services: Services): vscode.Disposable {
  const moves = new Moves(services);
  return vscode.Disposable.from(
    moves,
    registerNewOneOnOneNote({ ...services, moves }),
    registerNewRetrospective({ ...services, moves }),
    registerNewReflection(services),
    registerPrepare({ ...services, moves }),
  );
}
