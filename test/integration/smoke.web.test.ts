import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../package.json';

describe('In any host', () => {
  before(async () => {
    await vscode.extensions.getExtension('two-hats.two-hats')?.activate();
  });

  it('the extension is there and active', () => {
    assert.equal(vscode.extensions.getExtension('two-hats.two-hats')?.isActive, true);
  });

  it('every contributed command is registered', async () => {
    const registered = new Set(await vscode.commands.getCommands());
    assert.ok(manifest.contributes.commands.length > 0);
    for (const { command } of manifest.contributes.commands) assert.ok(registered.has(command), command);
  });

  it('a self-check can be kept in the journal’s format', async () => {
    const { readChecks } = await import('../../src/core/selfcheck/knownChecks');
    const { latestRatings } = await import('../../src/core/selfcheck/ratings');
    const { saveCheck } = await import('../../src/core/selfcheck/save');
    const { answerStatement, startRun } = await import('../../src/core/selfcheck/run');
    const { default: builtin } = await import('../../src/core/framework/builtin.framework.yaml');
    const { WorkspaceFiles } = await import('../../src/platform/workspaceFiles');
    const base = vscode.workspace.workspaceFolders![0]!.uri;
    const files = new WorkspaceFiles(
      vscode.Uri.joinPath(base, 'smoke'),
      vscode.Uri.joinPath(base, 'storage'),
      { warn: () => undefined },
    );
    const now = '2026-11-24T09:30:00+01:00';
    const begun = startRun(
      builtin,
      { kind: 'quick', dimension: undefined },
      { id: 'smoke', seed: 1, started: now },
    );
    const run = begun.statements.reduce(
      (before) => answerStatement(before, { value: 4, ms: 2000 }, now),
      begun,
    );
    assert.match(
      await saveCheck(files, { now: () => 0, offset: () => 60 }, run),
      /^checks\/.*-quick-[0-9a-f]{4}\.yaml$/,
    );
    const checks = await readChecks(files);
    assert.deepEqual(checks.damaged, []);
    const { scores } = latestRatings(builtin, checks).ratings;
    assert.deepEqual(
      [...scores.values()].flatMap((sides) => [...sides.values()]),
      Array.from({ length: 12 }, () => ({ mean: 4, count: 1 })),
    );
  });
});
