import assert from 'node:assert/strict';
import fs from 'node:fs';
import framework from '../../../../src/core/framework/builtin.framework.yaml';
import builtin from '../../../../src/core/templates/builtin.templates.yaml';
import { minutesText, snippetFiles, type Snippet } from '../../../../src/core/templates/snippets';
import { frameworkTags } from '../../../../src/core/templates/tags';
import { toText } from '../../../../src/core/templates/text';
import { asText, readSnippet } from './snippetGrammar';

const files = snippetFiles(builtin, framework);
const all: [file: string, name: string, snippet: Snippet][] = Object.entries(files).flatMap(
  ([file, snippets]) =>
    Object.entries(snippets).map(([name, snippet]): [string, string, Snippet] => [file, name, snippet]),
);
const read = ({ body }: Snippet) => readSnippet(body.join('\n'), asText);

describe('The snippet files', () => {
  for (const [name, snippets] of Object.entries(files))
    it(`${name} is what the templates give: \`node esbuild.js --snippets\` writes it`, () => {
      assert.equal(fs.readFileSync(`snippets/${name}`, 'utf8'), `${JSON.stringify(snippets, null, 2)}\n`);
    });

  it('hold every template but those that need the framework of the day, and a tag choice a dimension', () => {
    const counts = Object.fromEntries(
      Object.entries(files).map(([file, s]) => [file, Object.keys(s).length]),
    );
    const ofKind = (kind: string) => builtin.templates.filter((template) => template.kind === kind).length;
    assert.deepEqual(counts, {
      'retrospectives.json': ofKind('retrospective'),
      'one-on-ones.json': ofKind('oneOnOne'),
      'blocks.json': ofKind('block') + framework.dimensions.length,
    });
    assert.equal(all.length, builtin.templates.length - 1 + framework.dimensions.length);
  });

  it('have a prefix of their own each', () => {
    const prefixes = all.map(([, , { prefix }]) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const prefix of prefixes) assert.match(prefix, /^th-[a-z\d]+(-[a-z\d]+)*$/);
  });

  it('say what each is for, and how long it takes', () => {
    const description = (name: string) => all.find(([, other]) => other === name)?.[2].description;
    assert.equal(description('Start–Stop–Continue'), 'A first retrospective, or little time (15–30 min)');
    assert.equal(description('Weekly 1:1'), 'The regular talk, their topics first (30 min)');
    assert.equal(description('Action item'), 'Something to do, with owner and date');
    assert.equal(minutesText([5, 10]), '5–10 min');
  });

  it('offer whole notes for a new file, and blocks not', () => {
    for (const [file, , { isFileTemplate }] of all)
      assert.equal(isFileTemplate, file === 'blocks.json' ? undefined : true);
  });

  for (const [, name, snippet] of all)
    it(`“${name}” is strict snippet grammar, its stops in writing order, $0 last`, () => {
      const { stops, variables, choices } = read(snippet);
      const firsts = [...new Set(stops)];
      assert.deepEqual(firsts, [...firsts.slice(0, -1).map((_, index) => index + 1), 0]);
      assert.ok(firsts.length > 1);
      assert.equal(stops.at(-1), 0);
      assert.equal(variables.length % 3, 0);
      for (const options of choices)
        assert.ok(options.length > 1 && options.every((option) => option !== ''));
    });

  it('leave the same text as the commands', () => {
    const tags = frameworkTags(framework);
    for (const template of builtin.templates.filter(({ kind }) => kind !== 'reflection')) {
      const snippet = all.find(([, , { prefix }]) => prefix === `th-${template.id}`)![2];
      assert.equal(`${read(snippet).text}\n`, toText(template, { date: 'Y-M-D', tags }).text);
    }
  });

  it('let choose between the tags of a dimension: each hat, or the dimension alone', () => {
    for (const { id, title } of framework.dimensions) {
      const { prefix, body } = files['blocks.json']![title]!;
      assert.equal(prefix, `th-tag-${id}`);
      const sides = framework.hats.map((hat) => `#${id}/${hat.id}`);
      assert.deepEqual(body, [`\${1|${sides.join(',')},#${id}|}$0`]);
    }
  });
});
