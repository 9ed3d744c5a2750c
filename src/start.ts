import * as vscode from 'vscode';
import type { MarkdownExtension } from './features/language';
import { showErrorMessage } from './features/messages';

/**
 * Where VS Code enters. Any Markdown file does that, so next to nothing is loaded here: VS Code is answered, and then
 * `extension.ts` is loaded and composes the rest.
 */
export function activate(context: vscode.ExtensionContext): MarkdownExtension {
  const start = new Start(context);
  context.subscriptions.push(start);
  return start;
}

class Start implements MarkdownExtension {
  readonly #context: vscode.ExtensionContext;
  readonly #standIns: readonly vscode.Disposable[];
  readonly #starting: Promise<void>;
  #extension: MarkdownExtension | undefined;
  #isBlank = false;
  #isOver = false;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    // A command may be what VS Code starts us for: it waits for the real one.
    this.#standIns = commandIds(context.extension.packageJSON).map((id) =>
      vscode.commands.registerCommand(id, async (...values: unknown[]) => {
        await this.#starting;
        return vscode.commands.executeCommand(id, ...values);
      }),
    );
    this.#starting = this.#start();
    this.#starting.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      void showErrorMessage(vscode.l10n.t('Two Hats could not start: {0}', reason));
    });
  }

  /** Until it is known what is private, the preview shows nothing. */
  extendMarkdownIt(md: Parameters<MarkdownExtension['extendMarkdownIt']>[0]): typeof md {
    if (this.#extension) return this.#extension.extendMarkdownIt(md);
    const render = md.renderer.render.bind(md.renderer);
    this.#isBlank = true;
    md.renderer.render = (...values) => (this.#isBlank ? '' : render(...values));
    return md;
  }

  dispose(): void {
    this.#isOver = true;
    for (const standIn of this.#standIns) standIn.dispose();
  }

  async #start(): Promise<void> {
    try {
      await new Promise((resolve) => setTimeout(resolve));
      const extension = await import('./extension');
      if (this.#isOver) return;
      for (const standIn of this.#standIns) standIn.dispose();
      this.#extension = extension.activate(this.#context);
    } finally {
      if (this.#isBlank) void vscode.commands.executeCommand('markdown.api.reloadPlugins');
      this.#isBlank = false;
    }
  }
}

function commandIds(manifest: unknown): readonly string[] {
  const commands = property(property(manifest, 'contributes'), 'commands');
  const ids = Array.isArray(commands) ? commands.map((command: unknown) => property(command, 'command')) : [];
  return ids.filter((id) => typeof id === 'string');
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
