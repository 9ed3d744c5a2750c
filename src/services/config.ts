import * as vscode from 'vscode';
import { nextLineStart } from '../core/util/lines';
import { floorIndex } from '../core/journal/markdown/joined';
import { noConfig, type Config, type ConfigProblem } from '../core/journal/config/configModel';
import { JournalReading, type Reading } from './journal/journalReading';
import type { ConfigSource, Journal, Services } from './services';

export const configFile = 'two-hats.yaml';

export type ConfigServices = Pick<Services, 'journal' | 'log'>;

/** `two-hats.yaml` of the journal in use. Nothing is read before its first use. */
export function createConfig(services: ConfigServices): ConfigSource & { dispose(): void } {
  return new CurrentConfig(services);
}

class CurrentConfig extends JournalReading<Config> implements ConfigSource {
  readonly #log: ConfigServices['log'];
  readonly #diagnostics = this.register(vscode.languages.createDiagnosticCollection('twoHats.config'));

  constructor(services: ConfigServices) {
    super(services, noConfig);
    this.#log = services.log;
    this.register(
      services.journal.onDidChange(() => {
        this.#diagnostics.clear();
      }),
    );
  }

  protected override holds(path: string): boolean {
    return path === configFile;
  }

  protected override async read(journal: Journal | undefined): Promise<Reading<Config>> {
    const { config, text = '', problems } = await this.#parse(journal);
    const taken = () => {
      if (journal) this.#diagnostics.set(journal.uri(configFile), toDiagnostics(problems, text));
    };
    return { value: config, taken };
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
      this.#log.warn(`${configFile} can’t be read.`, error);
      return { config: this.current, problems: [] };
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
