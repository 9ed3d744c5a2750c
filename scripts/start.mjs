// @ts-check
// `npm start [-- --port N] [--server] [--keep]`: Two Hats in a real VS Code on a sample journal.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './dependencies.mjs';
import { Problem, explain, say, secondsSince } from './messages.mjs';
import { cache, makeTempFolder, removeFolder, root, shown } from './paths.mjs';
import { isPortFree } from '../test/hosts/ports.mjs';
import { isEnding, onSignal, runGroup } from './processes.mjs';

const usualPort = 3939;

function readOptions() {
  const options = /** @type {const} */ ({
    port: { type: 'string' },
    server: { type: 'boolean' },
    keep: { type: 'boolean' },
  });
  try {
    const { values } = parseArgs({ options });
    const port = Number(values.port ?? usualPort);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port ${values.port} is no port.`);
    return { port, server: values.server ?? false, keep: values.keep ?? false };
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Problem(`${reason}\nnpm start [-- --port N] [--server] [--keep]`);
  }
}

/** @param {number} port */
async function requireFreePort(port) {
  if (port !== 0 && !(await isPortFree(port)))
    throw new Problem(
      `Port ${port} is in use by another program. Choose another: npm start -- --port ${port + 1}`,
    );
}

async function build() {
  say('Building …');
  const code = await runGroup(process.execPath, ['esbuild.js'], { cwd: root });
  if (code !== 0) throw new Problem('The build failed: see above.');
}

/**
 * A new sample at each start; with `--keep` the one of the last `--keep`.
 * @param {boolean} keep
 */
async function makeSample(keep) {
  const folder = path.join(cache, 'sample', keep ? 'kept' : String(process.pid));
  if (keep && fs.existsSync(folder)) return folder;
  removeFolder(folder);
  if (!keep) process.once('exit', () => removeFolder(folder));
  say(`Writing a sample journal of half a year to ${shown(folder)} …`);
  fs.mkdirSync(folder, { recursive: true });
  const code = await runGroup(process.execPath, ['dist/cli/sample.js', folder], { cwd: root });
  if (code !== 0) throw new Problem('The sample journal could not be written: see above.');
  return folder;
}

/**
 * @param {string} program
 * @param {string} folder
 */
async function runOwn(program, folder) {
  const { endOwnVsCode, openOwnVsCode } = await import('../test/hosts/ownVsCode.mjs');
  const dataDir = makeTempFolder('start');
  onSignal(() => {
    endOwnVsCode(dataDir);
    return farewell();
  });
  say('A window opens. Close it, or press Ctrl+C here, to end.');
  const settings = { 'twoHats.journal.folder': folder };
  await openOwnVsCode(program, { dataDir, extension: root, folder, settings });
}

/**
 * @param {number} port
 * @param {string} folder
 * @param {number} start
 */
async function runServer(port, folder, start) {
  const { startServer } = await import('../test/hosts/server.mjs');
  const { hasDisplay } = await import('../test/hosts/desktop.mjs');
  onSignal(farewell);
  const server = await startServer({
    port,
    extension: root,
    machineSettings: { 'twoHats.journal.folder': folder },
  });
  const url = server.url({ folder });
  say(`\nReady in ${secondsSince(start)}. Open this address in a browser:\n\n  ${url}\n\nCtrl+C ends it.`);
  if (hasDisplay()) openInBrowser(url);
  // When a signal ends us, this is not what the person wants to hear.
  const code = await new Promise((resolve) => server.child.on('exit', (exit) => isEnding() || resolve(exit)));
  throw new Problem(`The VS Code server has ended (${code}).`);
}

/** @param {string} url */
function openInBrowser(url) {
  const program =
    { darwin: 'open', win32: 'explorer' }[/** @type {string} */ (process.platform)] ?? 'xdg-open';
  const child = spawn(program, [url], { detached: true, stdio: 'ignore' });
  // The address stands above: nobody needs to hear that it could not be opened.
  child.on('error', () => {});
  child.unref();
}

function farewell() {
  say('\nEnding …');
  return 0;
}

async function main() {
  const start = Date.now();
  const { port, server, keep } = readOptions();
  await installDependencies();
  const { findOwnVsCode } = await import('../test/hosts/ownVsCode.mjs');
  const own = server ? { why: 'of --server' } : findOwnVsCode();
  if ('program' in own) say(`Using ${own.program}, VS Code ${own.version}, with a profile of its own.`);
  else say(`Using a VS Code server from npm, because ${own.why}.`);
  if (!('program' in own)) await requireFreePort(port);
  await build();
  const folder = await makeSample(keep);
  await ('program' in own ? runOwn(own.program, folder) : runServer(port, folder, start));
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}
