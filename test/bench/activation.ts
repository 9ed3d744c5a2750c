// Runs inside a host: how long each extension takes from nothing to active, and what a README starts.
import * as vscode from 'vscode';

const extension = (name: string) => vscode.extensions.getExtension(`two-hats.${name}`);

async function measure(name: string): Promise<void> {
  const began = performance.now();
  await extension(name)?.activate();
  console.log(`bench ${name} ${performance.now() - began}`);
}

/** Opens a README and waits until the extension that asks for Markdown runs; ours must not. */
async function openReadme(): Promise<void> {
  await vscode.workspace.openTextDocument({ language: 'markdown', content: '# README' });
  while (!extension('empty-extension')?.isActive) await new Promise((resolve) => setTimeout(resolve, 10));
  console.log(`bench started-by-readme ${extension('two-hats')?.isActive ? 1 : 0}`);
}

describe('Activation', () => {
  it('is measured', async () => {
    const order = process.env.TWO_HATS_BENCH_ORDER ?? '';
    if (order === '') {
      await openReadme();
      return;
    }
    // Whoever comes first pays for what the host itself loads late.
    await extension('warm-up')?.activate();
    for (const name of order.split(' ')) await measure(name);
  });
});
