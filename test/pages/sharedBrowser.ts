// One browser for all tests of a process: it compiles the workbench once, and what windows save in it is forgotten.
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../hosts/browser.mjs';
import { freePort, isPortFree } from '../hosts/ports.mjs';
import { untilEqual } from '../support/until';

export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Closes it and all that it opened; nothing that they saved is left. */
  readonly close: () => Promise<void>;
}

type Browser = Awaited<ReturnType<typeof openBrowser>>;

/** Scripts that are no tests, like that of the README's pictures, have no end at which it could be closed. */
const isShared = 'after' in globalThis;

let opened: Promise<Browser> | undefined;

if (isShared)
  after(async () => {
    await (await opened)?.close();
  });

/**
 * A new page in the browser that is open, or in one of its own.
 * @param width in CSS pixels, as is `height`
 */
export async function openPage(width = 1280, height = 800): Promise<OpenPage> {
  if (!isShared) return openBrowser({ width, height });
  const { context, page: blank } = await (opened ??= open());
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const close = async (): Promise<void> => {
    const { origin } = new URL(page.url());
    for (const other of context.pages()) if (other !== blank) await other.close();
    if (origin !== 'null') await forget(blank, origin);
  };
  return { context, page, close };
}

async function open(): Promise<Browser> {
  const browser = await openBrowser();
  browser.context.on('close', () => {
    opened = undefined;
  });
  return browser;
}

/** Not the compiled code, which is why the browser is shared. */
async function forget(blank: Page, origin: string): Promise<void> {
  const session = await blank.context().newCDPSession(blank);
  try {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await untilEqual(async () => (await session.send('Storage.getUsageAndQuota', { origin })).usage, 0);
  } finally {
    await session.detach();
  }
}

let usual: number | undefined;

/** The same for each server, as long as there is one at a time: the browser knows compiled code by its address. */
export async function usualPort(): Promise<number> {
  usual ??= await freePort();
  return (await isPortFree(usual)) ? usual : 0;
}
