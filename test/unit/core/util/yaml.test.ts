import assert from 'node:assert/strict';
import { readFramework } from '../../../../src/core/framework/read';
import { readYaml } from '../../../../src/core/util/yaml';
import { readConfig } from '../../../../src/core/journal/config/config';
import { readRecord } from '../../../../src/core/selfcheck/record';
import { scanned } from '../../../support/notes';

const times = 90_000;

/** Each of them ends the process, or nearly so, where the library reads it to its end. */
const deep = {
  'open lists': '['.repeat(times),
  'closed lists': '['.repeat(times) + ']'.repeat(times),
  maps: '{a: '.repeat(times / 4),
  'keys on one line': 'a: '.repeat(times / 3),
  items: `${'- '.repeat(times / 2)}x`,
  'keys of keys': '? '.repeat(times / 2),
  indentation: Array.from({ length: 600 }, (_, indent) => `${' '.repeat(indent)}a:`).join('\n'),
};

describe('YAML that is nested too deeply', function () {
  // A busy machine needs several times as long.
  this.timeout(60_000);

  for (const [what, text] of Object.entries(deep))
    it(`is refused by whatever reads it: ${what}`, () => {
      assert.deepEqual(
        readFramework(text).problems.map((problem) => ('reason' in problem ? problem.reason : problem.code)),
        ['depth'],
      );
      assert.deepEqual(
        readConfig(`people:\n  - ${text}`).problems.map(({ code }) => code),
        ['syntax'],
      );
      assert.ok(readRecord(text.slice(0, times)).problem);
      assert.equal(scanned(`---\ntags: &a\n  ${text.slice(0, 50_000)}\n---\n`).tags.length, 0);
    });

  it('is shown where it becomes too deep', () => {
    const before = `a: b\nc: `;
    const [error] = readYaml(before + '['.repeat(1000), {}).errors;
    const nested = (error?.pos[0] ?? 0) - before.length;
    assert.ok(nested > 490 && nested < 510, String(nested));
  });

  it('is none for what is only long', () => {
    for (const text of [`a: "${'['.repeat(2000)}"`, '- [a]\n'.repeat(2000), `a: [${'[], '.repeat(2000)}]`])
      assert.deepEqual(readYaml(text, {}).errors, []);
  });

  it('is none as deep as anybody writes', () => {
    const depth = 400;
    const document = readYaml('['.repeat(depth) + ']'.repeat(depth), {});
    assert.equal(JSON.stringify(document.toJS()).length, 2 * depth);
  });
});

describe('YAML with many keys', function () {
  this.timeout(60_000);

  it('takes as much longer as there are more of them', () => {
    const few = msOf(500);
    const many = msOf(4000);
    // Where each is compared with every other, it is 64 times as long.
    assert.ok(many / few < 24, `${few} ms and ${many} ms`);
  });

  it('is said to be wrong where one stands twice in a map', () => {
    const places = (text: string) => readYaml(text, {}).errors.map(({ code, pos: [start] }) => [code, start]);
    assert.deepEqual(places('a: 1\nb: { a: 1, "a": 2 }\n? [a]\n: 1\na: 3'), [
      ['DUPLICATE_KEY', 35],
      ['DUPLICATE_KEY', 16],
    ]);
    assert.deepEqual(places('1: a\n"1": b'), []);
  });
});

/** Of the quicker one of two readings. */
function msOf(count: number): number {
  const text = Array.from({ length: count }, (_, index) => `key${index}: x`).join('\n');
  const times = [1, 2].map(() => {
    const start = process.cpuUsage();
    assert.deepEqual(readYaml(text, {}).errors, []);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
