// The page of the balance report in a bare browser: every state of a journal, hostile names, rubbish, and on paper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { exportedFiles } from '../../src/core/report/export/files';
import { webviewHtml } from '../../src/features/shared/webviewHtml';
import {
  wordKeys,
  type ReportPageModel,
  type ReportView,
  type ReportPageStrings,
} from '../../src/protocol/report';
import { root } from '../../scripts/paths.mjs';
import { openBrowser } from '../hosts/browser.mjs';
import { openPage, type OpenPage } from '../pages/sharedBrowser';
import { bundlePage } from '../support/bundlePage';
import { exportedReport, reportView, sampleState, states, type JournalState } from '../support/reports';

const require = createRequire(path.join(root, 'package.json'));
const words = Object.fromEntries(wordKeys.map((key) => [key, key])) as ReportPageStrings;

/** A stand-in for what VS Code gives a page; it keeps what was posted. */
const api = `window.posted = [];
window.acquireVsCodeApi = () => ({
  postMessage: (message) => posted.push(message),
  getState: () => window.remembered ?? undefined,
  setState: () => undefined,
});`;

describe('The page of the balance report', () => {
  let opened: OpenPage;
  let page: Page;

  before(async () => {
    const { script, style } = await bundlePage('report');
    assert.ok(script.length <= 40 * 1024, `the script has ${script.length} bytes`);
    const files: Record<string, [string, string]> = {
      '/page': ['text/html', html()],
      '/report.js': ['text/javascript', script],
      '/report.css': ['text/css', style],
    };
    opened = await openPage(320, 800);
    page = opened.page;
    await page.addInitScript(api);
    await page.route('https://view.test/**', (route) => {
      const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
      return route.fulfill({ contentType, body });
    });
  });

  after(() => opened.close());

  async function open(report: ReportView): Promise<void> {
    await page.goto('https://view.test/page');
    await post({ kind: 'event', event: { type: 'report', report } });
    await page.locator('section').first().waitFor();
  }

  /** Posts as the host does, and waits until the page has heard it. */
  async function post(message: unknown): Promise<void> {
    await page.evaluate(async (data) => {
      const heard = new Promise((resolve) => {
        addEventListener('message', resolve, { once: true });
      });
      postMessage(data, '*');
      await heard;
    }, message);
  }

  for (const [name, state] of Object.entries(states))
    it(`has all sections and nothing outside at 320 px with ${name}`, async () => {
      const view = reportView(state);
      await open(view);
      assert.deepEqual(
        await page.locator('h2').allTextContents(),
        view.sections.map(({ heading }) => heading),
      );
      const charts = view.sections
        .flatMap(({ blocks }) => blocks)
        .reduce((sum, block) => {
          if (block.kind === 'balance') return sum + 1;
          return block.kind === 'courses' ? sum + block.courses.length : sum;
        }, 0);
      await page.waitForFunction((count) => document.querySelectorAll('svg').length === count, charts);
      const { wide, room } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }));
      assert.ok(wide <= room, `${wide} of ${room}`);
    });

  it('draws one mark for each answer', async () => {
    await open(reportView(states['two checks']));
    assert.equal(await page.locator('.balance .mark').count(), 2 * 2 * builtin.dimensions.length);
  });

  it('begins no line with the dot of a side', async () => {
    await open(reportView(states['checks only']));
    const sides = await page.locator('#said th[scope="row"], h3').allTextContents();
    assert.ok(sides.length > builtin.dimensions.length * 2);
    assert.deepEqual(
      sides.filter((side) => !side.includes('\u00a0·') || side.includes(' ·')),
      [],
    );
  });

  it('shows whatever names hold as text', async () => {
    const hostile = '"><img src=x onerror="window.hurt=1"></svg><script>window.hurt=1</script>';
    const [first, ...others] = builtin.dimensions;
    const framework = { ...builtin, dimensions: [{ ...first!, title: hostile }, ...others] };
    await open(reportView({ ...states['checks only'], framework }));
    await page.locator('.balance svg').waitFor();
    assert.equal(await page.evaluate(`window.hurt`), undefined);
    assert.equal(await page.locator('img, section script').count(), 0);
    assert.ok((await page.locator('#said').textContent())?.includes(hostile));
  });

  it('does nothing on rubbish but report it', async () => {
    await open(reportView(states.nothing));
    const before = await page.locator('body').innerHTML();
    for (const message of [null, 7, {}, { kind: 'event', event: { type: 'report', report: {} } }])
      await post(message);
    assert.equal(await page.locator('body').innerHTML(), before);
    const problems = await page.evaluate<number>(
      `posted.filter(({ event }) => event?.type === 'problem').length`,
    );
    assert.equal(problems, 4);
  });

  it('names a file by its number alone', async () => {
    await open(reportView(states.everything));
    await page.locator('#retrospectives .link').first().click();
    const opened = await page.evaluate<unknown>(`posted.filter(({ event }) => event?.type === 'open')`);
    assert.match(JSON.stringify(opened), /^\[\{"kind":"event","event":\{"type":"open","file":\d+\}\}\]$/);
    assert.ok(!(await page.content()).includes('.md'));
  });

  const lastOf = (type: string) =>
    page.evaluate<unknown>((wanted) => {
      const { posted } = window as unknown as { posted: { event?: { type: string; memory?: unknown } }[] };
      const event = posted.findLast((message) => message.event?.type === wanted)?.event;
      return event?.memory ?? event;
    }, type);

  it('asks for the period and the person that were chosen, and has them remembered', async () => {
    await open(reportView(states.everything));
    const { people } = reportView(states.everything);
    await page.locator('#period').selectOption('all');
    assert.deepEqual(await lastOf('scope'), { type: 'scope', period: 'all', person: '' });
    const [, somebody] = people;
    await page.locator('#person').selectOption(somebody!.id);
    const chosen = { period: 'all', person: somebody!.id };
    assert.deepEqual(await lastOf('scope'), { type: 'scope', ...chosen });
    await page.waitForFunction(
      (id) =>
        (window as unknown as { posted: { event?: { memory?: { person: string } } }[] }).posted.some(
          ({ event }) => event?.memory?.person === id,
        ),
      somebody!.id,
    );
    const { period, person } = (await lastOf('remember')) as Record<string, unknown>;
    assert.deepEqual({ period, person }, chosen);
  });

  it('says that a move was copied only when it was', async () => {
    await open(reportView(states.everything));
    const copy = page.getByRole('button', { name: /^copy: / }).first();
    await copy.click();
    await post({ kind: 'reply', id: 1, reply: { error: 'no clipboard' } });
    await page.getByRole('status').filter({ hasText: 'failed' }).waitFor({ state: 'attached' });
    await copy.click();
    await post({ kind: 'reply', id: 2, reply: { value: 'done' } });
    await page.getByRole('status').filter({ hasText: 'copied' }).waitFor({ state: 'attached' });
    const asked = await page.evaluate<unknown>(`posted.filter(({ kind }) => kind === 'request').length`);
    assert.equal(asked, 2);
  });

  it('begins the check that it offers', async () => {
    await open(reportView(states.nothing));
    await page.getByRole('button', { name: 'Take the Quick Self-Check' }).click();
    assert.deepEqual(await lastOf('check'), { type: 'check' });
  });

  it('says that the journal is read, until there is a report', async () => {
    await page.goto('https://view.test/page');
    await post({ kind: 'event', event: { type: 'loading' } });
    await page.locator('.page').getByRole('status').filter({ hasText: 'loading' }).waitFor();
    await post({ kind: 'event', event: { type: 'report', report: reportView(states.nothing) } });
    await page.locator('section').first().waitFor();
    assert.equal(await page.getByText('loading', { exact: true }).count(), 0);
  });

  it('is as it was left when it is made anew: what was asked for, opened, and where the focus was', async () => {
    const view = reportView(states.everything);
    await open(view);
    const details = page.locator('#findings details').first();
    const summary = details.locator('summary');
    const id = (await summary.getAttribute('id')) ?? '';
    await summary.click();
    await details.locator('ul').waitFor();
    const left = await page.waitForFunction(
      (opened) =>
        (window as unknown as { posted: { event?: { memory?: { open: string[]; focus: string } } }[] }).posted
          .map(({ event }) => event?.memory)
          .findLast((memory) => memory?.open.includes(opened) && memory.focus === opened),
      id,
    );
    const memory: unknown = { ...((await left.jsonValue()) as object), period: '26' };
    await page.addInitScript((remembered) => Object.assign(window, { remembered }), memory);
    await open(view);
    assert.deepEqual(
      await page.evaluate<unknown>(
        `posted.slice(0, 2).map(({ event }) => [event.type, event.period ?? null])`,
      ),
      [
        ['scope', '26'],
        ['ready', null],
      ],
    );
    assert.equal(await details.getAttribute('open'), '');
    await page.waitForFunction((focused) => document.activeElement?.id === focused, id);
    // Of the tests that follow, none is to begin with it.
    await page.addInitScript(() => Object.assign(window, { remembered: undefined }));
  });

  it('has short cells in one line, and links in line with the words beside them', async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    await open(reportView(states.everything));
    const heights = await page.evaluate(() =>
      Array.from(document.querySelectorAll('#said td:nth-child(3), #said td:nth-child(4)'), (cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
      }),
    );
    assert.deepEqual([...new Set(heights)], [1]);
    assert.equal(heights.length, 4 * builtin.dimensions.length);
    const tops = await page.evaluate(() => {
      const row = document.querySelector('#retrospectives tbody tr');
      return Array.from(row!.querySelectorAll('.link, td'), (part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return Math.round(range.getBoundingClientRect().top);
      });
    });
    assert.ok(tops.length > 1);
    assert.deepEqual([...new Set(tops)].length, 1, tops.join());
    await page.setViewportSize({ width: 320, height: 800 });
  });

  it('prints on two pages', async () => {
    await page.setViewportSize({ width: 1000, height: 900 });
    const printed: string[] = [];
    for (const [name, state] of Object.entries({
      everything: states.everything,
      sample: await sampleState(),
    })) {
      await open(reportView(state));
      await page.locator('.balance svg').waitFor();
      for (const format of ['A4', 'Letter']) {
        const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
        printed.push(`${name} on ${format}: ${pages ?? 0}`);
      }
    }
    assert.deepEqual(printed, [
      ...['everything on A4: 2', 'everything on Letter: 2'],
      ...['sample on A4: 2', 'sample on Letter: 2'],
    ]);
  });
});

