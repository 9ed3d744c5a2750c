/** What is fuzzed: each reads any text, and throws where something does not hold that always should. */
import assert from 'node:assert/strict';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import { readFramework } from '../../src/core/framework/read';
import { readCapture, undecidedMention } from '../../src/core/journal/capture/captured';
import { withoutComments } from '../../src/core/journal/blocks/comments';
import { ignoreTag, readConfig, withoutPerson } from '../../src/core/journal/config/config';
import { noConfig } from '../../src/core/journal/config/configModel';
import { NoteLines } from '../../src/core/journal/blocks/excerpt';
import {
  frontMatterRange,
  plainEntries,
  withoutFrontMatter,
} from '../../src/core/journal/frontMatter/frontMatter';
import { CacheReader, cacheTitle } from '../../src/core/journal/index/cache';
import { sealed } from '../../src/core/journal/index/packed';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { mentionOf, resolveName, suggestPeople } from '../../src/core/journal/people/nameMatching';
import { usualFrontMatter } from '../../src/core/journal/frontMatter/frontMatterTags';
import { readFrontMatterYaml } from '../../src/core/journal/frontMatter/frontMatterYaml';
import { scanFacts, scanNote } from '../../src/core/journal/scan/scanNote';
import { changeIn, isChanged, type TagChange } from '../../src/core/journal/tags/tagChange';
import { knownTags } from '../../src/core/journal/tags/tags';
import { tasksIn } from '../../src/core/journal/tasks/taskText';
import { applyEdits } from '../../src/core/util/textEdit';
import { ChecksCacheReader, checksCacheTitle } from '../../src/core/selfcheck/checksCache';
import { readRecord } from '../../src/core/selfcheck/record';
import { parseFromHost, parseFromView, parseMemory, parseModel } from '../../src/protocol/frameworkView';

/** Runs what the product does with a text, and gives its answer: nothing else of a target is on the clock. */
export type Timed = <T>(work: () => T) => T;

export interface Target {
  readonly run: (text: string, timed: Timed) => void;
  /** Pieces that mean something there. */
  readonly words: readonly string[];
}

const tags = knownTags(builtin);
const context = { tags, readYaml: readFrontMatterYaml };

const markdown = [
  ...[
    '#decision-making',
    '#risk-taking/leadership',
    '#x',
    '#private',
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '\t',
    '- ',
    '1. ',
    '> ',
  ],
  ...[
    '# ',
    '## ',
    '===\n',
    '---\n',
    '```\n',
    '~~~\n',
    '$$\n',
    '%%',
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '`',
    '``',
    '[',
    ']',
  ],
  ...[
    '](',
    ')',
    '![',
    '[[',
    ']]',
    '[a]: ',
    '[^1]: ',
    '|',
    '|---|\n',
    '\\',
    '&',
    '*',
    '_',
    '<',
    '>',
    'http://a.b/',
    'www.',
  ],
  ...[
    '- [ ] ',
    '- [x] ',
    '@ana ',
    'due:2026-12-01',
    '📅 2026-12-01',
    '🚀',
    '\u200d',
    '\ufe0f',
    'İ',
    '\u3000',
    '\ufeff',
    '\0',
  ],
];
const yaml = [
  ...[
    '---\n',
    '...\n',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\t',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
  ],
  ...[
    '|\n',
    '>-\n',
    '? ',
    '%YAML 1.1\n',
    '\\u0000',
    'tags',
    'tag: ',
    'private',
    'null',
    'true',
    '0x1',
    '1e999',
    '__proto__: ',
  ],
];

function scanner(text: string, timed: Timed): void {
  const note = timed(() => scanNote('notes/2026-11-24.md', text, context));
  const shown = text.startsWith('\uFEFF') ? text.slice(1) : text;
  for (const { start, end, inFrontMatter, block, line } of note.tags) {
    assert.ok(start < end && end <= shown.length);
    assert.ok(inFrontMatter || shown.charAt(start) === '#');
    assert.ok(block.first <= line && line <= block.last);
  }
  const { title, date, kind, person, tags: found, tasks, needsYaml } = note;
  const facts = timed(() => scanFacts('notes/2026-11-24.md', text, context));
  assert.deepEqual(
    { ...facts, tags: facts.tags, tasks: facts.tasks },
    { ...facts, title, date, kind, person, tags: found, tasks, needsYaml },
  );
  timed(() => new NoteLines(text, note.privateLines).plainText({ first: 0, last: Infinity }));
  const uncommented = timed(() => withoutComments(shown));
  assert.equal(uncommented.split(/\r\n|\n|\r/).length, shown.split(/\r\n|\n|\r/).length);
  for (const { mark } of timed(() => tasksIn(text))) assert.equal(text.charAt(mark - 1), '[');
}

/** What can be read without the YAML library is what the library reads. */
function frontMatter(text: string, timed: Timed): void {
  const note = `---\n${text}\n---\nbody`;
  const { start, end } = timed(() => frontMatterRange(note));
  timed(() => plainEntries(note.slice(start, end)));
  timed(() => withoutFrontMatter(note));
  const usual = timed(() => usualFrontMatter(note, start, end));
  const read = timed(() => readFrontMatterYaml(note, start, end));
  if (usual && read.problem === undefined) assert.deepEqual(usual.tags, read.tags);
  timed(() => scanNote('a.md', text, context));
}

