// Whatever stands in a journal that others can write into, it is text in what is put together of it.
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { knownLines } from '../../../../src/core/journal/blocks/evidence';
import { writeScalar } from '../../../../src/core/journal/frontMatter/frontMatter';
import { writtenIn } from '../../../../src/core/journal/digest/written';
import { othersHidden } from '../../../../src/core/journal/people/othersHidden';
import { peopleOf } from '../../../../src/core/journal/people/knownPeople';
import { lookBackOf } from '../../../../src/core/report/lookBack';
import { exportedFiles } from '../../../../src/core/report/export/files';
import { assistantText, purposes } from '../../../../src/features/lookBack/assistantText';
import { gatheredText } from '../../../../src/features/lookBack/gatherText';
import { lookBackText, type TextContext } from '../../../../src/features/lookBack/text';
import { hostileTexts } from '../../../support/hostileTexts';
import { indexed, scanned } from '../../../support/notes';
import { exportedReport, l10n } from '../../../support/reports';

/** Also what a careful reader of Markdown would not follow is a link here. */
const markdown = Object.assign(new MarkdownIt({ html: true }), { validateLink: () => true });

const context: TextContext = {
  ...{ l10n, date: (date) => date, month: (month) => month, shown: (text) => text },
  titleOf: ({ title, path }) => title ?? path,
  linkTo: () => 'target',
};

function journalOf(hostile: string) {
  const files = {
    'people/ana/2026-11-12.md': [
      ...['---', `person: ${writeScalar(hostile)}`, `title: ${writeScalar(hostile)}`, '---', ''],
      ...[`# ${hostile}`, '', hostile, '', `- ${hostile} #risk-taking/management`, `- [ ] ${hostile}`, ''],
      ...['| a |', '|---|', `| ${hostile} |`, '', '```', hostile, '```', '', '````', '```', '````', ''],
    ].join('\n'),
  };
  const notes = [...indexed(files).values()];
  const [note] = notes;
  const config = { people: [{ name: hostile, aliases: [`${hostile}!`], role: hostile, cadence: hostile }] };
  const people = peopleOf(notes, config);
  const person = people.of(note!) ?? assert.fail(hostile);
  const [[path, text]] = Object.entries(files) as [[string, string]];
  const written = writtenIn(text, scanned(text, path), knownLines([]));
  const span = { from: '2026-11-01', to: '2026-11-30' };
  const months = lookBackOf({ notes, checks: [], people }, person, span);
  return {
    files,
    config,
    note: note!,
    people,
    person,
    text,
    written,
    months,
    texts: new Map([[path, written]]),
  };
}

function documentsOf(hostile: string): string[] {
  const { note, people, person, text, written, months, texts } = journalOf(hostile);
  const gathered = {
    ...{
      person,
      unreadable: [`${hostile}.md`],
      otherFiles: [hostile],
      out: [],
      privateCount: 0,
      outOfReach: '',
    },
    notes: [{ note, text, isAbout: true, ranges: [{ first: 0, last: Infinity }] }],
    experiments: [{ path: `experiments/${hostile}.yaml`, text: `move: ${hostile}` }],
  };
  return [
    lookBackText(person, months, texts, context),
    gatheredText(gathered, { ...context, others: othersHidden(people, person) }),
    ...purposes.map(
      (purpose) =>
        assistantText(
          { purpose, company: person, months, texts, name: hostile, mine: written.own, theirs: written.own },
          { ...context, linkTo: () => undefined },
        ).text,
    ),
  ];
}

const elementsOf = (html: string) => Array.from(html.matchAll(/<([a-z][a-z\d]*)/gi), ([, name]) => name!);

describe('Whatever somebody wrote', () => {
  it('is text in a look back, in what is gathered, and in what an assistant is given', () => {
    for (const hostile of hostileTexts) {
      const documents = documentsOf(hostile);
      assert.equal(documents.length, 2 + purposes.length);
      for (const document of documents) {
        const html = markdown.render(document.replace(/^---\n[^]*?\n---\n/, ''));
        const links = Array.from(html.matchAll(/ (?:href|src)="([^"]*)"/g), ([, target]) => target);
        assert.deepEqual(
          [...new Set(links)].filter((target) => target !== 'target'),
          [],
          document,
        );
        const odd = elementsOf(html).filter((name) => /^(?:img|script|iframe|title|style)$/i.test(name));
        assert.deepEqual(odd, [], document);
        const { tags, tasks } = scanned(document);
        assert.deepEqual([tags, tasks], [[], []], document);
      }
    }
  });

  it('is text in an exported report', () => {
    for (const hostile of hostileTexts) {
      const { files: texts, config } = journalOf(hostile);
      const { report, exported } = exportedReport({
        texts,
        config: { me: [], ignored: [], templates: '', ...config },
      });
      const written = (format: 'html' | 'md') => exportedFiles(format, `report.${format}`, exported, report);
      const [page] = written('html');
      const pages = [
        page!.text,
        ...written('md').map(({ name, text }) => (name.endsWith('.md') ? markdown.render(text) : text)),
      ];
      for (const html of pages) {
        const odd = elementsOf(html).filter((name) => /^(?:a|script|iframe)$/i.test(name));
        assert.deepEqual(odd, [], hostile);
        const images = Array.from(html.matchAll(/<img src="([^"]*)"/g), ([, target]) => target!);
        assert.ok(
          images.every((target) => /^report-[\w-]+\.svg$/.test(target)),
          hostile,
        );
      }
    }
  });
});
