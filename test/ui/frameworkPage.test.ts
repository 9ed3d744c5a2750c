// The page of the Framework view in a bare browser: messages, policy, and frameworks that are not the built-in one.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import type { Framework, Pole } from '../../src/core/framework/model';
import { webviewHtml } from '../../src/features/shared/webviewHtml';
import {
  parseMemory,
  wordKeys,
  type FrameworkMemory,
  type FrameworkPageModel,
  type ViewState,
  type FrameworkPageStrings,
} from '../../src/protocol/frameworkView';
import { bundlePage } from '../support/bundlePage';
import { openPage, type OpenPage } from '../pages/sharedBrowser';
import { until } from '../support/until';

const quiet: ViewState = {
  ...{ marked: null, hasEditor: false, cardButtons: ['checkDimension'] },
  ...{ introduction: false, ratings: null, evidence: null },
};
const isNew: ViewState = { ...quiet, introduction: true };
const [dimension] = builtin.dimensions;
const [first, second] = builtin.hats.map(({ label }) => label);
const cardButtons = ['checkDimension', 'showNotes'].map((id) => ({ id, label: id }));

/** Sentences that tell which they are, and hold all values that they are given. */
const words = Object.fromEntries(wordKeys.map((key) => [key, wordWithValues(key)])) as FrameworkPageStrings;
function wordWithValues(key: string): string {
  const counts = { intro: 4, rating: 3, ratingsLegend: 3, tooEarly: 2 };
  const one = ['startCheck', 'nothingFits', 'atCursorHat', 'resultCount', 'noted'];
  const count = new Map(Object.entries(counts)).get(key) ?? (one.includes(key) ? 1 : 0);
  return [key, ...Array.from({ length: count }, (_, index) => `{${index}}`)].join(' ');
}

/** A stand-in for what VS Code gives a page; it keeps what was posted. */
const api = `window.posted = [];
window.acquireVsCodeApi = () => ({
  postMessage: (message) => posted.push(message),
  getState: () => window.remembered,
  setState: () => undefined,
});`;

