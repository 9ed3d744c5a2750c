import assert from 'node:assert/strict';
import { CaptureDrafts, firstOffered, remember } from '../../../../src/features/capture/drafts';

/** What VS Code keeps for the extension, in all windows. */
function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: (key: string) => kept.get(key),
    update: (key: string, value: unknown) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}

async function typed(drafts: CaptureDrafts, text: string) {
  const draft = drafts.take();
  draft.text = text;
  await drafts.save();
  return draft;
}

describe('what was captured and not kept', () => {
  it('comes back, in a later window, too', async () => {
    const state = memory();
    const drafts = new CaptureDrafts(state);
    await typed(drafts, 'half a thought');
    assert.equal(drafts.take().text, 'half a thought');
    assert.equal(new CaptureDrafts(state).take().text, 'half a thought');
  });

  it('is what the first box of a window comes with, and nothing is typed over another one', async () => {
    const state = memory();
    assert.equal(firstOffered(state), '');
    await typed(new CaptureDrafts(state), 'half a thought');
    assert.equal(firstOffered(state), 'half a thought');
    const drafts = new CaptureDrafts(state);
    assert.equal(drafts.takeFor('half a thought'), drafts.take());
    // Two boxes were opened before anything was loaded, and the first was typed into.
    drafts.takeFor('half a thought').text = 'half a thought, and more';
    const second = drafts.takeFor('half a thought');
    second.text = 'another';
    await drafts.save();
    const found = [new CaptureDrafts(state).take().text, drafts.take().text];
    assert.deepEqual(found, ['another', 'another']);
    assert.deepEqual(state.get('capture.drafts'), ['half a thought, and more', 'another']);
  });

  it('is kept where nothing else could be loaded', async () => {
    const state = memory();
    await typed(new CaptureDrafts(state), 'one');
    await remember(state, 'two');
    await remember(state, '');
    assert.deepEqual(state.get('capture.drafts'), ['one', 'two']);
  });

  it('is out of the way while it is written, and not lost with the window', async () => {
    const state = memory();
    const drafts = new CaptureDrafts(state);
    const first = await typed(drafts, 'first');
    first.isSent = true;
    assert.equal(drafts.take().text, '');
    assert.equal(new CaptureDrafts(state).take().text, 'first');
    const second = await typed(drafts, 'second');
    second.isSent = true;
    first.text = '';
    first.isSent = false;
    await drafts.save();
    assert.equal(new CaptureDrafts(state).take().text, 'second');
  });

  it('comes back one by one where several could not be written, the newest first', async () => {
    const state = memory();
    const drafts = new CaptureDrafts(state);
    for (const text of ['first', 'second']) (await typed(drafts, text)).isSent = true;
    const left = new CaptureDrafts(state);
    for (const text of ['second', 'first', '']) {
      const draft = left.take();
      assert.equal(draft.text, text);
      draft.text = '';
      await left.save();
    }
    assert.equal(new CaptureDrafts(state).take().text, '');
  });

  it('leaves what another window has kept meanwhile', async () => {
    const state = memory();
    const [one, other] = [new CaptureDrafts(state), new CaptureDrafts(state)];
    await typed(one, 'in one window');
    const written = await typed(other, 'in another');
    assert.equal(new CaptureDrafts(state).take().text, 'in another');
    written.text = '';
    await other.save();
    assert.equal(new CaptureDrafts(state).take().text, 'in one window');
  });

  const sent = { journal: 'file:///j', path: 'notes/2026-11-25.md', item: '- quince', before: 0 };
  /** A window that ends while it writes the text. */
  async function endsWriting(state: ReturnType<typeof memory>, text: string, where = sent) {
    const drafts = new CaptureDrafts(state);
    await drafts.settle(() => Promise.resolve(0));
    Object.assign(drafts.takeFor(text), { text, isSent: true, sent: where });
    await drafts.save();
  }

  it('is not offered again where it arrived, though its window ended before that was remembered', async () => {
    const state = memory();
    await endsWriting(state, 'quince');
    assert.equal(firstOffered(state), '', 'nobody has looked yet');
    const drafts = new CaptureDrafts(state);
    assert.equal(drafts.take().text, '');
    await drafts.settle((where) => {
      assert.deepEqual(where, sent);
      return Promise.resolve(1);
    });
    assert.equal(drafts.take().text, '');
    assert.deepEqual(state.get('capture.drafts'), []);
  });

  it('is offered again where it did not arrive, though the same was kept before', async () => {
    const state = memory();
    await endsWriting(state, 'quince', { ...sent, before: 1 });
    const drafts = new CaptureDrafts(state);
    await drafts.settle(() => Promise.resolve(1));
    assert.equal(drafts.take().text, 'quince');
    assert.deepEqual([firstOffered(state), state.get('capture.drafts')], ['quince', ['quince']]);
  });

  it('is offered once where it was written twice, and arrived once', async () => {
    const state = memory();
    const both = ['quince', 'quince'].map((text) => ({ text, sent }));
    await state.update('capture.drafts', both);
    const drafts = new CaptureDrafts(state);
    await drafts.settle(() => Promise.resolve(1));
    assert.deepEqual(state.get('capture.drafts'), ['quince']);
    assert.equal(drafts.take().text, 'quince');
  });

  it('is offered again where it is not told where it went', async () => {
    const state = memory();
    await state.update('capture.drafts', [{ text: 'quince', sent: { path: 1 } }, { sent }, null]);
    assert.equal(new CaptureDrafts(state).take().text, 'quince');
  });

  it('is not looked for in what something else has kept there', () => {
    const state = memory();
    void state.update('capture.drafts', { text: 'no list' });
    void state.update('capture.withOrigin', 'yes');
    const drafts = new CaptureDrafts(state);
    assert.deepEqual([drafts.take().text, drafts.withOrigin], ['', false]);
  });
});
