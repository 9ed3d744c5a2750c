// Drives a real workbench in a browser, by keyboard and mouse. `await openWorkbench({ … })`, and at the end `close()`.
import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { waitForWorkbench } from '../hosts/browser.mjs';
import { showOnFailure } from './failures';
import { root } from '../../scripts/paths.mjs';
import { QuickInput } from './quickInput';
import { openPage, usualPort } from './sharedBrowser';
import { startServer } from '../hosts/server.mjs';
import { setWebDefaults, startWeb } from '../hosts/web.mjs';
import { untilTrue } from '../support/until';
import { webviewIn } from './webviews';

export type Theme =
  'Default Dark Modern' | 'Default Light Modern' | 'Default High Contrast' | 'Default High Contrast Light';

export interface WorkbenchOptions {
  readonly host?: 'server' | 'newest' | 'web';
  /** What the window opens; without it an empty window. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly settings?: Record<string, unknown>;
  /** Settings of scope `machine`, like `twoHats.journal.folder`. */
  readonly machineSettings?: Record<string, unknown>;
  /** The extension under test: the package that `npm test` made if there is one, else the development folder. */
  readonly extension?: string;
  readonly vsix?: string;
  /** Ask whether a workspace is trusted. */
  readonly trust?: boolean;
  /** The language of the extension's texts. */
  readonly language?: string;
}

interface Host {
  readonly url: () => string;
  readonly stop: () => Promise<void>;
  readonly changeSettings: (settings: Record<string, unknown>) => void;
}

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const settings = { 'workbench.colorTheme': options.theme ?? 'Default Dark Modern', ...options.settings };
  const host = await startHost(options, settings);
  const closing: (() => Promise<void>)[] = [host.stop];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { context, page, close: closePage } = await openPage(options.width, options.height);
    closing.push(closePage);
    if (options.host === 'web') await setWebDefaults(page, { ...settings, ...options.machineSettings });
    if (options.language) await setLanguage(page, options.language);
    await show(page, host);
    return new Workbench(context, page, host, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function show(page: Page, host: Host): Promise<void> {
  showOnFailure(page);
  await page.goto(host.url());
  await waitForWorkbench(page);
}

async function startHost(options: WorkbenchOptions, settings: Record<string, unknown>): Promise<Host> {
  const under = extensionUnderTest(options);
  if (options.host === 'web') {
    const web = await startWeb({ ...under, folder: options.folder });
    const changeSettings = (): never => {
      throw new Error('The web host reads settings at the start only.');
    };
    return { url: web.url, stop: web.stop, changeSettings };
  }
  const { host = 'server', folder, machineSettings = {}, trust = false } = options;
  const port = await usualPort();
  const server = await startServer({ ...under, host, settings, machineSettings, trust, port });
  return {
    url: () => server.url({ folder }),
    stop: server.stop,
    changeSettings: (changed) => {
      server.changeSettings(changed);
    },
  };
}

function extensionUnderTest({ extension, vsix }: WorkbenchOptions): { extension: string } | { vsix: string } {
  if (extension) return { extension };
  const packed = vsix ?? process.env.TWO_HATS_VSIX;
  return packed && fs.existsSync(packed) ? { vsix: packed } : { extension: root };
}

async function setLanguage(page: Page, language: string): Promise<void> {
  await page.addInitScript((value) => {
    Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: value });
  }, language);
}

