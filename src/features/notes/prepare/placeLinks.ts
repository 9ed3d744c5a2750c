import * as vscode from 'vscode';
import { linkTarget } from '../../../core/journal/markdown/linkPaths';
import type { Services } from '../../../services/services';

const place = /\]\(([^\s()]+)#L(\d+)\)/g;

/** Leads from a preparation to the lines of notes: VS Code knows no way from its address to the journal’s. */
export class PlaceLinks implements vscode.DocumentLinkProvider {
  readonly #services: Pick<Services, 'journal'>;

  constructor(services: Pick<Services, 'journal'>) {
    this.#services = services;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const journal = this.#services.journal.current;
    if (!journal) return [];
    return Array.from(
      document.getText().matchAll(place),
      ({ index, 0: found, 1: way = '', 2: line = '' }) => {
        const path = linkTarget('', way) ?? '';
        const range = new vscode.Range(
          document.positionAt(index + 2),
          document.positionAt(index + found.length - 1),
        );
        return new vscode.DocumentLink(range, journal.uri(path).with({ fragment: `L${line}` }));
      },
    );
  }
}