describe('The exported page', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let asked: string[];
  let refused: string[];

  before(async () => {
    // Of its own: it is offline.
    browser = await openBrowser({ width: 320, height: 800 });
    page = browser.page;
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => refused.push(message.text()));
    await page.route('https://export.test/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
        body: exported,
      }),
    );
    await page.context().setOffline(true);
  });
  beforeEach(() => {
    [asked, refused] = [[], []];
  });
  after(() => browser.close());

  let exported = '';
  async function open(state: JournalState): Promise<void> {
    const { report, exported: document } = exportedReport(state);
    exported = exportedFiles('html', 'report.html', document, report).at(-1)!.text;
    await page.goto('https://export.test/');
  }

  it('opens with the network off under a strict policy, and asks for nothing', async () => {
    await open(states.everything);
    assert.ok((await page.locator('svg').count()) > 1);
    assert.deepEqual([asked, refused], [['https://export.test/'], []]);
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    assert.ok(wide <= room, `${wide} of ${room}`);
  });

  it('has colours for light, for dark and for paper', async () => {
    const colours = () =>
      page.evaluate(() => {
        const fill = (selector: string) => getComputedStyle(document.querySelector(selector)!).fill;
        return [getComputedStyle(document.body).backgroundColor, fill('svg .row'), fill('.mark.first')];
      });
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    const light = await colours();
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    const dark = await colours();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = await colours();
    assert.deepEqual(light, ['rgb(255, 255, 255)', 'rgb(31, 35, 40)', 'rgb(11, 92, 173)']);
    assert.deepEqual(dark, ['rgb(31, 31, 31)', 'rgb(230, 230, 230)', 'rgb(108, 182, 255)']);
    assert.deepEqual(paper, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(11, 92, 173)']);
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  it('prints on A4 and on Letter', async () => {
    for (const format of ['A4', 'Letter']) {
      const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages >= 2 && pages <= 8, `${pages} pages of ${format}`);
    }
  });

  it('passes what screen readers need', async () => {
    await page.evaluate(fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
    });
    assert.deepEqual(found, []);
  });
});

function html(): string {
  const model: ReportPageModel = { words, language: 'en', memory: null };
  return webviewHtml({
    cspSource: 'https://view.test',
    nonce: 'abc123',
    script: 'https://view.test/report.js',
    style: 'https://view.test/report.css',
    model,
  });
}
