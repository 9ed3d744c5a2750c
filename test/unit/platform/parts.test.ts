import assert from 'node:assert/strict';
import { Parts } from '../../../src/platform/parts';

/** Parts with these texts, and what was read, in order. */
function makeParts(texts: Record<string, string>, given: Record<string, unknown> = {}) {
  const read: string[] = [];
  const parts = new Parts(
    (name) => {
      read.push(name);
      const text = texts[name];
      return text === undefined ? Promise.reject(new Error(`no ${name}`)) : Promise.resolve(text);
    },
    new Map(Object.entries(given)),
  );
  return { parts, read, texts };
}

/** Calls what a part exports. */
function call(exports: unknown, name: string): unknown {
  assert.ok(typeof exports === 'object' && exports !== null);
  const exported: unknown = Reflect.get(exports, name);
  assert.ok(typeof exported === 'function');
  return Reflect.apply(exported, undefined, []);
}

describe('The parts of the extension in a host without require', () => {
  it('run after all that they require at once was read, each once', async () => {
    const { parts, read } = makeParts({
      './a.js': 'const b = require("./b.js"), c = require("./c.js"); exports.sum = b.one + c.two;',
      './b.js': 'exports.one = 1;',
      './c.js': 'exports.two = require("./b.js").one + require("./data/d.json").more;',
      './data/d.json': '{ "more": 10 }',
    });
    assert.deepEqual(await parts.load('./a.js'), { sum: 12 });
    assert.equal(await parts.load('./a.js'), await parts.load('./a.js'));
    assert.deepEqual(read.sort(), ['./a.js', './b.js', './c.js', './data/d.json']);
  });

  it('read what they load late only when they load it', async () => {
    const { parts, read } = makeParts({
      './a.js': 'exports.late = () => require.load("./late.js");',
      './late.js': 'exports.is = "late";',
    });
    const first = await parts.load('./a.js');
    assert.deepEqual(read, ['./a.js']);
    assert.deepEqual(await call(first, 'late'), { is: 'late' });
  });

  it('get what is no part as it was given', async () => {
    const vscode = {};
    const { parts } = makeParts({ './a.js': 'module.exports = require("vscode");' }, { vscode });
    assert.equal(await parts.load('./a.js'), vscode);
  });

  it('may require each other', async () => {
    const { parts } = makeParts({
      './a.js': 'exports.one = 1; exports.sum = () => require("./b.js").two() + 1;',
      './b.js': 'const a = require("./a.js"); exports.two = () => a.one + 1;',
    });
    assert.equal(call(await parts.load('./a.js'), 'sum'), 3);
  });

  it('are read anew after they could not be', async () => {
    const { parts, texts } = makeParts({ './a.js': 'exports.b = require("./b.js");' });
    await assert.rejects(parts.load('./a.js'), /no \.\/b\.js/);
    texts['./b.js'] = 'module.exports = "here";';
    assert.deepEqual(await parts.load('./a.js'), { b: 'here' });
  });

  it('run anew after one of them threw', async () => {
    const state = { isReady: false };
    const { parts } = makeParts(
      { './a.js': 'if (!require("state").isReady) throw new Error("not yet"); exports.done = true;' },
      { state },
    );
    await assert.rejects(parts.load('./a.js'), /not yet/);
    state.isReady = true;
    assert.deepEqual(await parts.load('./a.js'), { done: true });
  });
});
