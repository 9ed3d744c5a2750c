import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { linkPath, linkTarget, markdownLink } from '../../../../../src/core/journal/markdown/linkPaths';
import { moveLink } from '../../../../../src/core/journal/tasks/movedTaskText';

describe('A link between notes', () => {
  for (const [from, to, expected] of [
    ['notes/a.md', 'notes/b.md', 'b.md'],
    ['people/ana/a.md', 'retros/2026 (x).md', '../../retros/2026%20%28x%29.md'],
    ['people/ana/a.md', 'people/李雷/b.md', '../%E6%9D%8E%E9%9B%B7/b.md'],
    ['a.md', 'notes/b.md', 'notes/b.md'],
    ['notes/a.md', 'b.md', '../b.md'],
  ] as const)
    it(`leads from ${from} to ${to}`, () => {
      assert.equal(linkPath(from, to), expected);
    });
});

describe('A link that Two Hats writes', () => {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  /** The links of a text: what each shows, and where it leads. */
  function links(text: string): { shown: string; to: string }[] {
    const tokens = markdown.parseInline(text, {})[0]?.children ?? [];
    return tokens.flatMap(({ type, attrs }, index) => {
      if (type !== 'link_open') return [];
      const rest = tokens.slice(index + 1);
      const inside = rest.slice(
        0,
        rest.findIndex((token) => token.type === 'link_close'),
      );
      assert.deepEqual(
        inside.filter((token) => !token.type.startsWith('text')).map((token) => token.type),
        [],
      );
      return [{ shown: inside.map(({ content }) => content).join(''), to: String(attrs?.[0]?.[1] ?? '') }];
    });
  }
  function leads(name: string): void {
    const [from, to] = ['people/ana/a.md', `notes/${name}`];
    for (const text of [markdownLink(name, linkPath(from, to)), moveLink(from, to)]) {
      const [link, ...others] = links(text);
      assert.deepEqual(others, []);
      assert.equal(linkTarget(from, link?.to ?? ''), to);
    }
    assert.equal(links(markdownLink(name, 'a'))[0]?.shown, name);
  }

  for (const name of [
    'x](command:a)[y.md',
    '[Click me](command:workbench.action.toggleSidebarVisibility).md',
    '<img src=x onerror=alert(1)>.md',
    '`code` *strong* _weak_ ~~gone~~.md',
    'a&lt;b &#35;.md',
    'a\\b.md',
    "it's (x) 100 %.md",
    '\u202Egnp.md',
    '#decision-making @ana $x$.md',
  ])
    it(`shows and leads to ${name}`, () => {
      leads(name);
    });

  it('shows and leads to any name', () => {
    const sign = fc.oneof(
      fc.constantFrom(...Array.from('[]()<>!\\`*_~#&$%"\'^=|:@ .-')),
      fc.constantFrom('a', 'é', '😀', 'command:', 'http:'),
    );
    const name = fc
      .array(sign, { minLength: 1, maxLength: 12 })
      .map((signs) => `a${signs.join('').trim().replace(/ +/g, ' ')}b.md`);
    fc.assert(fc.property(name, leads));
  });

  it('stays on one line, and needs no whole characters', () => {
    assert.equal(markdownLink('a\n# b.md', linkPath('a.md', 'a\n# b.md')), '[a \\# b.md](a%0A%23%20b.md)');
    assert.equal(linkPath('a.md', 'b\ud800.md'), 'b%EF%BF%BD.md');
  });
});
