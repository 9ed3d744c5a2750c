import * as vscode from 'vscode';
import { nextLineStart } from '../core/util/lines';
import { floorIndex } from '../core/journal/markdown/joined';
import { noConfig, type Config, type ConfigProblem } from '../core/journal/config/configModel';
import type { ConfigSource, Journal, Services } from './services';
import { awaitNewest } from '../core/util/awaitNewest';
import { Newest } from '../core/util/newest';
import { Disposable } from '../platform/disposable';

export const configFile = 'two-hats.yaml';

export type ConfigServices = Pick<Services, 'journal' | 'log'>;

/** `two-hats.yaml` of the journal in use. Nothing is read before its first use. */
export function createConfig(services: ConfigServices): ConfigSource & { dispose(): void } {
  return new CurrentConfig(services);
}

class CurrentConfig extends Disposable implements ConfigSource {
  readonly #services: ConfigServices;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #diagnostics = this.register(vscode.languages.createDiagnosticCollection('twoHats.config'));
  #watcher: { dispose(): void } | undefined;
  #reading: Promise<void> | undefined;
  readonly #newest = this.register(new Newest());
  #current = noConfig;
  readonly onDidChange = this.#changed.event;

  constructor(services: ConfigServices) {
    super();
    this.#services = services;
    this.register(
      services.journal.onDidChange(() => {
        if (this.#reading) this.#follow();
      }),
    );
  }

  get current(): Config {
    if (!this.#reading) this.#follow();
    return this.#current;
  }

  async whenReady(): Promise<Config> {
    if (!this.#reading) this.#follow();
    await awaitNewest(() => this.#reading);
    return this.#current;
  }

  override dispose(): void {
    this.#watcher?.dispose();
    super.dispose();
  }

  /** Follows the journal in use. */
  #follow(): void {
    this.#watcher?.dispose();
    this.#diagnostics.clear();
    const journal = this.#services.journal.current;
    this.#watcher = journal?.files.watch((path) => {
      if (path === configFile || path === '') this.#reading = this.#read(journal);
    });
    this.#reading = this.#read(journal);
  }

  async #read(journal: Journal | undefined): Promise<void> {
    const isNewest = this.#newest.begin();
    const { config, text = '', problems } = await this.#parse(journal);
    if (!isNewest()) return;
    if (journal) this.#diagnostics.set(journal.uri(configFile), toDiagnostics(problems, text));
    if (JSON.stringify(config) === JSON.stringify(this.#current)) return;
    this.#current = config;
    this.#changed.fire();
  }

  async #parse(
    journal: Journal | undefined,
  ): Promise<{ config: Config; text?: string; problems: readonly ConfigProblem[] }> {
    try {
      const text = await journal?.files.read(configFile);
      if (text === undefined) return { config: noConfig, problems: [] };
      const { readConfig } = await import('../core/journal/config/config');
      return { ...readConfig(text), text };
    } catch (error) {
      this.#services.log.warn(`${configFile} can’t be read.`, error);
      return { config: this.#current, problems: [] };
    }
  }
}

function toDiagnostics(problems: readonly ConfigProblem[], text: string): vscode.Diagnostic[] {
  const positionAt = positionsIn(text);
  return problems.map((problem) => {
    const range = new vscode.Range(positionAt(problem.start), positionAt(problem.end));
    const diagnostic = new vscode.Diagnostic(range, problemWords(problem), vscode.DiagnosticSeverity.Warning);
    diagnostic.source = 'Two Hats';
    diagnostic.code = problem.code;
    return diagnostic;
  });
}

/** The lines are found once: a broken file may have very many problems. */
function positionsIn(text: string): (offset: number) => vscode.Position {
  const starts = [0];
  while ((starts.at(-1) ?? 0) < text.length) starts.push(nextLineStart(text, starts.at(-1) ?? 0));
  return (offset) => {
    const line = floorIndex(starts, offset);
    return new vscode.Position(line, offset - (starts[line] ?? 0));
  };
}

function problemWords(problem: ConfigProblem): string {
  if (problem.code === 'syntax')
    return vscode.l10n.t(
      'This is no valid YAML, so nothing in this file is used. Check quotes, colons and indents.',
    );
  if (problem.code === 'tooMuch')
    return vscode.l10n.t(
      'From here on, this file is nested too deeply or holds too much, so nothing in it is used. Shorten it.',
    );
  if (problem.code === 'tooLarge')
    return vscode.l10n.t(
      'This file is too large, so nothing in it is used. It may have {0} characters.',
      problem.limit,
    );
  switch (problem.expected) {
    case 'map':
      return vscode.l10n.t('Expected “people:”, “me:”, “ignored:” or “templates:” with a value.');
    case 'list':
      return vscode.l10n.t('Expected a list, each item on a line of its own after “- ”.');
    case 'text':
      return vscode.l10n.t('Expected text.');
    case 'person':
      return vscode.l10n.t('Expected a person: “name:”, and if you like “aliases:”, “role:” and “cadence:”.');
    case 'lead':
      return vscode.l10n.t('Expected your name, or “name:” and “aliases:” below “me:”.');
  }
}
