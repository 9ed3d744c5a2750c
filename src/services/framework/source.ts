import * as vscode from 'vscode';
import builtin from '../../core/framework/builtin.framework.yaml';
import type { Framework } from '../../core/framework/model';
import type { FrameworkSource, Services } from '../services';
import { toDiagnostics } from './diagnostics';
import { frameworkLocation } from './place';
import { readFrameworkFile, readFrameworkText, type FileReading } from './reading';
import { tellProblems, tellUnknown, tellUnreadable } from './tell';
import { watchFile } from './watch';
import { Disposable } from '../../platform/disposable';
import { awaitNewest } from '../../core/util/awaitNewest';
import { Newest } from '../../core/util/newest';

export interface FrameworkServices extends Pick<Services, 'log' | 'settings'> {
  /** The person's home folder, for `~`; `undefined` where there is none, as in a browser. */
  readonly home: vscode.Uri | undefined;
}

/** Problems of an unsaved text are looked for when typing rests. */
const restMs = 200;

/** The built-in framework at once; the person's own as soon as it was read, and as long as it holds. */
export function createFrameworkSource(services: FrameworkServices): FrameworkSource & { dispose(): void } {
  return new CurrentFramework(services);
}

class CurrentFramework extends Disposable implements FrameworkSource {
  readonly #services: FrameworkServices;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #diagnostics = this.register(vscode.languages.createDiagnosticCollection('twoHats.framework'));
  #current: Framework = builtin;
  #file: vscode.Uri | undefined;
  #watcher: vscode.Disposable | undefined;
  readonly #newestLoad = this.register(new Newest());
  readonly #newestCheck = this.register(new Newest());
  #loading: Promise<void> = Promise.resolve();
  /** What the person was told last, until the file holds again. */
  #told: string | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(services: FrameworkServices) {
    super();
    this.#services = services;
    const follow = () => {
      this.#follow();
    };
    this.register(services.settings.onDidChange('twoHats.framework', follow));
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(follow));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(follow));
    this.register(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.#isFile(document)) this.#load();
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isFile(document)) void this.#check(document);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#isFile(document)) this.#load();
      }),
    );
    // Not every disk reports changes.
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#file) this.#load();
      }),
    );
    this.#follow();
  }

  get current(): Framework {
    return this.#current;
  }

  async whenReady(): Promise<Framework> {
    await awaitNewest(() => this.#loading);
    return this.#current;
  }

  override dispose(): void {
    this.#watcher?.dispose();
    super.dispose();
  }

  /** Follows the file that the setting names now. */
  #follow(): void {
    const path = this.#services.settings.frameworkPath.trim();
    const place = path === '' ? undefined : frameworkLocation(path, this.#services.home);
    const file = place instanceof vscode.Uri ? place : undefined;
    if (file?.toString() !== this.#file?.toString()) {
      this.#watcher?.dispose();
      this.#diagnostics.clear();
      this.#file = file;
      this.#watcher =
        file &&
        watchFile(file, () => {
          this.#load();
        });
    }
    if (place === 'unknown') this.#tell(`unknown ${path}`, () => tellUnknown(path));
    else if (!file) this.#told = undefined;
    this.#load();
  }

  #load(): void {
    this.#loading = this.#readAnew();
  }

  async #readAnew(): Promise<void> {
    const isNewest = this.#newestLoad.begin();
    const file = this.#file;
    const reading = file && (await this.#read(file));
    if (!isNewest()) return;
    this.#use(reading?.value ?? builtin);
    if (!file) return;
    this.#show(file, reading);
    if (!reading) this.#tell(`unreadable ${file.toString()}`, () => tellUnreadable(file));
    else if (!reading.value) this.#tell(`problems ${file.toString()}`, () => tellProblems(file, reading));
    else this.#told = undefined;
  }

  async #read(file: vscode.Uri): Promise<FileReading | undefined> {
    try {
      return await readFrameworkFile(file);
    } catch (error) {
      this.#services.log.warn(`The framework file ${file.toString(true)} can't be read.`, error);
      return undefined;
    }
  }

  /** While the person is writing, the problems are those of the text on screen. */
  #show(file: vscode.Uri, reading: FileReading | undefined): void {
    const edited = vscode.workspace.textDocuments.find(
      (document) => document.isDirty && this.#isFile(document),
    );
    if (edited) {
      void this.#check(edited);
      return;
    }
    this.#newestCheck.begin();
    this.#diagnostics.set(file, reading && toDiagnostics(reading.problems, reading.text));
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const isNewest = this.#newestCheck.begin();
    await new Promise((resolve) => setTimeout(resolve, restMs));
    if (!isNewest()) return;
    const { text, problems } = await readFrameworkText(document.getText());
    if (isNewest()) this.#diagnostics.set(document.uri, toDiagnostics(problems, text));
  }

  #use(framework: Framework): void {
    if (JSON.stringify(framework) === JSON.stringify(this.#current)) return;
    this.#current = framework;
    this.#changed.fire();
  }

  #tell(what: string, tell: () => Promise<void>): void {
    if (this.#told === what) return;
    this.#told = what;
    tell().catch((error: unknown) => {
      this.#services.log.error(error instanceof Error ? error : String(error));
    });
  }

  #isFile({ uri }: vscode.TextDocument): boolean {
    return uri.toString() === this.#file?.toString();
  }
}
