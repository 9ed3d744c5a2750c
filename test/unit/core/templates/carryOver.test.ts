import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import type { IndexedNote } from '../../../../src/core/journal/note';
import { scanNote } from '../../../../src/core/journal/scan/scanNote';
import { knownTags } from '../../../../src/core/journal/tags/tags';
import { tasksIn } from '../../../../src/core/journal/tasks/taskText';
import { openingText, promptsForNeglected, withOpening } from '../../../../src/core/templates/carryOver';
import templates from '../../../../src/core/templates/builtin.templates.yaml';
import { templateTasks } from '../../../../src/core/templates/templateTasks';
import { frameworkTags } from '../../../../src/core/templates/tags';
import { toText } from '../../../../src/core/templates/text';
import { itemsFor } from '../../../support/carryOver';
import { indexed } from '../../../support/notes';

const words = { stillOpen: 'Still open', topics: 'Topics', prompts: 'Worth asking' };
const tags = knownTags(builtin);
/** As the first task of a note goes on, below the lines that make it. */
const carried = (text: string, rest = '') =>
  itemsFor('b.md', { 'a.md': `- [ ] ${text}\n${rest}` })[0] ?? assert.fail(`no task: ${text}`);

describe('The opening of a note', () => {
  it('holds what is open, topics and prompts, each under its heading', () => {
    const opening = openingText(
      {
        lastMet: 'Last met 12 days ago',
        stillOpen: [carried('Ask for the budget @ana'), carried('Write')],
        topics: '- the rota\n\n  more',
        prompts: [{ text: 'What would you try?', tag: 'risk-taking/leadership' }],
      },
      words,
    );
    assert.equal(
      opening,
      '*Last met 12 days ago*\n\n## Still open\n\n- [ ] Ask for the budget @ana\n- [ ] Write\n\n## Topics\n\n- the rota\n\n  more\n\n## Worth asking\n\n- What would you try? #risk-taking/leadership\n\n',
    );
    assert.equal(
      openingText({ lastMet: undefined, stillOpen: [], topics: undefined, prompts: [] }, words),
      '',
    );
  });

  it('keeps what was collected within its section', () => {
    const topics = '# Topics\n\n- plan\n\n# Private\n\n- my doubts\n\n```\ncode';
    const prompts = [{ text: 'Why?', tag: 'risk-taking' }];
    const note = openingText({ lastMet: undefined, stillOpen: [], topics, prompts }, words);
    const { headings, privateLines } = scanNote('a.md', `${note}## Talk\n\n- [ ] Act`, { tags });
    assert.deepEqual(
      headings.map(({ level, text }) => `${level} ${text}`),
      ['2 Topics', '3 Topics', '3 Private', '2 Worth asking', '2 Talk'],
    );
    assert.deepEqual(privateLines, [{ first: 6, last: 12 }]);
  });

  it('stands below the first heading, and the place to write moves with it', () => {
    const text = '---\nperson: Ana\n---\n\n# 1:1\n\n## Talk\n\n- here\n';
    const at = text.indexOf('here');
    const { text: opened, first } = withOpening({ text, first: { start: at, end: at + 4 } }, '## Open\n\n', [
      ['topics', '1-abc'],
    ]);
    assert.equal(opened, '---\nperson: Ana\ntopics: "1-abc"\n---\n\n# 1:1\n\n## Open\n\n## Talk\n\n- here\n');
    assert.equal(opened.slice(first.start, first.end), 'here');
  });

  it('carries a task without its known tags, which are evidence where they stood', () => {
    for (const [text, left] of [
      ['Let Ana choose #risk-taking/leadership today #own', 'Let Ana choose today #own'],
      ['#risk-taking', '#risk-taking'],
      ['#risk-taking  #decision-making first', 'first'],
      ['over\n  two lines #risk-taking\n  or three', 'over two lines or three'],
      ['of (#risk-taking) [this #risk-taking](b.md)', 'of () [this ](b.md)'],
    ] as const) {
      const task = carried(text);
      assert.equal(task.text, left);
      assert.equal(task.places[0]?.arrivesAs, tasksIn(`- [ ] ${left}`)[0]?.hash);
    }
  });

  it('carries letter for letter what only looks like a tag', () => {
    for (const text of [
      'Explain `grep "#decision-making"` to Tom',
      'Explain `a  #decision-making  b`',
      'Read [the section](c.md#risk-taking) again',
      'Look at ![x](a.png "#risk-taking")',
      'See <a href="c.md#risk-taking">it</a> and <!-- #risk-taking -->',
      'See https://x.org/#risk-taking and [[a#risk-taking]]',
      String.raw`Not \#risk-taking, C#risk-taking or ##risk-taking`,
    ]) {
      const task = carried(`${text} #decision-making/leadership`);
      assert.equal(task.text, text);
      assert.equal(task.places[0]?.arrivesAs, tasksIn(`- [ ] ${text}`)[0]?.hash);
    }
    const { text } = carried('Read [it][#risk-taking] #risk-taking', '\n[#risk-taking]: b.md\n');
    assert.equal(text, 'Read [it](b.md)');
  });

  it('stands first where a note has no heading, or below one in the first line', () => {
    assert.equal(withOpening({ text: '- a\n', first: { start: 2, end: 3 } }, 'x\n\n').text, 'x\n\n- a\n');
    const { text, first } = withOpening({ text: '# A\n\nb', first: { start: 5, end: 6 } }, 'x\n\n');
    assert.deepEqual([text, text.slice(first.start, first.end)], ['# A\n\nx\n\nb', 'b']);
  });
});

