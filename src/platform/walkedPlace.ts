import type * as vscode from 'vscode';
import { pathInJournal, type Address } from '../core/journal/addresses';

/** What the disk says of a folder. */
export interface RealPlace {
  /** Its absolute path without any link. */
  readonly real: string;
  /** Names that differ in capitals, or in how a character is composed, are one name. */
  readonly isLoose: boolean;
}

/** A folder by all its addresses, learned from walks among others. */
export interface WalkedPlace {
  /** See `Journal.pathOf`. */
  pathOf(address: Address): string | undefined;
  /** A walk met a file or folder by this path. */
  meet(path: string): void;
  /** A walk met a link, and where it leads really. */
  meetLink(path: string, real: string): void;
}

/** A folder of which nothing is known but its address. */
export function placeAt(root: vscode.Uri): WalkedPlace {
  const ignore = () => undefined;
  return { pathOf: (address) => pathInJournal({ root }, address), meet: ignore, meetLink: ignore };
}
