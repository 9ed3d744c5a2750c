// Runs inside a host: how long each extension takes from nothing to active. One sample of each a run.
import * as vscode from 'vscode';

const [first = '', second = ''] =
  process.env.TWO_HATS_BENCH_ORDER === 'ours'
    ? ['two-hats', 'empty-extension']
    : ['empty-extension', 'two-hats'];
const byView = process.env.TWO_HATS_BENCH_BY === 'view';

async function activate(name: string): Promise<void> {
  const view = name === 'two-hats' ? 'twoHats.framework' : `${name}.view`;
  if (byView) await vscode.commands.executeCommand(`${view}.focus`);
  else await vscode.extensions.getExtension(`two-hats.${name}`)?.activate();
}

describe('Activation', () => {
  it('is measured', async () => {
    // Whoever comes first pays for what the host itself loads late.
    await activate('warm-up');
    for (const name of [first, second]) {
      const began = performance.now();
      await activate(name);
      console.log(`bench ${name} ${performance.now() - began}`);
    }
  });
});
