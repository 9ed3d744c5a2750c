import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { QueuedMemento } from '../../src/services/memento';

describe('What is remembered', () => {
  const log = vscode.window.createOutputChannel('Test', { log: true });
  let state: vscode.Memento;

  before(async () => {
    const tests = vscode.extensions.getExtension<vscode.ExtensionContext>('two-hats.two-hats-tests');
    state = (await tests!.activate()).globalState;
  });

  it('is what was said last, however soon after what was said before', async () => {
    const memory = new QueuedMemento(state, log);
    for (let word = 0; word < 40; word++) {
      const stored: Promise<void>[] = [];
      for (let key = 0; key < 10; key++) {
        stored.push(memory.update('typed', `${word} ${key}`), memory.update('key', key));
        // The time of a key; and an answer that is on its way gets its chance to come in between.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
        for (const until = performance.now() + Math.random() * 3; performance.now() < until;);
      }
      await Promise.all(stored);
      assert.deepEqual([state.get('typed'), state.get('key')], [`${word} 9`, 9]);
    }
  });

  it('is known before it is stored, and forgotten at once', async () => {
    const memory = new QueuedMemento(state, log);
    const said = memory.update('word', 'hat');
    assert.equal(memory.get('word'), 'hat');
    await said;
    const forgotten = memory.update('word', undefined);
    assert.equal(memory.get('word'), undefined);
    await forgotten;
    assert.equal(state.get('word'), undefined);
  });
});
