import assert from 'node:assert/strict';
import fc from 'fast-check';
import builtin from '../../../../../src/core/framework/builtin.framework.yaml';
import { nearTags } from '../../../../../src/core/journal/tags/nearMiss';
import { knownTags } from '../../../../../src/core/journal/tags/tags';
import { makeFramework } from '../../../../support/frameworks';

const near = nearTags(builtin);
const meant = (run: string) => near(run).map((tag) => tag.run);

describe('A near miss', () => {
  const misses: [why: string, written: string, meant: string][] = [
    ['a letter too many', 'descision-making', 'decision-making'],
    ['a letter missing', 'risk-takng', 'risk-taking'],
    ['another letter', 'tine-horizon', 'time-horizon'],
    ['two neighbours swapped', 'tiem-horizon', 'time-horizon'],
    ['two slips', 'desision-makking', 'decision-making'],
    ['two slips in eleven letters', 'rizk-takink', 'risk-taking'],
    ['another case, and a slip', 'Risk-Takinng', 'risk-taking'],
    ['a plural', 'decision-makings', 'decision-making'],
    ['a singular', 'focus-and-goal', 'focus-and-goals'],
    ['singulars that are many letters away', 'role-and-responsibility', 'roles-and-responsibilities'],
    ['another word’s plural', 'relationships-with-people', 'relationship-with-people'],
    ['swapped halves', 'management/decision-making', 'decision-making/management'],
    ['swapped halves with a slip', 'leadreship/time-horizon', 'time-horizon/leadership'],
    ['a missing slash', 'decision-makingleadership', 'decision-making/leadership'],
    ['a hyphen for the slash', 'risk-taking-management', 'risk-taking/management'],
    ['an underscore for the slash', 'risk-taking_leadership', 'risk-taking/leadership'],
    ['a slip in the hat', 'decision-making/leadershp', 'decision-making/leadership'],
    ['a slip in the dimension of a side', 'decison-making/leadership', 'decision-making/leadership'],
    ['a slip in both', 'decison-making/managment', 'decision-making/management'],
  ];
  for (const [why, written, tag] of misses)
    it(`is ${why}: ${written}`, () => {
      assert.deepEqual(meant(written), [tag]);
    });

  const others: [why: string, run: string][] = [
    ['a tag that counts', 'decision-making/leadership'],
    ['a dimension', 'Decision-Making'],
    ['a sub-tag of one’s own', 'decision-making/other'],
    ['a sub-tag of a side', 'decision-making/leadership/leadershp'],
    ['three slips', 'desizion-makkin'],
    ['three slips in a hat', 'decision-making/lidershp'],
    ['another word', 'decision-maker'],
    ['a hat alone', 'leadership'],
    ['a hat with a slip alone', 'leadershipp'],
    ['a short tag', 'risks'],
    ['a tag of something else', 'todo/leadership'],
    ['an empty one', ''],
  ];
  for (const [why, run] of others)
    it(`is not ${why}: ${run}`, () => {
      assert.deepEqual(meant(run), []);
    });

  it('keeps the sub-tags that are the person’s own', () => {
    assert.deepEqual(near('descision-making/vendors/2026'), [
      { dimension: 'decision-making', hat: undefined, run: 'decision-making/vendors/2026' },
    ]);
    assert.deepEqual(near('management/risk-taking/vendors'), [
      { dimension: 'risk-taking', hat: 'management', run: 'risk-taking/management/vendors' },
    ]);
    assert.deepEqual(meant('risk-taking-leadership/vendors'), ['risk-taking/leadership/vendors']);
  });

  it('allows a fifth of the known id’s length: one slip in five letters, none in four', () => {
    const ids = nearTags(makeFramework('focus', 'team'));
    assert.deepEqual(
      ids('fokus/keep').map(({ run }) => run),
      ['focus/keep'],
    );
    assert.deepEqual(ids('fokuz/keep'), []);
    const short = nearTags(makeFramework('vision', 'focus'));
    assert.equal(short('visien').length, 1);
    assert.deepEqual(short('fokus'), []);
    assert.deepEqual(ids('teem/keep'), []);
  });

  it('names the nearest first', () => {
    const ids = nearTags(makeFramework('coordinates', 'coordinated'));
    assert.deepEqual(
      ids('coordinatedd').map(({ run }) => run),
      ['coordinated', 'coordinates'],
    );
  });

  it('never is a tag that counts as what it would become, and always leads to one that does', () => {
    const tags = knownTags(builtin);
    const segment = fc.oneof(
      fc.constantFrom(...builtin.dimensions.map(({ id }) => id), ...builtin.hats.map(({ id }) => id)),
      fc.stringMatching(/^[a-z-]{0,12}$/),
    );
    const slip = fc
      .tuple(segment, fc.nat(20), fc.constantFrom('', 'x', 's'))
      .map(([id, place, typed]) => id.slice(0, place) + typed + id.slice(place + 1));
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(segment, slip), { minLength: 1, maxLength: 4 }), (segments) => {
        const run = segments.join('/');
        for (const { dimension, hat, run: becomes } of near(run)) {
          found++;
          assert.notEqual(becomes, run);
          assert.deepEqual(tags.match(becomes), { dimension, hat });
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(found > 10, String(found));
  });
});
