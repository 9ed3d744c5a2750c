import assert from 'node:assert/strict';
import fc from 'fast-check';
import builtin from '../../../../src/core/framework/builtin.framework.yaml';
import twelve from '../../../fixtures/twelve.framework.yaml';
import type { Framework } from '../../../../src/core/framework/model';
import { createSearch, type Hit } from '../../../../src/core/framework/search';
import { anyText, smallFramework } from './fixtures';

function nameOf(hit: Hit | undefined): string {
  switch (hit?.kind) {
    case undefined:
      return 'nothing';
    case 'situation':
      return `situation ${hit.situation}`;
    case 'dimension':
      return `dimension ${hit.dimension}`;
    case 'sign':
      return `${hit.of} ${hit.dimension}/${hit.hat} ${hit.index}`;
    case 'prompt':
      return `${hit.prompt} ${hit.dimension}/${hit.hat} ${hit.index}`;
    case 'behaviour':
    case 'move':
      return `${hit.kind} ${hit.dimension}/${hit.hat} ${hit.index}`;
  }
}

describe('search in the built-in framework', () => {
  const search = createSearch(builtin);
  const first: [query: string, hit: string][] = [
    ['outage', 'situation outage'],
    ['otage', 'situation outage'],
    ['outgae', 'situation outage'],
    ['OUTAGE!', 'situation outage'],
    ['outa', 'situation outage'],
    ['micromanage', 'situation new-lead-still-coding'],
    ['micromange', 'situation new-lead-still-coding'],
    ['deadline', 'situation deadline-slipping'],
    ['deadlin', 'situation deadline-slipping'],
    ['daedline', 'situation deadline-slipping'],
    ['deadlines', 'situation deadline-slipping'],
    ['quit', 'situation senior-leaving'],
    ['qiut', 'situation senior-leaving'],
    ['senior leave', 'situation senior-leaving'],
    ['leave senior', 'situation senior-leaving'],
    ['raise', 'situation refused-raise'],
    ['layofs', 'situation headcount-cut'],
    ['quiet meeting', 'situation quiet-meetings'],
    ['estimates', 'situation wrong-estimates'],
    ['decision making', 'dimension decision-making'],
    ['descision-making', 'dimension decision-making'],
    ['time horizon', 'dimension time-horizon'],
    ['step-by-step', 'behaviour focus-and-goals/management 0'],
    ['monday', 'tooMuch focus-and-goals/leadership 0'],
    ['halfway', 'tooLittle focus-and-goals/management 2'],
    ['outage xyzzy', 'situation outage'],
    ['xyzzy', 'nothing'],
    ['plugh xyzzy', 'nothing'],
    ['', 'nothing'],
    [' \t…!', 'nothing'],
  ];
  for (const [query, hit] of first)
    it(`answers “${query}” with ${hit}`, () => {
      assert.equal(nameOf(search(query)[0]), hit);
    });

  it('shows what holds all words only, while something does', () => {
    assert.deepEqual(search('senior leave').map(nameOf), ['situation senior-leaving']);
    assert.ok(search('senior').length > 1);
  });

  it('never throws, and finds each thing once', () => {
    const query = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...Array.from('aeinrst ')) }));
    fc.assert(
      fc.property(query, (text) => {
        const hits = search(text);
        assert.equal(new Set(hits).size, hits.length);
      }),
    );
  });
});

describe('search in other frameworks', () => {
  it('answers with all that is needed to find the thing', () => {
    const search = createSearch(smallFramework);
    const side = { dimension: 'people', hat: 'seeker' };
    const of = (query: string) => search(query).find((hit) => 'hat' in hit && hit.hat === 'seeker');
    assert.deepEqual(search('smoke'), [
      { kind: 'situation', situation: 'fire', text: 'The house is on fire' },
    ]);
    assert.deepEqual(search('what about people')[0], {
      kind: 'dimension',
      dimension: 'people',
      text: 'People',
    });
    assert.deepEqual(of('people seeker behaviour 2'), {
      ...{ kind: 'behaviour', ...side, index: 1 },
      text: 'people seeker behaviour 2',
    });
    assert.deepEqual(of('people too much'), {
      ...{ kind: 'sign', of: 'tooMuch', ...side, index: 0 },
      text: 'people seeker too much',
    });
    assert.deepEqual(of('people too little'), {
      ...{ kind: 'sign', of: 'tooLittle', ...side, index: 0 },
      text: 'people seeker too little',
    });
    assert.deepEqual(of('people reflection'), {
      ...{ kind: 'prompt', prompt: 'reflection', ...side, index: 0 },
      text: 'people seeker reflection 1',
    });
    assert.deepEqual(of('people move'), {
      ...{ kind: 'move', ...side, index: 0 },
      text: 'people seeker move 1',
    });
  });

  it('finds the words of a dimension’s summaries', () => {
    assert.deepEqual(createSearch(smallFramework)('summary').map(nameOf), [
      'dimension goals',
      'dimension people',
    ]);
  });

  it('prefers titles and keywords to other texts', () => {
    const [first, second] = smallFramework.situations;
    assert.ok(first && second);
    const search = createSearch({
      ...smallFramework,
      situations: [
        { ...first, move: 'Plan.', trap: 'Talk.' },
        {
          ...second,
          title: 'A plan that somebody made long ago has to be made anew',
          keywords: ['small talk'],
        },
      ],
    });
    assert.deepEqual(search('plan').map(nameOf), ['situation move', 'situation fire']);
    assert.deepEqual(search('talk').map(nameOf), ['situation move', 'situation fire']);
  });

  it('takes a typo to be in the middle of a word rather than at its beginning', () => {
    const [first, second] = smallFramework.situations;
    assert.ok(first && second);
    const search = createSearch({
      ...smallFramework,
      situations: [
        { ...first, keywords: ['stage'] },
        { ...second, keywords: ['outage'] },
      ],
    });
    assert.deepEqual(search('otage').map(nameOf), ['situation move']);
    assert.deepEqual(search('ztage').map(nameOf), ['situation fire']);
  });

  it('does not guess at words of two letters', () => {
    const search = createSearch(smallFramework);
    assert.equal(nameOf(search('on')[0]), 'situation fire');
    assert.deepEqual(search('xn'), []);
  });

  it('finds the words of a situation’s move and trap', () => {
    const search = createSearch(smallFramework);
    assert.deepEqual(search('stairs').map(nameOf), ['situation fire']);
    assert.deepEqual(search('boxes').map(nameOf), ['situation move']);
  });

  it('does not show what a check asks', () => {
    assert.deepEqual(createSearch(smallFramework)('statement'), []);
  });

  it('finds words of a script without spaces', () => {
    const search = createSearch(twelve);
    assert.equal(nameOf(search('障害')[0]), 'situation 障害対応');
    assert.equal(nameOf(search('意思決定')[0]), 'dimension 意思決定');
    assert.equal(nameOf(search('犯人探し')[0]), 'situation 障害対応');
  });

  it('sets accents aside, both ways', () => {
    const [situation, ...others] = smallFramework.situations;
    assert.ok(situation);
    const framework: Framework = {
      ...smallFramework,
      language: 'fr',
      situations: [{ ...situation, title: 'Je suis dépassé' }, ...others],
    };
    const search = createSearch(framework);
    for (const query of ['depasse', 'DÉPASSÉ', 'dépassee', 'dèpasse'])
      assert.equal(nameOf(search(query)[0]), 'situation fire', query);
  });
});
