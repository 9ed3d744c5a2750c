// @ts-check
// Serves the web host in a process of its own: `node webServer.mjs FOLDER OPTIONS`. Started by web.mjs.
import { createRequire } from 'node:module';
import path from 'node:path';
import { webCommit } from './versions.mjs';

const [installed = '', options = '{}'] = process.argv.slice(2);

const { open } = createRequire(path.join(installed, 'package.json'))('@vscode/test-web');

await open({
  ...JSON.parse(options),
  browserType: 'none',
  quality: 'stable',
  commit: webCommit,
  testRunnerDataDir: path.join(installed, 'data'),
  host: 'localhost',
});
console.log('Ready');