export class Workbench {
  readonly quickInput: QuickInput;

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly host: Host,
    /** Closes its windows and ends the host: the next workbench knows nothing of this one. */
    readonly close: () => Promise<void>,
  ) {
    this.quickInput = new QuickInput(page);
  }

  /**
   * Runs a command by its title in the palette, `Two Hats: Look Up…`. An editor that opens late takes the focus and
   * closes the palette: then it is opened again.
   */
  async command(title: string): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      await this.quickInput.openPalette(title);
      try {
        await this.quickInput.row(title).first().click({ timeout: 5000 });
        return;
      } catch (error) {
        if (await this.quickInput.isOpen()) throw error;
      }
    }
    throw new Error(`The command palette does not stay open for “${title}”.`);
  }

  /** Waits until VS Code has kept this for later windows, which it does a moment after it was told. */
  async waitUntilStored(text: string): Promise<void> {
    await untilTrue(() => this.page.evaluate(isStored, text), `not stored: “${text}”`);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await waitForWorkbench(this.page);
  }

  /** Opens a second window on the same host; it has an extension host of its own. */
  async openWindow(): Promise<Workbench> {
    const page = await this.context.newPage();
    const size = this.page.viewportSize();
    if (size) await page.setViewportSize(size);
    await show(page, this.host);
    return new Workbench(this.context, page, this.host, () => page.close());
  }

  /** Shows a view container, whether its icon carries a badge or not; a second click would hide it. */
  async showContainer(name: string): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${name}"])`);
    if (!(await item.getAttribute('class'))?.includes('checked')) await item.click();
    await this.page.mouse.move(0, 0);
  }

  /** The pane of a view; also of one that is alone in its container, whose header is hidden. */
  pane(name: string): Locator {
    return this.page.locator(`.pane:has(.pane-header .title:text-is(${JSON.stringify(name)}))`);
  }

  /** The document of a webview view. */
  webview(view: string): Promise<Frame> {
    return webviewIn(this.page, this.pane(view));
  }

  /** The document of the webview in the active editor. */
  editorWebview(): Promise<Frame> {
    return webviewIn(this.page, this.page.locator('.editor-group-container.active'));
  }

  /** Drags the side bar's edge until it is `width` wide. */
  async resizeSideBar(width: number): Promise<void> {
    const sideBar = this.page.locator('.part.sidebar');
    for (let tries = 0; tries < 5; tries++) {
      const box = await sideBar.boundingBox();
      if (!box) throw new Error('The side bar is hidden.');
      if (Math.abs(box.width - width) < 1) break;
      const y = box.y + box.height / 2;
      await this.page.mouse.move(box.x + box.width, y);
      await this.page.mouse.down();
      await this.page.mouse.move(box.x + width, y, { steps: 5 });
      await this.page.mouse.up();
    }
    // Away from the edge, which lights up under the mouse.
    await this.page.mouse.move(0, 0);
  }

  async sideBarWidth(): Promise<number> {
    return (await this.page.locator('.part.sidebar').boundingBox())?.width ?? 0;
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text });
  }

  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** Presses a button of a notification. */
  async answer(notification: string | RegExp, button: string): Promise<void> {
    await this.notification(notification).getByRole('button', { name: button }).click();
  }

  async editorTitle(): Promise<string> {
    return (
      (await this.page
        .locator('.editor-group-container.active .tab.active')
        .getAttribute('data-resource-name')) ?? ''
    );
  }

  /** The lines in sight of the active editor. To be sure of a file, save and read the disk. */
  async editorText(): Promise<string> {
    const lines = await this.page
      .locator('.editor-group-container.active .view-lines > .view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({
            top: Number.parseFloat(getComputedStyle(element).top),
            text: element.textContent,
          }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text.replaceAll('\u00a0', ' ')),
      );
    return lines.join('\n');
  }

  /** Changes the theme and waits until it shows; not in the web host, which takes it at the start. */
  async setTheme(theme: Theme): Promise<void> {
    this.host.changeSettings({ 'workbench.colorTheme': theme });
    const highContrast = theme.includes('High Contrast');
    const light = theme.includes('Light');
    const name = highContrast ? (light ? 'hc-light' : 'hc-black') : light ? 'vs' : 'vs-dark';
    await this.page.locator(`.monaco-workbench.${name}`).waitFor();
  }

  async screenshot(file: string): Promise<void> {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }
}

/** Runs in the page: does the memory of this window, or the one that all windows share, hold the text? */
async function isStored(text: string): Promise<boolean> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(String(request.error)));
      };
    });
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await answer(indexedDB.open(name));
    try {
      const table = database.transaction('ItemTable').objectStore('ItemTable');
      const rows: unknown[] = await answer(table.getAll());
      if (rows.some((row) => String(row).includes(text))) return true;
    } finally {
      database.close();
    }
  }
  return false;
}