describe('Prompts for neglected sides', () => {
  const sides = [...frameworkTags(builtin)].filter((tag) => tag.includes('/'));
  const noteWith = (date: string, used: readonly string[]) =>
    indexed({
      [`people/ana/${date}.md`]: used
        .flatMap((tag) => [`- one two three #${tag}`, `- more of the same #${tag}`])
        .join('\n'),
    }).values();

  it('ask for those that the last eight weeks hardly touched', () => {
    const used = sides.filter((tag) => tag !== 'risk-taking/leadership');
    const prompts = promptsForNeglected(builtin, 'oneOnOne', noteWith('2026-11-01', used), '2026-11-25');
    assert.deepEqual(
      prompts.map(({ tag }) => tag),
      ['risk-taking/leadership'],
    );
    const { poles } = builtin.dimensions.find(({ id }) => id === 'risk-taking')!;
    assert.ok(poles[1].prompts.oneOnOne.includes(prompts[0]!.text));
  });

  it('are three at most, and know nothing of older notes', () => {
    const old = noteWith('2026-09-29', sides);
    const recent = noteWith('2026-11-01', ['risk-taking/leadership']);
    const prompts = promptsForNeglected(builtin, 'oneOnOne', [...old, ...recent], '2026-11-25');
    assert.equal(new Set(prompts.map(({ tag }) => tag)).size, 3);
    assert.deepEqual(
      promptsForNeglected(builtin, 'oneOnOne', noteWith('2026-10-01', sides), '2026-11-25'),
      [],
    );
  });

  it('ask first for what nobody wrote of, then for what was written of once', () => {
    const [once = '', ...others] = sides.filter((tag) => tag !== 'risk-taking/leadership');
    const notes = [
      ...noteWith('2026-11-01', others),
      ...indexed({ 'people/ana/2026-11-02.md': `- one two three #${once}` }).values(),
    ];
    const asked = (after: readonly IndexedNote[]) =>
      promptsForNeglected(builtin, 'oneOnOne', [...notes, ...after], '2026-11-25').map(({ tag }) => tag);
    assert.deepEqual(asked([]), ['risk-taking/leadership', once]);
    assert.deepEqual(asked([...noteWith('2026-11-03', [once])]), ['risk-taking/leadership']);
  });

  for (const rhythm of [1, 7, 14, 21, 28, 30, 91])
    it(`bring every prompt of every side round, asked every ${rhythm} days`, () => {
      const [used = '', ...neglected] = sides;
      const asked = Array.from({ length: 120 }, (_, index) => {
        const date = new Date(Date.parse('2026-11-24') + index * rhythm * 86_400_000)
          .toISOString()
          .slice(0, 10);
        const prompts = promptsForNeglected(builtin, 'retrospective', noteWith(date, [used]), date);
        assert.equal(new Set(prompts.map(({ tag }) => tag.split('/')[1])).size, 2, 'both hats');
        return prompts;
      }).flat();
      assert.deepEqual(new Set(asked.map(({ tag }) => tag)), new Set(neglected));
      const texts = builtin.dimensions.flatMap(({ id, poles }) =>
        poles.flatMap(({ prompts }, hat) =>
          used === `${id}/${builtin.hats[hat]?.id}` ? [] : prompts.retrospective,
        ),
      );
      assert.deepEqual(new Set(asked.map(({ text }) => text)), new Set(texts));
    });

  it('are none where nothing was written about any side', () => {
    assert.deepEqual(
      promptsForNeglected(builtin, 'oneOnOne', noteWith('2026-09-29', sides), '2026-11-25'),
      [],
    );
  });
});

describe('A template’s task', () => {
  it('is no action, and one is as soon as somebody wrote in it', () => {
    const isUnwritten = templateTasks(templates.templates, builtin);
    const sailboat = templates.templates.find(({ id }) => id === 'retro-sailboat')!;
    for (const known of [frameworkTags(builtin), new Set<string>()]) {
      const { text } = toText(sailboat, { date: '2026-11-25', tags: known });
      assert.deepEqual(tasksIn(text).map(isUnwritten), [true]);
      assert.deepEqual(tasksIn(text.replace('[ ] …', '[ ] Ask Ana')).map(isUnwritten), [false]);
    }
  });
});
