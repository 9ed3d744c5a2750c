import assert from 'node:assert/strict';
import builtin from '../../../../../src/core/framework/builtin.framework.yaml';
import { writtenIn, type Passage } from '../../../../../src/core/journal/digest/written';
import templates from '../../../../../src/core/templates/builtin.templates.yaml';
import { oneOnOneDraft } from '../../../../../src/core/templates/note';
import { scanContext } from '../../../../../src/core/templates/scanContext';
import { knownLines } from '../../../../../src/core/journal/blocks/evidence';
import { privateNotes } from '../../../../support/privateNotes';
import { scanned } from '../../../../support/notes';

const known = scanContext(builtin, templates).knownLines ?? knownLines([]);
const written = (text: string) => writtenIn(text, scanned(text, 'people/ana/2026-11-03.md'), known);
const shown = (passages: readonly Passage[]) =>
  passages.map(
    ({ lines, heading, text, task }) =>
      `${lines.first}-${lines.last} ${heading ?? ''}: ${task ? `[${task.state}] ` : ''}${text}`,
  );

describe('What a person wrote in a note', () => {
  it('is nothing where a template stands as it was made', () => {
    const bodies = templates.templates
      .filter(({ kind }) => kind === 'oneOnOne')
      .map((template) => {
        const { text } = oneOnOneDraft(template, 'Ana Sample', { date: '2026-11-03', framework: builtin });
        return [template.id, ...shown(written(text).own)];
      });
    assert.ok(bodies.length > 1);
    assert.deepEqual(
      bodies.flatMap(([, ...own]) => own),
      [],
    );
  });

  it('is each paragraph, item and row, with its lines and the heading above', () => {
    const text = `---
person: Ana Sample
---
# 1:1 with Ana, 2026-11-03

*Last met 12 days ago, 2026-10-22*

## Check-in #relationship-with-people/leadership

How are you, really? What gave you energy since last time, and what took it?

- Tired, but **proud** of the [launch](../x.md) #trust
  and glad that it is over
  - her own item
- [x] sent the plan @me due:2026-11-01

| a | b |
|---|---|
| one | two |

\`\`\`
no words of hers
\`\`\`
<!-- nor these -->
## 

Last line`;
    assert.deepEqual(shown(written(text).own), [
      '11-12 Check-in: Tired, but proud of the launch and glad that it is over',
      '13-13 Check-in: her own item',
      '14-14 Check-in: [done] sent the plan @me due:2026-11-01',
      '16-16 Check-in: a · b',
      '18-18 Check-in: one · two',
      '26-26 : Last line',
    ]);
  });

  it('leaves out the question of a paragraph and keeps the answer below it', () => {
    const question = 'How are you, really? What gave you energy since last time, and what took it?';
    assert.deepEqual(shown(written(`${question}\nWell, thanks\n`).own), ['0-1 : Well, thanks']);
  });

  it('is told apart from what is private, in whatever form it is said', () => {
    for (const [what, text] of Object.entries(privateNotes)) {
      const { own, private: hidden } = written(text);
      assert.doesNotMatch(JSON.stringify(own), /canary/i, what);
      // Headings are no passages, be they private or not.
      if (!what.endsWith('first heading')) assert.match(JSON.stringify(hidden), /canary/i, what);
    }
  });

  it('stands under no heading of a list or a quote that is over', () => {
    const text = '# Talk\n\n- ## Aside\n- x\n\n> ## Quoted\n> said\n\nafter\n';
    assert.deepEqual(shown(written(text).own), ['3-3 Talk: x', '6-6 Quoted: said', '8-8 Talk: after']);
  });

  it('has its lines whatever ends them, and a byte order mark at the start', () => {
    assert.deepEqual(shown(written('\uFEFFone\r\n\r\n- 二つ\r\r三').own), [
      '0-0 : one',
      '2-2 : 二つ',
      '4-4 : 三',
    ]);
  });
});
