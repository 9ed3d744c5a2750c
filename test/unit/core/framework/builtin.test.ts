import assert from 'node:assert/strict';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import { promptsOf, sidesOf, statementsOf, tagOf } from '../../../../src/core/framework/lookup';
import { textHash } from '../../../../src/core/util/hash';
import { promptKinds } from '../../../../src/core/framework/promptKinds';

describe('the built-in framework', () => {
  it('has the six dimensions of the article, in its order, and its two hats', () => {
    assert.deepEqual(
      builtin.dimensions.map(({ title }) => title),
      [
        'Focus and Goals',
        'Roles and Responsibilities',
        'Decision-Making',
        'Relationship with People',
        'Risk-Taking',
        'Time Horizon',
      ],
    );
    assert.deepEqual(
      builtin.hats.map(({ id, letter }) => [id, letter]),
      [
        ['management', 'M'],
        ['leadership', 'L'],
      ],
    );
    assert.deepEqual(builtin.attribution, {
      author: 'Nicole Marie',
      title: 'Management vs. Leadership',
      date: '2024-05-07',
    });
  });

  for (const { side, pole } of sidesOf(builtin))
    describe(tagOf(side), () => {
      it('has 4 to 6 behaviours, signs of both kinds and 2 moves or more', () => {
        assert.ok(pole.behaviours.length >= 4 && pole.behaviours.length <= 6, 'behaviours');
        assert.ok(pole.tooMuch.length > 0 && pole.tooLittle.length > 0, 'signs');
        assert.ok(pole.moves.length >= 2, 'moves');
      });

      it('has a few words for its row in the sidebar, which nothing else says', () => {
        const { short } = pole;
        assert.ok(short && short.length <= 20, short);
        const others = sidesOf(builtin).filter((other) => other.pole !== pole);
        assert.ok(!others.some((other) => other.pole.short === short), short);
      });

      it('has 3 prompts of each kind or more', () => {
        for (const kind of promptKinds) assert.ok(pole.prompts[kind].length >= 3, kind);
      });

      it('states one thing at a time, briefly, about what the lead did', () => {
        for (const statement of pole.statements) {
          assert.ok(statement.length <= 90, statement);
          assert.doesNotMatch(statement, /\band\b/i);
          assert.match(statement, /\bI\b/);
        }
      });
    });

  it('has another version with other statements', () => {
    const asked = statementsOf(builtin).map(({ id, text }) => `${id} ${text}`);
    assert.deepEqual([builtin.version, textHash(asked.join('\n'))], ['1.1.0', 'b55d3e74']);
  });

  it('says nothing twice', () => {
    const texts = [
      ...statementsOf(builtin).map(({ text }) => text),
      ...promptsOf(builtin).map(({ text }) => text),
      ...sidesOf(builtin).flatMap(({ pole }) => [
        pole.summary,
        ...pole.behaviours,
        ...pole.tooMuch,
        ...pole.tooLittle,
        ...pole.moves,
      ]),
      ...builtin.situations.map(({ title }) => title),
    ];
    assert.deepEqual(
      texts.filter((text, index) => texts.indexOf(text) < index),
      [],
    );
  });

  it('has thirty situations, each led and followed by known sides that differ', () => {
    const tags = sidesOf(builtin).map(({ side }) => tagOf(side));
    assert.equal(builtin.situations.length, 30);
    for (const { id, first, then, keywords } of builtin.situations) {
      assert.ok(tags.includes(tagOf(first)) && tags.includes(tagOf(then)), id);
      assert.notDeepEqual(first, then, id);
      assert.ok(keywords.length > 0, id);
    }
  });

  it('lets each side lead in some situation', () => {
    const leading = new Set(builtin.situations.map(({ first }) => tagOf(first)));
    assert.deepEqual(
      sidesOf(builtin)
        .map(({ side }) => tagOf(side))
        .filter((tag) => !leading.has(tag)),
      [],
    );
  });
});
