import assert from 'node:assert/strict';
import { chosen, differenceOf, mutantsOf, mutated } from '../../mutate/operators.mjs';

const mutants = (text: string) =>
  mutantsOf('x.ts', text).map((mutant) => `${mutant.operator}: ${mutated(text, mutant)}`);

describe('The faults that are put into a file', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['if (a) b', 'negate condition: if (!(a)) b', 'remove statement: if (a) ;'],
    [
      'const x = a < 1 ? b : c',
      'negate condition: const x = !(a < 1) ? b : c',
      'other operator: const x = a <= 1 ? b : c',
    ],
    [
      'const x = a === b && c',
      'other operator: const x = a !== b && c',
      'other operator: const x = a === b || c',
    ],
    ['const x = true', 'flip boolean: const x = false'],
    ['const x = await a()', 'drop await: const x = (a())'],
    ["const x = { 'a': 'b' }", "empty text: const x = { 'a': '' }"],
    ['const x = `a${b}`', "empty text: const x = ''"],
    ['const x = [a, b]', 'empty list: const x = []'],
    ['const x = pick.onDidHide(end)', 'remove listener: const x = ({ dispose() {} })'],
    ['function f() { return 1 }', 'return early: function f() { return undefined; return 1 }'],
  ];
  for (const [text, ...expected] of cases)
    it(`are, in “${text}”: ${expected.length}`, () => {
      assert.deepEqual(mutants(text), expected);
    });

  for (const text of [
    "import { a } from 'a'",
    "const x = import('a')",
    "type A = 'a' | true",
    "interface A { a: 'b' }",
    "let x: 'a'",
    "const x = ''",
    'const x = []',
    'function f() {}',
  ])
    it(`are none in “${text}”`, () => {
      assert.deepEqual(mutants(text), []);
    });

  it('leave what the log is told', () => {
    assert.deepEqual(mutants('parts.log.warn(a)'), []);
  });

  it('are shown as lines of a difference', () => {
    const text = 'one();\nif (\n  a\n) two();\n';
    const [, negated] = mutantsOf('x.ts', text);
    assert.deepEqual(differenceOf(text, negated!), { line: 3, lines: ['- a', '+ !(a)'] });
  });

  it('are chosen alike for the same seed, in their order', () => {
    const all = mutantsOf('x.ts', 'a(); b(); c(); d(); e(); f(); g(); h();');
    const three = chosen(all, 3, 7);
    assert.equal(three.length, 3);
    assert.deepEqual(chosen(all, 3, 7), three);
    assert.deepEqual(
      three.map(({ start }) => start),
      three.map(({ start }) => start).sort((one, other) => one - other),
    );
    assert.notDeepEqual(chosen(all, 3, 8), three);
    assert.deepEqual(chosen(all, 99, 7), all);
  });
});
