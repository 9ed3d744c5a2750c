import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = process.cwd();
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => fs.existsSync(path.join(root, file)));
const sources = files.filter((file) => /^(?:src|test|scripts)\/.*\.(?:ts|mjs|cjs)$/.test(file));

const comments = /(?<=^\s*)\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm;
/** What is named by an extension of code. */
const named = /(?<![\w/.{*<-])\w[\w.-]*(?:\/[\w.-]+)*\.(?:ts|mjs|cjs|css)\b/g;
/** Of a command that is shown; and what the build makes. */
const isExample = (name: string) => /\bone\.test\.ts$|^(?:dist|out)\//.test(name);

describe('Comments', () => {
  it('name no file that the repository does not have', () => {
    const names = sources.flatMap((file) =>
      Array.from(fs.readFileSync(path.join(root, file), 'utf8').matchAll(comments), ([comment]) =>
        Array.from(comment.matchAll(named), ([name]) => ({ file, name })),
      ).flat(),
    );
    assert.ok(names.length > 5, 'comments name files');
    const unknown = names.filter(
      ({ name }) => !isExample(name) && !files.some((file) => `/${file}`.endsWith(`/${name}`)),
    );
    assert.deepEqual(unknown, []);
  });
});