/** A change that can't be made says so. */
function attempt(change: () => string | undefined): string | undefined {
  try {
    return change();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('two-hats.yaml is')) return undefined;
    throw error;
  }
}

function config(text: string, timed: Timed): void {
  timed(() => readConfig(text));
  if (text.length > 20_000) return;
  for (const change of [() => ignoreTag(text, 'made-up'), () => withoutPerson(text, 'Ana Example')])
    if (readConfig(text).problems.length === 0)
      assert.deepEqual(readConfig(attempt(change) ?? '').problems, []);
}

/** Anything but a whole cache of ours is an error, and soon, though its sums are right. */
function cache(text: string, timed: Timed): void {
  timed(() => {
    readToEnd(() => new CacheReader(sealed(cacheTitle('key'), text), 'key'));
  });
  timed(() => {
    readToEnd(() => new ChecksCacheReader(sealed(checksCacheTitle, text)));
  });
}

function readToEnd(open: () => { next(): unknown }): void {
  try {
    const reader = open();
    for (let left = 100_000; left > 0 && reader.next(); left--);
  } catch (error) {
    assert.ok(
      error instanceof Error && !/call stack|array length|string length/.test(error.message),
      String(error),
    );
  }
}

/** Messages come as values: it is Node that takes its time to make a million lists out of brackets. */
function messageOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text is a message, too.
    return text;
  }
}

function protocol(text: string, timed: Timed): void {
  const message = messageOf(text);
  for (const parse of [parseModel, parseMemory, parseFromHost, parseFromView]) timed(() => parse(message));
}

const people = peopleOf(
  ['Ana Example', 'Ana-Lena Muster', 'Zoë Beispiel', '李雷', 'अमित', 'O’Neill'].map((person, index) => ({
    path: `people/p${index}/2026-11-24.md`,
    person,
    date: undefined,
  })),
  noConfig,
);

function names(text: string, timed: Timed): void {
  const { people: called } = timed(() => resolveName(people.all, text));
  assert.ok(called.every((person) => people.all.includes(person)));
  timed(() => suggestPeople(people.all, text));
  assert.ok(timed(() => readCapture(text, people, 'retro')).text.length <= text.length);
  timed(() => undecidedMention(text, people, 'retro'));
  const mention = timed(() => mentionOf(text));
  assert.equal(mentionOf(mention), mention);
}

const change: TagChange = {
  from: { dimension: 'risk-taking', hat: undefined },
  withHats: true,
  to: { dimension: 'decision-making', hat: undefined },
};

const scan = (text: string) => scanNote('a.md', text, context);

/** Only what was changed is another, and all else counts as before; front matter may say a tag less. */
function tagChange(text: string, timed: Timed): void {
  const shown = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const { edits, places } = timed(() => changeIn(shown, scan, change, tags));
  const [before, after] = [scan(shown), scan(applyEdits(shown, edits))];
  const counted = (note: typeof before) => note.tags.filter((tag) => isChanged(change, tag)).length;
  assert.equal(counted(after), counted(before) - places);
  assert.ok(after.tags.length <= before.tags.length && after.tags.length >= before.tags.length - places);
  assert.equal(after.tasks.length, before.tasks.length);
}

export const targets: Readonly<Record<string, Target>> = {
  scanner: { run: scanner, words: [...markdown, ...yaml.slice(0, 4)] },
  frontMatter: { run: frontMatter, words: yaml },
  framework: {
    run: (text, timed) => void timed(() => readFramework(text)),
    words: [...yaml, 'id: ', 'hats:\n', 'dimensions:\n', 'poles:\n', 'situations:\n', 'statements:\n'],
  },
  check: {
    run: (text, timed) => void timed(() => readRecord(text)),
    words: [
      ...yaml,
      'format: two-hats-check/1\n',
      'answers:\n',
      '  - statement: a\n',
      'answer: 4\n',
      'seed: 1\n',
    ],
  },
  config: {
    run: config,
    words: [...yaml, 'people:\n', '  - name: Ana Example\n', 'aliases: ', 'ignored: ', 'templates: ', 'a'],
  },
  cache: {
    run: cache,
    words: ['\n', '[', ']', '"a"', ',', '0', '99999999', '~', '!', ' '],
  },
  protocol: {
    run: protocol,
    words: [
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      'null',
      '1e999',
      '"type"',
      '"event"',
      '"request"',
      '"__proto__"',
      '\\ud800',
    ],
  },
  names: {
    run: names,
    words: [
      '@',
      'ana',
      'Ana ',
      '-',
      '’',
      '.',
      ' ',
      '，',
      'é',
      'e\u0301',
      '李',
      '\u200d',
      '\u00ad',
      'İ',
      'ß',
      '@retro ',
    ],
  },
  tagChange: {
    run: tagChange,
    words: [
      ...markdown,
      '#risk-taking',
      '#risk-taking/own',
      '#Risk-Taking/LEADERSHIP/own',
      '#risk-taking/',
      '---\ntags: [risk-taking]\n---\n',
    ],
  },
};