describe('The page of the Framework view', () => {
  let opened: OpenPage;
  let page: Page;

  before(async () => {
    const { script, style } = await bundlePage('frameworkView');
    opened = await openPage(320, 800);
    page = opened.page;
    await page.addInitScript(api);
    await page.route('https://view.test/**', (route) => {
      const file = new URL(route.request().url()).pathname;
      const files: Record<string, [string, string]> = {
        '/page': ['text/html', document],
        '/webview.js': ['text/javascript', script],
        '/framework.css': ['text/css', style],
      };
      const [contentType, body] = files[file] ?? ['text/plain', ''];
      return route.fulfill({ contentType, body });
    });
  });

  after(() => opened.close());

  let document = '';
  let fromHost: FrameworkMemory | null = null;

  async function open(framework: Framework = builtin, state: ViewState = quiet): Promise<void> {
    await load(framework, state.introduction);
    await post({ kind: 'event', event: { type: 'state', state } });
  }

  /** Until its first paint. */
  async function load(framework: Framework, introduction: boolean): Promise<void> {
    const model: FrameworkPageModel = {
      framework,
      words,
      language: 'en',
      memory: fromHost,
      cardButtons,
      introduction,
    };
    document = webviewHtml({
      cspSource: 'https://view.test',
      nonce: 'abc123',
      script: 'https://view.test/webview.js',
      style: 'https://view.test/framework.css',
      model,
    });
    await page.goto('https://view.test/page');
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

  const posted = () => page.evaluate<unknown>(`posted.filter(({ event }) => event?.type !== 'remember')`);

  it('says that it is ready', async () => {
    await open();
    assert.deepEqual(await posted(), [{ kind: 'event', event: { type: 'ready' } }]);
  });

  it('does nothing on rubbish but report it', async () => {
    await open();
    const before = await page.locator('body').innerHTML();
    const event = { type: 'state', state: { ...quiet, marked: 'everything' } };
    const rubbish = [null, 7, 'state', [], {}, { kind: 'event' }, { kind: 'event', event }, { kind: 'run' }];
    for (const message of rubbish) await post(message);
    assert.equal(await page.locator('body').innerHTML(), before);
    const problem = { kind: 'event', event: { type: 'problem', text: 'Dropped a message that is none.' } };
    assert.deepEqual(await posted(), [
      { kind: 'event', event: { type: 'ready' } },
      ...rubbish.map(() => problem),
    ]);
  });

  it('runs no script but its own, and loads nothing from elsewhere', async () => {
    await open();
    const blocked = await page.evaluate(async () => {
      const violations: string[] = [];
      globalThis.document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(effectiveDirective);
      });
      const holder = globalThis.document.createElement('div');
      holder.innerHTML =
        '<img src="https://elsewhere.test/x.png"><style>p { color: red }</style><p style="color: red">';
      const inline = globalThis.document.createElement('script');
      inline.textContent = 'window.ran = true';
      const frame = globalThis.document.createElement('iframe');
      frame.src = 'https://elsewhere.test/';
      globalThis.document.body.append(holder, inline, frame);
      await fetch('https://elsewhere.test/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { violations: [...new Set(violations)].sort(), ran: 'ran' in window };
    });
    assert.deepEqual(blocked, {
      violations: [
        'connect-src',
        'frame-src',
        'img-src',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ],
      ran: false,
    });
  });

  it('shows what a framework says as text, whatever it says', async () => {
    const nasty = '</script><img src=x onerror="window.ran = true"><b>bold</b> & “quoted”';
    await open({ ...builtin, principle: nasty, dimensions: [{ ...dimension!, title: nasty }] });
    assert.equal(await page.locator('.opener').innerText(), nasty);
    assert.ok((await page.locator('footer').innerText()).startsWith(nasty));
    assert.equal(await page.evaluate(() => 'ran' in window), false);
  });

  it('asks for what its buttons say, by data only', async () => {
    await open(builtin, { ...isNew, cardButtons: ['checkDimension', 'showNotes'] });
    await page.locator('#startCheck').click();
    await page.locator('.opener').first().click();
    await page.getByRole('button', { name: 'checkDimension' }).click();
    await page.getByRole('button', { name: 'showNotes' }).click();
    const [prompt] = dimension!.poles[0].prompts.reflection;
    await page.getByRole('button', { name: `insert ${prompt}` }).click();
    await page.getByRole('button', { name: `copy ${prompt}` }).click();
    assert.deepEqual(await posted(), [
      { kind: 'event', event: { type: 'ready' } },
      { kind: 'event', event: { type: 'check' } },
      { kind: 'event', event: { type: 'cardButton', button: 'checkDimension', dimension: dimension!.id } },
      { kind: 'event', event: { type: 'cardButton', button: 'showNotes', dimension: dimension!.id } },
      { kind: 'request', id: 1, request: { type: 'insert', text: prompt } },
      { kind: 'request', id: 2, request: { type: 'copy', text: prompt } },
    ]);
  });

  it('shows every list of a card under its hat', async () => {
    await open();
    await page.locator('.opener').first().click();
    const sides = await page.locator('.pole').evaluateAll((all) =>
      all.map((pole) => ({
        hat: Array.from(pole.querySelectorAll('h3'), ({ textContent }) => textContent),
        summary: pole.querySelector('.summary')!.textContent,
        lists: Array.from(pole.querySelectorAll('.section'), (section) => [
          section.querySelector('h4')!.textContent,
          ...Array.from(
            section.querySelectorAll('li'),
            (item) => (item.querySelector('span') ?? item).textContent,
          ),
        ]),
      })),
    );
    const sideOf = (pole: Pole, index: number) => ({
      hat: [builtin.hats[index]!.letter + builtin.hats[index]!.label],
      summary: pole.summary,
      lists: [
        ['behaviours', ...pole.behaviours],
        ['tooMuch', ...pole.tooMuch],
        ['tooLittle', ...pole.tooLittle],
        ['reflection', ...pole.prompts.reflection],
        ['oneOnOne', ...pole.prompts.oneOnOne],
        ['retrospective', ...pole.prompts.retrospective],
        ['moves', ...pole.moves],
      ],
    });
    assert.deepEqual(sides, dimension!.poles.map(sideOf));
  });

  it('says that a prompt was copied only when it was', async () => {
    await open();
    await page.locator('.opener').first().click();
    const copy = page.locator('.copy').first();
    await copy.click();
    await post({ kind: 'reply', id: 1, reply: { error: 'no clipboard' } });
    await page.getByRole('status').filter({ hasText: 'failed' }).waitFor({ state: 'attached' });
    assert.equal(await copy.innerText(), 'copy');
    await copy.click();
    await post({ kind: 'reply', id: 2, reply: { value: 'done' } });
    await page.getByRole('status').filter({ hasText: 'copied' }).waitFor({ state: 'attached' });
    assert.equal(await copy.innerText(), 'copied');
  });

  it('offers notes only where there is a journal', async () => {
    await open();
    await page.locator('.opener').first().click();
    assert.equal(await page.getByRole('button', { name: 'showNotes' }).isVisible(), false);
    await post({
      kind: 'event',
      event: { type: 'state', state: { ...quiet, cardButtons: ['checkDimension', 'showNotes'] } },
    });
    assert.equal(await page.getByRole('button', { name: 'showNotes' }).isVisible(), true);
  });

  it('shows ratings as dots with a text, on the side that was rated, and takes them away again', async () => {
    const rated = (of: string, score: number, count: number) => ({
      ...{ dimension: dimension!.id, hat: of, score, count },
    });
    const scores = [rated(builtin.hats[1].id, 2, 1), rated(builtin.hats[0].id, 3.67, 3)];
    await open(builtin, { ...quiet, ratings: { date: '2026-11-24', scores } });
    const dots = page.getByRole('img');
    const shown = await page
      .locator('.card')
      .first()
      .locator('.row [role="img"]')
      .evaluateAll((all) =>
        all.map((one) => [
          one.getAttribute('aria-label'),
          ...Array.from(one.querySelectorAll('.dot'), (dot) =>
            dot.getAttribute('class')!.replace('dot ', ''),
          ),
          one.querySelector('.count')!.textContent,
        ]),
      );
    assert.deepEqual(shown, [
      [`rating ${first} 3.7 3`, 'full', 'full', 'full', 'half', 'empty', '3'],
      [`rating ${second} 2 1`, 'full', 'full', 'empty', 'empty', 'empty', '1'],
    ]);
    assert.equal(await dots.count(), 2);
    assert.equal(
      await page.locator('.legend').innerText(),
      `ratingsLegend November 24, 2026 ${first} ${second}`,
    );
    await post({ kind: 'event', event: { type: 'state', state: quiet } });
    assert.equal(await dots.count(), 0);
    assert.equal(await page.locator('.legend').isVisible(), false);
  });

  it('says on an open card what the notes show of each side, until it is taken away', async () => {
    const evidence = builtin.hats.map(({ id }, index) => ({
      ...{ dimension: dimension!.id, hat: id, notes: 4 - index },
      early: index === 0 ? { weeks: 3, needed: 8 } : null,
    }));
    await open(builtin, { ...quiet, evidence });
    await page.locator('.opener').first().click();
    const facts = page.locator('.pole .facts p');
    assert.deepEqual(await facts.allInnerTexts(), ['noted 4', 'tooEarly 3 8', 'noted 3']);
    await post({ kind: 'event', event: { type: 'state', state: quiet } });
    assert.deepEqual(await facts.allInnerTexts(), []);
    assert.equal(await page.locator('.pole').count(), 2);
  });

  it('says what it is about until the first check, known from the first paint on', async () => {
    await load(builtin, true);
    assert.equal(
      await page.locator('.intro').innerText(),
      ['intro', ...builtin.hats.flatMap(({ label, purpose }) => [label, purpose])].join(' '),
    );
    await page.locator('#startCheck').focus();
    await post({ kind: 'event', event: { type: 'state', state: quiet } });
    assert.equal(await page.locator('.introduction').isVisible(), false);
    await load(builtin, false);
    assert.equal(await page.locator('.card').first().isVisible(), true);
    assert.equal(await page.locator('.introduction').isVisible(), false);
  });

  /** Where things stand in the window, in px. */
  const box = async (selector: string, index = 0) => (await page.locator(selector).nth(index).boundingBox())!;

  it('has the search and six rows in sight in a view 240 px high and 300 px wide', async () => {
    await page.setViewportSize({ width: 300, height: 240 });
    await open();
    assert.equal((await box('.search')).y, 0);
    assert.ok((await box('.search')).height <= 34);
    for (let index = 0; index < 6; index++) {
      const { y, height } = await box('.row', index);
      assert.ok(height <= 34 && y + height <= 240, `row ${index}: ${y} + ${height}`);
    }
    const shown = await page
      .locator('.row')
      .evaluateAll((rows) =>
        rows.map((row) => Array.from(row.querySelectorAll('.short'), ({ textContent }) => textContent)),
      );
    const shorts = builtin.dimensions.map(({ poles }) =>
      poles.map(
        ({ short }, index) => `${builtin.hats[index]!.letter}${builtin.hats[index]!.label}: ${short}`,
      ),
    );
    assert.deepEqual(shown, shorts);
    const sides = await page.locator('.row').first().locator('.short').evaluateAll(topsOf);
    assert.equal(sides[0], sides[1]);
    // With the ratings, too.
    const scores = builtin.dimensions.flatMap(({ id }) =>
      builtin.hats.map((hat) => ({ dimension: id, hat: hat.id, score: 4, count: 3 })),
    );
    await post({
      kind: 'event',
      event: { type: 'state', state: { ...quiet, ratings: { date: '2026-11-24', scores } } },
    });
    assert.equal(await page.locator('.row [role="img"]').count(), 12);
    const last = await box('.row', 5);
    assert.ok(last.y + last.height <= 240, `${last.y + last.height}`);
  });

  it('opens a row from anywhere in it, by one button', async () => {
    await open();
    const row = page.locator('.row').nth(2);
    assert.equal(await row.getByRole('button').count(), 1);
    const { width, height } = (await row.boundingBox())!;
    for (const [x, y] of [
      [3, 3],
      [width - 3, height - 3],
    ] as const) {
      await row.click({ position: { x, y } });
      assert.equal(await page.locator('.opener').nth(2).getAttribute('aria-expanded'), 'true');
      await page.locator('.opener').nth(2).press('Enter');
      assert.equal(await page.locator('.opener').nth(2).getAttribute('aria-expanded'), 'false');
    }
  });

  for (const width of [300, 600])
    it(`keeps the search and the hats in sight while a card’s lists scroll at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 300 });
      await open();
      await page.locator('.opener').nth(1).click();
      const search = await box('.search');
      const middle = await page.evaluate(() => {
        const lists = globalThis.document.querySelectorAll('.pole:first-child .section');
        const middle = lists[3]!.getBoundingClientRect().top;
        scrollTo(0, middle);
        return middle;
      });
      assert.ok(middle > 300);
      assert.equal((await box('.search')).y, 0);
      const isWide = width === 600;
      for (let side = 0; side < (isWide ? 2 : 1); side++) {
        const heading = await box('.pole > h3', side);
        assert.ok(Math.abs(heading.y - search.height) <= 1, `${heading.y}`);
        assert.equal(
          await page.locator('.pole > h3').nth(side).innerText(),
          builtin.hats[side]!.letter + '\n' + builtin.hats[side]!.label,
        );
      }
      const [one, other] = [await box('.pole', 0), await box('.pole', 1)];
      assert.equal(one.y === other.y, isWide);
      // Side by side, each list begins where its neighbour does.
      const tops = await page.locator('.section').evaluateAll(topsOf);
      assert.equal(tops.length, 14);
      if (isWide) assert.deepEqual(tops.slice(0, 7), tops.slice(7));
      // What is gone to is not covered by them.
      const place = {
        dimension: builtin.dimensions[1]!.id,
        item: { hat: builtin.hats[0].id, section: 'moves', index: 0 },
      };
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await post({ kind: 'event', event: { type: 'reveal', place } });
      const focused = (await page.locator(':focus').boundingBox())!;
      const heading = await box('.pole > h3');
      assert.ok(focused.y >= heading.y + heading.height && focused.y + focused.height <= 300, `${focused.y}`);
    });

  it('shows a longer text in whole, and one line of the summary where there is none', async () => {
    await page.setViewportSize({ width: 300, height: 400 });
    const [one, other] = dimension!.poles;
    const longest = 'Meaning, movement, momentum';
    const pole = (short: string | undefined): Pole => ({ ...one, short });
    const without: Pole = { ...other, short: undefined };
    await open({ ...builtin, dimensions: [{ ...dimension!, poles: [pole(longest), without] }] });
    const texts = page.locator('.short > span:last-child');
    const [wrapped, clipped] = [await texts.nth(0).boundingBox(), await texts.nth(1).boundingBox()];
    assert.ok(wrapped!.height > 20 && clipped!.height < 20);
    assert.equal(await texts.nth(1).textContent(), other.summary);
    assert.deepEqual(await overflowing(), []);
  });

  it('marks one card, with the hat where there is one', async () => {
    await open(builtin, { ...quiet, marked: { dimension: builtin.dimensions[1]!.id, hat: null } });
    assert.deepEqual(await page.locator('[aria-current] .opener').allInnerTexts(), [
      builtin.dimensions[1]!.title,
    ]);
    assert.equal(await page.locator('[aria-current="true"] .mark').innerText(), 'atCursor');
    const marked = { dimension: dimension!.id, hat: builtin.hats[1].id };
    await post({ kind: 'event', event: { type: 'state', state: { ...quiet, marked } } });
    assert.deepEqual(await page.locator('[aria-current] .opener').allInnerTexts(), [dimension!.title]);
    assert.equal(
      await page.locator('[aria-current="true"] .mark').innerText(),
      `atCursorHat ${builtin.hats[1].label}`,
    );
  });

  it('goes to a place that the host reveals, even from the results', async () => {
    await open();
    await page.locator('#search').fill('outage');
    const place = {
      dimension: builtin.dimensions[5]!.id,
      item: { hat: builtin.hats[1].id, section: 'retrospective', index: 2 },
    };
    await post({ kind: 'event', event: { type: 'reveal', place } });
    const focused = page.locator(':focus');
    assert.ok(
      (await focused.innerText()).startsWith(builtin.dimensions[5]!.poles[1].prompts.retrospective[2]!),
    );
    assert.equal(await page.locator('.results').isVisible(), false);
  });

  it('takes another framework at once, and keeps what it can', async () => {
    await open();
    await page.locator('.opener').first().click();
    const framework = { ...builtin, dimensions: [{ ...dimension!, title: 'Renamed' }] };
    await post({ kind: 'event', event: { type: 'framework', framework } });
    assert.deepEqual(await page.locator('.opener').allInnerTexts(), ['Renamed']);
    assert.equal(await page.locator('.opener').getAttribute('aria-expanded'), 'true');
    await post({ kind: 'event', event: { type: 'state', state: isNew } });
    assert.equal(await page.locator('#startCheck').innerText(), 'startCheck 10');
  });

  const memory: FrameworkMemory = {
    at: 2,
    open: [dimension!.id],
    query: '',
    leftResults: false,
    scroll: 0,
    focus: '',
  };

  it('tells the host what to remember', async () => {
    await open();
    await page.locator('.opener').first().click();
    const remembered = () =>
      page.evaluate<unknown>(`posted.findLast(({ event }) => event?.memory)?.event.memory.open`);
    await until(remembered, (ids) => ids !== undefined);
    assert.deepEqual(await remembered(), [dimension!.id]);
  });

  it('stays on the card that a result led to when it is shown again, and leads back to the results', async () => {
    await open();
    await page.locator('#search').fill('outage');
    await page.locator('.situation .link').first().click();
    const left = await page.waitForFunction(
      `posted.findLast(({ event }) => event?.memory?.leftResults)?.event.memory`,
    );
    fromHost = parseMemory(await left.jsonValue()) ?? null;
    assert.equal(fromHost?.query, 'outage');
    await open();
    fromHost = null;
    await page.locator('#backToResults').click();
    assert.equal(await page.locator('.results').isVisible(), true);
    // Typing on leads to the results as well.
    await page.locator('.situation .link').first().click();
    assert.equal(await page.locator('.results').isVisible(), false);
    await page.locator('#search').pressSequentially('s');
    assert.equal(await page.locator('.results').isVisible(), true);
  });

  it('leads from an outage to what comes first and to what follows, and back to the cards where nothing fits', async () => {
    await open();
    for (const place of ['first', 'then'] as const) {
      await page.locator('#search').fill('outage');
      const name = await page.locator('#result\\/0').innerText();
      const side = builtin.situations.find(({ title }) => title === name)![place];
      const link = page.locator(`#${place}\\/0`);
      const { title } = builtin.dimensions.find(({ id }) => id === side.dimension)!;
      assert.equal(await link.innerText(), title);
      await link.click();
      const opened = page.locator('.opener[aria-expanded="true"]');
      assert.ok((await opened.allInnerTexts()).includes(title), place);
      assert.equal(
        await page.locator('.row', { hasText: title }).first().locator('.glance').isVisible(),
        false,
      );
    }
    await page.locator('#search').fill('xqzxqz');
    assert.equal(await page.locator('.row').first().isVisible(), false);
    await page.locator('#back').click();
    assert.equal(await page.locator('.row').first().isVisible(), true);
  });

  it('stays in the box while an input method composes', async () => {
    await open();
    await page.locator('#search').fill('outage');
    await page.locator('#search').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    assert.equal(await page.locator(':focus').getAttribute('id'), 'search');
    await page.locator('#search').press('Enter');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'result/0');
  });

  it('goes on from the box to the results by Enter, also after they were left', async () => {
    await open();
    await page.locator('#search').fill('outage');
    await page.locator('#search').press('Enter');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'result/0');
    await page.locator('.situation .link').first().click();
    await page.locator('#search').press('ArrowDown');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'result/0');
    await page.locator(':focus').press('Escape');
    assert.deepEqual(
      [await page.locator('#search').inputValue(), await page.locator(':focus').getAttribute('id')],
      ['', 'search'],
    );
    await page.locator('#search').press('Enter');
    assert.equal(await page.locator(':focus').innerText(), dimension!.title);
  });

  it('takes the newest of what VS Code and the host remember', async () => {
    const older = { ...memory, at: 1, open: [builtin.dimensions[1]!.id] };
    for (const [fromPage, kept] of [
      [memory, older],
      [older, memory],
      [memory, null],
      [null, memory],
    ] as const) {
      await page.addInitScript((remembered) => Object.assign(window, { remembered }), fromPage);
      fromHost = kept;
      await open();
      assert.deepEqual(await page.locator('[aria-expanded="true"]').allInnerTexts(), [dimension!.title]);
    }
    fromHost = null;
  });

  it('starts afresh where what it remembers makes no sense', async () => {
    for (const remembered of [null, 3, { open: 'all' }, { ...memory, open: ['gone'], focus: '"]' }]) {
      await page.addInitScript((state) => Object.assign(window, { remembered: state }), remembered);
      await open();
      assert.equal(await page.locator('.card').count(), builtin.dimensions.length);
      assert.equal(await page.locator('[aria-expanded="true"]').count(), 0);
    }
  });

  it('moves nothing for people who want less motion', async () => {
    await open();
    const duration = () =>
      page
        .locator('.opener')
        .first()
        .evaluate((opener) => getComputedStyle(opener, '::before').transitionDuration);
    assert.equal(await duration(), '0.1s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await duration(), '0s');
    await page.emulateMedia({ reducedMotion: null });
  });

  for (const width of [90, 200, 320, 600, 900])
    it(`needs no horizontal scrolling at ${width} px, with twelve long names in another script`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await open(twelve());
      for (const opener of await page.locator('.opener').all()) await opener.click();
      assert.deepEqual(await overflowing(), []);
      await page.locator('#search').fill('مسؤولية');
      await page.locator('.result').first().waitFor();
      assert.deepEqual(await overflowing(), []);
      assert.equal(
        await page.locator('.page').evaluate((element) => getComputedStyle(element).direction),
        'rtl',
      );
    });

  /** What sticks out of the page. */
  function overflowing(): Promise<string[]> {
    return page.evaluate(() => {
      const outside = Array.from(globalThis.document.querySelectorAll('.page *')).filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return !element.closest('.spoken') && (left < -1 || right > innerWidth + 1);
      });
      const scrolls = globalThis.document.documentElement.scrollWidth > innerWidth;
      return [...(scrolls ? ['the page'] : []), ...outside.map(({ outerHTML }) => outerHTML.slice(0, 80))];
    });
  }
});

/** Runs in the page. */
function topsOf(elements: readonly Element[]): number[] {
  return elements.map((element) => Math.round(element.getBoundingClientRect().top));
}

function twelve(): Framework {
  const long = 'المسؤوليةالمشتركةعنالنتائجالطويلةالأمدوالقراراتالاستراتيجية';
  const hats: Framework['hats'] = [
    { ...builtin.hats[0], label: 'إدارة', purpose: 'استمرار العمل' },
    { ...builtin.hats[1], label: 'قيادة', purpose: 'تحديد الاتجاه' },
  ];
  const dimensions = Array.from({ length: 12 }, (_, index) => ({
    ...dimension!,
    id: `بعد-${index}`,
    title: `${long} ${index}`,
    question: 'ما هي مسؤولية الفريق؟',
  }));
  return { ...builtin, language: 'ar', title: 'القيادة والإدارة', hats, dimensions, situations: [] };
}
