import * as vscode from 'vscode';
import { nearTags, type NearTags } from '../core/journal/tags/nearMiss';
import type { NoteTag, ScannedNote } from '../core/journal/note';
import { knownTags, type KnownTags } from '../core/journal/tags/tags';
import type { Services } from './services';
import { loadYaml, scanAtOnce } from './noteScan';
import { Disposable } from '../platform/disposable';

interface Scan {
  readonly version: number;
  readonly note: ScannedNote;
}

/** The Markdown documents in which tags are a language, and what stands in them on screen. */
export class TaggedDocuments extends Disposable {
  readonly #services: Pick<Services, 'framework' | 'journal' | 'log'>;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #tags: KnownTags;
  #near: NearTags;
  #scans = new WeakMap<vscode.TextDocument, Scan>();
  #loading: Promise<void> | undefined;
  /** Fires when the same text may be read otherwise. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Pick<Services, 'framework' | 'journal' | 'log'>) {
    super();
    this.#services = services;
    this.#tags = knownTags(services.framework.current);
    this.#near = nearTags(services.framework.current);
    this.register(
      services.framework.onDidChange(() => {
        this.#tags = knownTags(services.framework.current);
        this.#near = nearTags(services.framework.current);
        this.#readAnew();
      }),
    );
    for (const changes of [services.journal.onDidChange, services.journal.onDidChangeAddress])
      this.register(
        changes(() => {
          this.#readAnew();
        }),
      );
  }

  get tags(): KnownTags {
    return this.#tags;
  }

  get near(): NearTags {
    return this.#near;
  }

  /** The path in the journal, `undefined` for a document outside. */
  pathOf({ uri }: vscode.TextDocument): string | undefined {
    return this.#services.journal.current?.pathOf(uri);
  }

  /** A Markdown file of the journal, or another one that holds a known tag. */
  isTagged(document: vscode.TextDocument): boolean {
    if (document.languageId !== 'markdown') return false;
    return this.pathOf(document) !== undefined || this.scan(document).tags.length > 0;
  }

  /** Whatever the document is. Offsets are those of the document. */
  scan(document: vscode.TextDocument): ScannedNote {
    const known = this.#scans.get(document);
    if (known?.version === document.version) return known.note;
    const note = this.scanText(document.getText(), this.pathOf(document));
    this.#scans.set(document, { version: document.version, note });
    if (note.needsYaml) this.#loadYaml();
    return note;
  }

  /** A text as it may come to stand in a document. */
  scanText(text: string, path = ''): ScannedNote {
    return scanAtOnce(path, text, this.#tags);
  }

  /** The known tag that holds or touches a position, in a document where tags are a language. */
  tagAt(document: vscode.TextDocument, position: vscode.Position): NoteTag | undefined {
    if (!this.isTagged(document)) return undefined;
    const offset = document.offsetAt(position);
    return this.scan(document).tags.find(({ start, end }) => start <= offset && offset <= end);
  }

  #readAnew(): void {
    this.#scans = new WeakMap();
    this.#changed.fire();
  }

  #loadYaml(): void {
    this.#loading ??= loadYaml().then(
      () => {
        this.#readAnew();
      },
      (error: unknown) => {
        this.#services.log.error('Front matter of an unusual form can’t be read.', error);
      },
    );
  }
}

/** Where a tag stands in a document: in one line. */
export function rangeOf({
  line,
  character,
  start,
  end,
}: Pick<NoteTag, 'line' | 'character' | 'start' | 'end'>): vscode.Range {
  return new vscode.Range(line, character, line, character + end - start);
}
