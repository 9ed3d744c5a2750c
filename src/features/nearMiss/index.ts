import * as vscode from 'vscode';
import type { NearTag } from '../../core/journal/tags/nearMiss';
import { fold } from '../../core/framework/comparable';
import { tagText, type KnownTag } from '../../core/journal/tags/tags';
import { isInTab } from '../shared/tabs';
import { rangeOf, type TaggedDocuments } from '../../services/taggedDocuments';
import type { LanguageServices } from '../../services/languageServices';
import { frontMatterDiagnostics } from './frontMatter';
import { SettledTags } from './settledTags';
import { Disposable } from '../../platform/disposable';
import { Timer } from '../../platform/timer';

const code = 'nearMiss';

/** A tag that is nearly a known one. */
export interface NearMiss {
  /** Without `#`. */
  readonly run: string;
  readonly range: vscode.Range;
  /** Without the sub-tags of the person's own: as what it counts, if as anything. */
  readonly countsAs: KnownTag | undefined;
  /** The nearest first; one at least. */
  readonly meant: readonly NearTag[];
}

/** The near misses of a document, those included that are left alone. */
export function nearMissesIn(documents: TaggedDocuments, document: vscode.TextDocument): readonly NearMiss[] {
  const { tags, otherTags } = documents.scan(document);
  const unknown = otherTags.map((tag) => ({ tag, run: tag.text, countsAs: undefined }));
  const known = tags.map((tag) => ({
    tag,
    run: document.getText(rangeOf(tag)).replace(/^#/, ''),
    countsAs: { dimension: tag.dimension, hat: tag.hat },
  }));
  return [...unknown, ...known].flatMap(({ tag, run, countsAs }) => {
    const meant = documents.near(run);
    return meant.length > 0 ? [{ run, range: rangeOf(tag), countsAs, meant }] : [];
  });
}

/** Did we say so? */
export function isNearMiss({ source, code: saidCode }: vscode.Diagnostic): boolean {
  return source === 'Two Hats' && saidCode === code;
}

/** Says in open documents what is nearly a known tag, and where front matter can't be read. */
export function registerNearMisses(services: LanguageServices): { dispose(): void } {
  return new NearMisses(services);
}

/** Time in ms after the last key. */
const restMs = 300;

class NearMisses extends Disposable {
  readonly #services: LanguageServices;
  readonly #said = this.register(vscode.languages.createDiagnosticCollection('twoHats.tags'));
  readonly #settled: SettledTags;
  readonly #timer = this.register(new Timer());
  readonly #waiting = new Set<vscode.TextDocument>();

  constructor(services: LanguageServices) {
    super();
    this.#services = services;
    this.#settled = this.register(new SettledTags(services));
    const all = () => {
      for (const document of vscode.workspace.textDocuments) this.#later(document);
    };
    this.register(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#later(document);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#later(document);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#waiting.delete(document);
        this.#said.delete(document.uri);
      }),
    );
    // VS Code keeps a document for minutes after its last editor was closed.
    this.register(vscode.window.tabGroups.onDidChangeTabs(all));
    this.register(services.documents.onDidChange(all));
    this.register(services.config.onDidChange(all));
    this.register(this.#settled.onDidChange(all));
    all();
  }

  #later(document: vscode.TextDocument): void {
    if (document.languageId !== 'markdown') return;
    this.#waiting.add(document);
    this.#timer.set(restMs, () => {
      for (const waiting of this.#waiting) this.#look(waiting);
      this.#waiting.clear();
    });
  }

  #look(document: vscode.TextDocument): void {
    const { documents } = this.#services;
    const isOurs = isOwn(document) && isInTab(document.uri) && documents.isTagged(document);
    const found = isOurs ? nearMissesIn(documents, document) : [];
    const unread = isOurs ? frontMatterDiagnostics(documents, document) : [];
    if (found.length === 0) {
      this.#said.set(document.uri, unread);
      return;
    }
    const { version } = document;
    this.#isMeant(found.map(({ run }) => run)).then(
      (isMeant) => {
        if (document.isClosed || document.version !== version) return;
        const near = found.filter(({ run }) => !isMeant(run)).map(diagnostic);
        this.#said.set(document.uri, [...unread, ...near]);
      },
      (error: unknown) => {
        this.#services.log.error('Near misses of tags can’t be told.', error);
      },
    );
  }

  /** Which of them the person means as they are. */
  async #isMeant(runs: readonly string[]): Promise<(run: string) => boolean> {
    const { ignored } = await this.#services.config.whenReady();
    const left = new Set(ignored.map(fold));
    const isIgnored = (run: string) => left.has(fold(run));
    const isSettled = await this.#settled.among(runs.filter((run) => !isIgnored(run)));
    return (run) => isIgnored(run) || isSettled(run);
  }
}

/** Not a version of Git's, nor another text that nobody can write to. */
function isOwn({ isUntitled, uri }: vscode.TextDocument): boolean {
  return isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function diagnostic({ run, range, countsAs, meant }: NearMiss): vscode.Diagnostic {
  const written = `#${run}`;
  const names = listed(meant.map((tag) => `“${tagText(tag)}”`));
  const said = new vscode.Diagnostic(
    range,
    countsAs
      ? vscode.l10n.t('“{0}” counts as “{1}”. Did you mean {2}?', written, tagText(countsAs), names)
      : vscode.l10n.t('“{0}” counts as no dimension. Did you mean {1}?', written, names),
    vscode.DiagnosticSeverity.Information,
  );
  said.source = 'Two Hats';
  said.code = code;
  return said;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(vscode.env.language, { type: 'disjunction' }).format(names);
}
