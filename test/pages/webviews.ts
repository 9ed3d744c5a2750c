// Finds the document of a webview. Webviews float over the workbench: only their place tells whose they are.
import type { Frame, Locator, Page } from 'playwright-core';
import { untilTrue } from '../support/until';

/** The webview over `owner` (a pane or an editor group), once its document is there. */
export async function webviewIn(page: Page, owner: Locator): Promise<Frame> {
  let found: Frame | undefined;
  await untilTrue(async () => {
    found = await find(page, owner);
    return found !== undefined;
  }, 'there is no webview in that place');
  return found!;
}

async function find(page: Page, owner: Locator): Promise<Frame | undefined> {
  const box = await owner.boundingBox();
  if (!box) return undefined;
  for (const iframe of await page.locator('iframe.webview.ready').all()) {
    const place = await iframe.boundingBox();
    if (!place || place.width === 0 || !isInside(place, box)) continue;
    const outer = await (await iframe.elementHandle()).contentFrame();
    const inner = await (await outer?.$('#active-frame'))?.contentFrame();
    if (inner) return inner;
  }
  return undefined;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function isInside(inner: Box, outer: Box): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}
