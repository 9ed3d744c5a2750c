import * as vscode from 'vscode';
import { placeLinksIn } from '../../../core/journal/markdown/placeLinks';
import type { Services } from '../../../services/services';

/** Leads from a preparation to the lines of notes: VS Code knows no way from its address to the journal’s. */
export class PlaceLinks implements vscode.DocumentLinkProvider {
  readonly #services: Pick<Services, 'journal'>;

  constructor(services: Pick<Services, 'journal'>) {
    this.#services = services;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const journal = this.#services.journal.current;
    if (!journal) return [];
    return placeLinksIn(document.getText()).map(({ start, end, path, line }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.DocumentLink(range, journal.uri(path).with({ fragment: `L${line}` }));
    });
  }
}
