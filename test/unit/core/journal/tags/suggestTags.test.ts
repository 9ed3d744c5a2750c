import assert from 'node:assert/strict';
import builtin from '../../../../../src/core/framework/builtin.framework.yaml';
import { suggestTags, type LastUse } from '../../../../../src/core/journal/tags/suggestTags';
import { tagText } from '../../../../../src/core/journal/tags/tags';

const offers = suggestTags(builtin);
const offered = (query: string, lastUse: LastUse = () => undefined) => offers(query, lastUse).map(tagText);
const dates =
  (used: Readonly<Record<string, string>>): LastUse =>
  (tag) =>
    used[tagText(tag)];

describe('The tags that are offered', () => {
  it('are all of them before anything is typed, each dimension before its sides', () => {
    assert.deepEqual(
      offered(''),
      builtin.dimensions.flatMap(({ id }) => [`#${id}`, ...builtin.hats.map((hat) => `#${id}/${hat.id}`)]),
    );
  });

  it('are those that begin so, whatever the case', () => {
    const deciding = ['#decision-making', '#decision-making/management', '#decision-making/leadership'];
    assert.deepEqual(offered('dec'), deciding);
    assert.deepEqual(offered('Decision-M'), deciding);
  });

  it('are the sides of a dimension after its slash', () => {
    assert.deepEqual(offered('risk-taking/'), ['#risk-taking/management', '#risk-taking/leadership']);
    assert.deepEqual(offered('risk-taking/l'), ['#risk-taking/leadership']);
    assert.deepEqual(offered('risk/l'), ['#risk-taking/leadership']);
    assert.deepEqual(offered('risk-taking/vendors'), []);
    assert.deepEqual(offered('risk-taking/leadership/'), []);
  });

  it('are found by initials', () => {
    assert.deepEqual(offered('rl'), [
      '#roles-and-responsibilities/leadership',
      '#relationship-with-people/leadership',
      '#risk-taking/leadership',
    ]);
    assert.deepEqual(offered('dmm'), ['#decision-making/management']);
    assert.deepEqual(offered('fgl'), ['#focus-and-goals/leadership']);
    assert.deepEqual(offered('thorm'), ['#time-horizon/management']);
    assert.deepEqual(offered('lr'), []);
  });

  it('are found by words of the tag, in any order and with a space between', () => {
    assert.deepEqual(offered('people l'), ['#relationship-with-people/leadership']);
    assert.deepEqual(offered('leadership ti'), ['#time-horizon/leadership']);
    assert.deepEqual(offered('horizon'), [
      '#time-horizon',
      '#time-horizon/management',
      '#time-horizon/leadership',
    ]);
  });

  it('are found by what they are about, where nothing is called so', () => {
    assert.deepEqual(offered('vision'), [
      '#focus-and-goals/leadership',
      '#roles-and-responsibilities/leadership',
    ]);
    for (const begun of ['v', 'vi', 'vis'])
      assert.ok(offered(begun).includes('#focus-and-goals/leadership'), 'at each key on the way there');
    assert.ok(!offered('people').includes('#focus-and-goals/leadership'), 'its summary speaks of people');
  });

  it('are none for a tag of one’s own', () => {
    assert.deepEqual(offered('todo'), []);
    assert.deepEqual(offered('zzz l'), []);
  });

  it('come by their last use where they fit equally well, the newest first', () => {
    const lastUse = dates({
      '#risk-taking/leadership': '2026-11-20',
      '#relationship-with-people/leadership': '2026-11-24',
    });
    assert.deepEqual(offered('rl', lastUse), [
      '#relationship-with-people/leadership',
      '#risk-taking/leadership',
      '#roles-and-responsibilities/leadership',
    ]);
    assert.deepEqual(offered('', lastUse).slice(0, 3), [
      '#relationship-with-people/leadership',
      '#risk-taking/leadership',
      '#focus-and-goals',
    ]);
  });

  it('come by how well they fit before their last use', () => {
    const lastUse = dates({ '#decision-making/management': '2026-11-24' });
    assert.deepEqual(offered('ma', lastUse)[0], '#decision-making/management');
    assert.deepEqual(offered('t', dates({ '#risk-taking': '2026-11-24' }))[0], '#time-horizon', 'begins so');
    assert.deepEqual(offered('risk', dates({ '#time-horizon': '2026-11-24' }))[0], '#risk-taking');
  });
});
