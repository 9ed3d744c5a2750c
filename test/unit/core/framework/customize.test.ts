import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import twelve from '../../../fixtures/twelve.framework.yaml';
import { explainedCopy, explainedKeys, type Explanations } from '../../../../src/core/framework/customize';
import { readFramework } from '../../../../src/core/framework/read';
import { smallFramework } from './fixtures';

const explanations = Object.fromEntries([
  ['file', 'What this is.'],
  ...explainedKeys.map((key) => [key, `About ${key}.`]),
]) as Explanations;

describe('the copy of a framework to change', () => {
  for (const framework of [builtin, twelve, smallFramework])
    it(`reads back equal: ${framework.id}`, () => {
      assert.deepEqual(readFramework(explainedCopy(framework, explanations)), {
        value: framework,
        problems: [],
      });
    });

  it('explains each part once, right above where it stands first', () => {
    const lines = explainedCopy(builtin, explanations).split('\n');
    assert.equal(lines[0], '# What this is.');
    for (const key of explainedKeys) {
      const comments = lines.filter((line) => line.trim() === `# About ${key}.`);
      assert.equal(comments.length, 1, key);
      const first = lines.findIndex((line) => line.trimStart().startsWith(`${key}:`));
      assert.equal(lines[first - 1]?.trim(), `# About ${key}.`, key);
    }
  });

  it('breaks a long comment into lines', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const text = explainedCopy(smallFramework, { ...explanations, file: words.join(' ') });
    const comment = text.slice(0, text.indexOf('\n\n')).split('\n');
    assert.ok(comment.length > 3 && comment.every((line) => /^# \S.{0,99}$/.test(line)), text.slice(0, 700));
    assert.deepEqual(
      comment.flatMap((line) => line.slice(2).split(' ')),
      words,
    );
  });

  it('writes equal parts out, each where it belongs', () => {
    const [dimension] = smallFramework.dimensions;
    assert.ok(dimension);
    const [pole] = dimension.poles;
    const text = explainedCopy(
      { ...smallFramework, dimensions: [{ ...dimension, poles: [pole, pole] }], situations: [] },
      explanations,
    );
    assert.equal(text.match(/goals keeper summary/g)?.length, 2);
  });

  it('leaves out what the framework does not have', () => {
    const text = explainedCopy({ ...smallFramework, situations: [] }, explanations);
    assert.ok(!text.includes('About first.'));
    assert.deepEqual(readFramework(text).problems, []);
  });
});
