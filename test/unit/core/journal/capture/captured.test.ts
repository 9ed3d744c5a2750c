import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  appendedItem,
  captureItem,
  readCapture,
  timesSaved,
  undecidedMention,
} from '../../../../../src/core/journal/capture/captured';
import { tasksIn } from '../../../../../src/core/journal/tasks/taskText';
import { mentionAtEnd } from '../../../../../src/core/journal/people/mentions';
import { peopleOf } from '../../../../../src/core/journal/people/knownPeople';

const people = peopleOf(
  [
    ...['Priya Shah', 'Ana', 'Ben Oak', 'Ben Elm', '李雷', 'Retro Rick'],
    ...['Zoë Kravitz', 'Eva-Lena Müller', 'Eva Muller'],
  ].map((person) => ({
    path: `notes/${person}.md`,
    person,
    date: '2026-01-01',
  })),
  { people: [{ name: 'Priya Shah', aliases: ['PS'], role: undefined, cadence: undefined }] },
);

describe('A captured line', () => {
  for (const [typed, text, to] of [
    ['  the release slipped ', 'the release slipped', 'today'],
    ['@ana ask about the rota', 'ask about the rota', 'Ana'],
    ['ask about the rota @ANA', 'ask about the rota', 'Ana'],
    ['thank @priya for it', 'thank @priya for it', 'Priya Shah'],
    ['@priya-shah x', 'x', 'Priya Shah'],
    ['@ps x', 'x', 'Priya Shah'],
    ['问 @李雷 一下', '问 @李雷 一下', '李雷'],
    ['@ben x', '@ben x', 'today'],
    ['@zoe x', 'x', 'Zoë Kravitz'],
    ['@Zoe-KRAVITZ x', 'x', 'Zoë Kravitz'],
    ['@oak x', 'x', 'Ben Oak'],
    ['@lena x', 'x', 'Eva-Lena Müller'],
    ['@eva-lena-muller x', 'x', 'Eva-Lena Müller'],
    ['@muller x', '@muller x', 'today'],
    ['@rétro x', 'x', 'retrospective'],
    ['@ben-elm x', 'x', 'Ben Elm'],
    ['@retro fewer meetings', 'fewer meetings', 'retrospective'],
    ['@retro-rick x', 'x', 'Retro Rick'],
    ['@nobody and @ana', '@nobody and', 'Ana'],
    ['@ana and @nobody', 'and @nobody', 'Ana'],
    ['mail ana@ana.org', 'mail ana@ana.org', 'today'],
    ['@ana, please', 'please', 'Ana'],
    ['@ana -5 is too cold', '-5 is too cold', 'Ana'],
    ['@李雷，下周谈', '下周谈', '李雷'],
    ['@李雷：下周谈', '下周谈', '李雷'],
    ['@李雷、 下周谈', '下周谈', '李雷'],
    ['@李雷！？下周谈', '下周谈', '李雷'],
    ['@李雷】下周谈', '下周谈', '李雷'],
    ['@李雷下周谈', '下周谈', '李雷'],
    ['先问@李雷', '先问@李雷', 'today'],
    ['先问 @李雷。', '先问 @李雷。', '李雷'],
    ['@Ana، بعد غد', 'بعد غد', 'Ana'],
    ['@Ana। कल', 'कल', 'Ana'],
    ['@Ana፣ነገ', 'ነገ', 'Ana'],
    ['@ana ¿cuándo?', '¿cuándo?', 'Ana'],
    ['@ana’s rota is odd', '@ana’s rota is odd', 'Ana'],
    ["thank for @ana's help", "thank for @ana's help", 'Ana'],
    ['@Ze\u00adna x', '@Ze\u00adna x', 'today'],
    ['@A\u00adna x', 'x', 'Ana'],
    ['(@ana)', '(@ana)', 'Ana'],
    ['read https://a.org/@ana/lead', 'read https://a.org/@ana/lead', 'today'],
    ['read https://a.org/@ana now', 'read https://a.org/@ana now', 'today'],
    ['try @ana/tools', 'try @ana/tools', 'today'],
    ['try a+@ana', 'try a+@ana', 'today'],
  ] as const)
    it(`${JSON.stringify(typed)} goes to ${to}`, () => {
      const captured = readCapture(typed, people, 'retro');
      const { destination } = captured;
      const place = destination.kind === 'person' ? destination.name : destination.kind;
      assert.deepEqual([captured.text, place], [text, to]);
    });

  it('goes to somebody who is called as the next retrospective is', () => {
    const known = peopleOf([], {
      people: [{ name: 'Rick Retro', aliases: ['Retro'], role: undefined, cadence: undefined }],
    });
    assert.deepEqual(readCapture('@retro x', known, 'retro').destination, {
      kind: 'person',
      name: 'Rick Retro',
    });
  });

  describe('that cannot be sent anywhere tells why', () => {
    const undecided = (typed: string) => {
      const found = undecidedMention(typed, people, 'retro');
      return found && [typed.slice(found.start, found.end), ...found.people.map(({ name }) => name)];
    };
    for (const [typed, expected] of [
      ['ask @nobody and @else', ['@nobody']],
      ['ask @nobody and @ben today', ['@ben', 'Ben Elm', 'Ben Oak']],
      ['@MÜLLER', ['@MÜLLER', 'Eva Muller', 'Eva-Lena Müller']],
      ['ask @nobody and @ana', undefined],
      ['@retro x', undefined],
      ['@zoe x', undefined],
      ['x', undefined],
      ['a@nobody', undefined],
    ] as const)
      it(typed, () => {
        assert.deepEqual(undecided(typed), expected);
      });
  });

  it('names somebody while the last word is typed', () => {
    assert.deepEqual(mentionAtEnd('ask @pri'), { start: 4, name: 'pri' });
    assert.deepEqual(mentionAtEnd('@'), { start: 0, name: '' });
    assert.equal(mentionAtEnd('a@b'), undefined);
    assert.equal(mentionAtEnd('https://a.org/@an'), undefined);
    assert.equal(mentionAtEnd('@ana '), undefined);
  });
});

