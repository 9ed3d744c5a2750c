// Exports that are read: a page and Markdown that stand alone, whatever people wrote.
import assert from 'node:assert/strict';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import builtin from '../../../../../src/core/framework/builtin.framework.yaml';
import { exportedFiles, type ExportFormat } from '../../../../../src/core/report/export/files';
import { redactedReport, withoutRatings } from '../../../../../src/core/report/export/redacted';
import { exportedReport, states, type JournalState } from '../../../../support/reports';

const hostile =
  '<img src=x onerror=hurt()> ![x](https://example.test/x) [y](command:z) </title></style><script>hurt()</script> | #risk-taking/management @ana https://example.test www.example.test `c` & "q" \u202e';
const [dimension, ...others] = builtin.dimensions;
const hurtful: JournalState = {
  ...states['checks only'],
  framework: { ...builtin, dimensions: [{ ...dimension!, title: hostile }, ...others] },
  texts: { 'people/a/2026-11-20.md': `---\nkind: one-on-one\nperson: '${hostile}'\n---\n\n- we met\n` },
};

function files(format: ExportFormat, state: JournalState, name = `report.${format}`) {
  const { report, exported } = exportedReport(state);
  return exportedFiles(format, name, exported, report);
}

const main = (format: ExportFormat, state: JournalState) => files(format, state).at(-1)!.text;

/** Names of elements, each of which must be closed in its turn. */
function elementsOf(markup: string): string[] {
  const open: string[] = [];
  const all: string[] = [];
  const empty = new Set(['meta', '!DOCTYPE']);
  for (const [, close, name, ends] of markup.matchAll(/<(\/?)([!a-zA-Z0-9]+)[^<>]*?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else {
      all.push(name!);
      if (!ends && !empty.has(name!)) open.push(name!);
    }
  }
  assert.deepEqual(open, []);
  return all;
}

const textOf = (markup: string) =>
  markup
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('A page of an export', () => {
  for (const [name, state] of Object.entries(states))
    it(`is whole, loads nothing and says all that the report says of ${name}`, () => {
      const html = main('html', state);
      const elements = elementsOf(html);
      assert.ok(elements.includes('h1') && elements.includes('section'));
      for (const loading of ['script', 'link', 'img', 'iframe', 'object', 'a', 'base'])
        assert.ok(!elements.includes(loading), loading);
      assert.doesNotMatch(html, /\sstyle=|\son\w+=|url\(|@import|\bsrc=|\bhref=/);
      assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'"/);
      const { exported } = exportedReport(state);
      const words = textOf(html);
      for (const { heading } of exported.sections) assert.ok(words.includes(heading), heading);
      for (const paragraph of exported.head) assert.ok(words.includes(paragraph), paragraph);
    });

  it('shows whatever people wrote as text', () => {
    const html = main('html', hurtful);
    assert.ok(!elementsOf(html).some((name) => ['script', 'img'].includes(name)));
    assert.ok(textOf(html).includes(hostile));
  });

  it('has an id once, for each picture that is described by it', () => {
    const html = main('html', states.everything);
    const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id!);
    assert.ok(ids.length > 20);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of html.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g))
      assert.ok(ids.includes(id!));
  });

  it('leaves out the button that starts a check', () => {
    assert.doesNotMatch(main('html', states.nothing), /Take the Quick Self-Check/);
    assert.match(main('html', states.nothing), /There is no self-check yet/);
  });
});

describe('Markdown of an export', () => {
  const rendered = (markdown: string) =>
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

  for (const [name, state] of Object.entries(states))
    it(`shows each picture that lies beside it, and says all that the report says of ${name}`, () => {
      const all = files('md', state, 'My report (1).md');
      const markdown = all.at(-1)!;
      assert.equal(markdown.name, 'My report (1).md');
      const shown = Array.from(rendered(markdown.text).matchAll(/<img src="([^"]*)"/g), ([, src]) =>
        decodeURIComponent(src!),
      );
      assert.deepEqual(
        shown,
        all.slice(0, -1).map((file) => file.name),
      );
      assert.equal(new Set(shown).size, shown.length);
      for (const picture of shown) assert.match(picture, /^My report \(1\)-[a-z0-9-]+\.svg$/);
      const words = textOf(rendered(markdown.text));
      for (const { heading } of exportedReport(state).exported.sections) assert.ok(words.includes(heading));
    });

  it('shows whatever people wrote as text', () => {
    const all = files('md', hurtful);
    const html = rendered(all.at(-1)!.text);
    assert.ok(
      !elementsOf(html.replace(/<(img|hr|br)[^<>]*>/g, '')).some((name) => /^(script|a)$/.test(name)),
    );
    const pictures = Array.from(html.matchAll(/<img src="([^"]*)"/g), ([, src]) => src!);
    assert.ok(pictures.length > 0);
    for (const picture of pictures) assert.match(picture, /^report-[a-z0-9-]+\.svg$/);
    assert.ok(textOf(html).includes(hostile));
  });

  it('begins no block by what people wrote', () => {
    const { exported, report } = exportedReport(states.nothing);
    for (const words of [
      '- a',
      '+ a',
      '1. a',
      '12) a',
      '# a',
      '> a',
      '---',
      '===',
      '    a',
      '```',
      '| a |',
      '[a]: b',
    ]) {
      const [file] = exportedFiles('md', 'r.md', { ...exported, head: [words], sections: [] }, report);
      assert.equal(
        rendered(file!.text).replace(/<h1>.*<\/h1>\n/, ''),
        `<p>${words.trim().replace('>', '&gt;')}</p>\n`,
        words,
      );
    }
  });

  it('has pictures with colours of their own, for light, dark and paper, on paper of their own', () => {
    const pictures = files('md', states.everything).slice(0, -1);
    assert.ok(pictures.length > 5);
    for (const { text } of pictures) {
      assert.equal(elementsOf(text)[0], 'svg');
      assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img"/);
      assert.match(text, /prefers-color-scheme: dark[^]*@media print/);
      assert.match(text, /<rect class="paper" width="100%" height="100%"\/>/);
      assert.doesNotMatch(text, /var\(|\sstyle=|url\(/);
    }
  });

  it('has pictures in which people’s words are text', () => {
    const all = files('md', hurtful).slice(0, -1);
    assert.ok(all.length > 0);
    for (const { text } of all) assert.ok(!elementsOf(text).some((name) => ['script', 'img'].includes(name)));
  });
});

describe('JSON of an export', () => {
  it('is the report, with what it is', () => {
    const { report, exported } = exportedReport(states.everything);
    const { about, ...rest } = JSON.parse(main('json', states.everything)) as Record<string, unknown>;
    assert.deepEqual(about, exported.head);
    assert.deepEqual(rest, JSON.parse(JSON.stringify(report)));
  });
});

describe('What leaves the journal', () => {
  const { report } = exportedReport({
    ...states.everything,
    config: {
      ...states.everything.config,
      people: [{ name: 'Ana Example', aliases: [], role: undefined, cadence: 'with Bo Sample' }],
    },
  });
  const short = (text: string) =>
    text.replace(/Ana Example|Bo Sample|Cé Muster|林美玲|Ольга Примерова|Zoë Proband/g, 'X.');

  it('names nobody whose name is to be initials', () => {
    const redacted = JSON.stringify(
      redactedReport(report, { nameOf: short, pathOf: (path) => `<${path}>`, textOf: short }),
    );
    assert.doesNotMatch(redacted, /Example|Sample|Muster|林|Ольга|Zoë/);
    assert.match(redacted, /"person":"X\."/);
    assert.match(redacted, /"cadence":"with X\."/);
    assert.match(redacted, /"move":"When X\. and I plan/);
    assert.match(redacted, /"path":"<retros\//);
    assert.match(redacted, /"path":"<checks\/broken\.yaml>"/);
  });

  it('has nothing of what is tried but its side and days where that is private', () => {
    const [one] = states.everything.experiments.list;
    const list = [{ ...one!, move: 'When canary comes #private, I ask' }];
    const state = { ...states.everything, experiments: { list, damaged: [] } };
    for (const format of ['md', 'html', 'csv', 'json'] as const) {
      const exported = main(format, state);
      assert.doesNotMatch(exported, /canary/, format);
      assert.match(exported, /2026-11-02|Nov 2/, format);
    }
    assert.match(main('html', state), />Private</);
  });

  it('has no rating where ratings are hidden', () => {
    const left = withoutRatings(report);
    assert.deepEqual([left.series, left.findings, left.experiment], [null, null, null]);
    assert.ok(left.sides.length > 0);
    for (const side of left.sides)
      assert.deepEqual([side.anchor, side.full, side.noOccasion], [null, null, null]);
    assert.deepEqual(
      left.sides.map(({ notes }) => notes),
      report.sides.map(({ notes }) => notes),
    );
  });
});