/** The text with the item. */
function appended(text: string, item: string): string {
  const { offset, text: added } = appendedItem(text, item);
  return text.slice(0, offset) + added + text.slice(offset);
}

describe('A captured item', () => {
  for (const [text, expected] of [
    ['', '- x\n'],
    ['# Title\n', '# Title\n\n- x\n'],
    ['- a\n', '- a\n- x\n'],
    ['# Title\n\n- a\n', '# Title\n\n- a\n- x\n'],
    ['- a\n\nText\n', '- a\n\nText\n\n- x\n'],
    ['- a\n\n\n', '- a\n- x\n\n\n'],
    ['1. a', '1. a\n- x\n'],
    ['- a\n  more', '- a\n  more\n- x\n'],
    ['Two  spaces', 'Two  spaces\n\n- x\n'],
    ['a - b', 'a - b\n\n- x\n'],
    ['a\r\nb\r\n', 'a\r\nb\r\n\r\n- x\r\n'],
    ['---\nkind: note\n---\n', '---\nkind: note\n---\n\n- x\n'],
  ] as const)
    it(`stands at the end of ${JSON.stringify(text)}`, () => {
      assert.equal(appended(text, captureItem('x')), expected);
    });

  for (const [name, open, added] of [
    ['code', '---\nkind: note\n---\n\n```\nbuild failed', '\n```\n\n'],
    ['code of more marks', '~~~~ts\n```\n~~~\n', '\n~~~~\n\n'],
    ['code below an empty line', '```\na\n\n\n', '\n```\n\n'],
    ['a comment', 'a\n\n<!-- for later', '\n-->\n\n'],
    ['a script', '<script>\nlet a;', '\n</script>\n\n'],
    ['an HTML block', '<div>\nb', '\n\n'],
    ['a processing instruction', '<?php\n', '\n?>\n\n'],
    ['code in a list item', '- a\n  ```\n  b', '\n'],
    ['code in a quotation', '> ```\n> b', '\n\n'],
    ['code at the margin below a list', '- a\n```\nb', '\n```\n\n'],
    ['indented code', 'a\n\n    b', '\n\n'],
    ['a table', '| a |\n| - |\n| b |', '\n\n'],
    ['an indented table', '| a |\n| - |\n  | b |', '\n\n'],
    ['a list that goes on', '- a\n\n  more', '\n'],
    ['a list in a quotation', '> - a', '\n\n'],
    ['a footnote', '[^1]: a', '\n\n'],
    ['front matter that nothing closes', '---\nkind: note', '\n\n'],
    ['a formula that nothing closes', '$$\na', '\n\n'],
    ['a comment that nothing closes', '%%\na', '\n\n'],
    ['a comment, and no line at its end', '<!--', '\n-->\n\n'],
    ['a heading to be', 'a\n-', '\n\n'],
  ] as const)
    it(`is an item of its own behind ${name}`, () => {
      const item = '- [ ] Ring the supplier due:2026-12-03 #risk-taking/management';
      for (const text of [open, open.replaceAll('\n', '\r\n')]) {
        const lineBreak = text.includes('\r') ? '\r\n' : '\n';
        const now = appended(text, item);
        assert.equal(
          now,
          text.trimEnd() +
            added.replaceAll('\n', lineBreak) +
            item +
            (text.endsWith('\n') ? text.slice(text.trimEnd().length) : lineBreak),
        );
        assert.equal(tasksIn(now).length, 1);
        assert.ok(appended(now, '- second').trimEnd().endsWith(`${item}${lineBreak}- second`));
      }
    });

  for (const [open, item] of [
    ['%%\na', '- [ ] 100 %% sure'],
    ['$$\na', '- [ ] costs 5 $$'],
  ] as const)
    it(`is an item though its ${item} would end what stood open alone`, () => {
      assert.equal(tasksIn(appended(open, item)).length, 1);
    });

  it('is an item behind any text', () => {
    const lines = fc.array(
      fc.constantFrom(
        '',
        'a',
        '- a',
        '  b',
        '    c',
        '```',
        '~~~~',
        '<!--',
        '-->',
        '<div>',
        '<script>',
        '> - q',
        '> ```',
        '| a |',
        '| - |',
        '---',
        '%%',
        '$$',
        '[^1]: f',
        '1. n',
        '   ```',
        '\t',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('- [ ] x', '2. [ ] x', '* [ ] x'), (all, item) => {
        const text = all.join('\n');
        const now = appended(text, item);
        assert.ok(now.startsWith(text.trimEnd()));
        assert.equal(tasksIn(now).filter((task) => now.split('\n')[task.line]?.trimEnd() === item).length, 1);
      }),
      { numRuns: 2000 },
    );
  });

  for (const text of ['- [ ] x', '- x', '* x', '2. x', '10) x'])
    it(`is one item where it was typed as one: ${text}`, () => {
      assert.equal(captureItem(text), text);
    });

  for (const text of ['-x', '*x* y', '2.5 x', '+1'])
    it(`is no item yet where it begins with a sign: ${text}`, () => {
      assert.equal(captureItem(text), `- ${text}`);
    });

  it('holds what was selected below it', () => {
    assert.equal(captureItem('x', '```ts\na\n\n  b\n```'), '- x\n\n  ```ts\n  a\n\n    b\n  ```');
    assert.equal(appended('- a\n', captureItem('x', 'y')), '- a\n\n- x\n\n  y\n');
  });

  it('is counted where it stands as whole lines, with any line breaks', () => {
    assert.equal(timesSaved('- x\n- x\r\n\r- xy\n  - x\n', '- x'), 2);
    assert.equal(timesSaved('', '- x'), 0);
    const item = captureItem('x', 'y');
    assert.equal(timesSaved('- x\r\n\r\n  y\r\n', item), 1);
    assert.equal(timesSaved('- x\n\n  z\n', item), 0);
  });

  it('stands once more wherever it was added', () => {
    const part = fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '- x\n', '- x', '```\n', '<!--');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        assert.ok(timesSaved(appended(text, '- x'), '- x') >= timesSaved(text, '- x') + 1);
      }),
    );
  });

  it('changes nothing of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '- ') }), (text) => {
        const { offset, text: added } = appendedItem(text, '- x');
        const whole = text.slice(0, offset) + added + text.slice(offset);
        assert.equal(whole.slice(0, offset) + whole.slice(offset + added.length), text);
        assert.match(whole, /(?:^|[\r\n])- x *(?:\r\n|\n|\r)/);
      }),
    );
  });

  it('that names the lead goes to today’s note, and nothing is undecided', () => {
    for (const typed of ['@me ask for time', 'ask for time @Me'])
      assert.deepEqual(
        [readCapture(typed, people, 'retro'), undecidedMention(typed, people, 'retro')],
        [{ text: typed, destination: { kind: 'today' } }, undefined],
      );
    assert.equal(readCapture('@me and @ana', people, 'retro').destination.kind, 'person');
  });
});
