// @ts-check
// The server host: a VS Code whose extension host is Node and whose window is a browser page.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { installHost } from './install.mjs';
import { untilListening } from './listening.mjs';
import { Problem } from '../../scripts/messages.mjs';
import { makeTempFolder, readJson, removeFolder, writeJson } from '../../scripts/paths.mjs';
import { isPortFree } from './ports.mjs';
import { spawnGroup, stopGroup } from '../../scripts/processes.mjs';
import { hosts } from './versions.mjs';

/** Quiet enough to test in: no welcome page, no second side bar, no AI features. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
};

/**
 * @typedef {object} ServerOptions
 * @property {'server' | 'newest'} [host]
 * @property {string} [extension] folder of an extension in development: linked, not packaged
 * @property {string} [vsix] or a package of it, which is installed
 * @property {string[]} [others] folders of more extensions, linked as well
 * @property {Record<string, unknown>} [settings] of the user; read at the start only
 * @property {Record<string, unknown>} [machineSettings] of this host: where settings of scope `machine` are found
 * @property {boolean} [trust] ask whether a workspace is trusted; else all are
 * @property {boolean} [testDriver] allow `payload` in the address; it hides notification toasts in the newest
 * @property {number} [port] 0 or nothing: any
 * @property {string} [dataDir] kept after the end; else a temporary one, removed at the end
 * @property {NodeJS.ProcessEnv} [env] for the extension host, beside our own
 * @property {(text: string) => void} [onOutput]
 *
 * @typedef {object} OpenOptions what a window shows; without a folder it is an empty one
 * @property {string | undefined} [folder]
 * @property {[string, string][]} [payload] for the test driver
 */

/** @param {ServerOptions} [options] */
export async function startServer(options = {}) {
  const { host = 'server', port = 0 } = options;
  if (port !== 0 && !(await isPortFree(port)))
    throw new Problem(`Port ${port} is in use by another program. Choose another with --port N.`);
  const { program, cwd } = programOf(host, await installHost(host));
  const dataDir = options.dataDir ?? makeTempFolder('server');
  const extensionsDir = path.join(dataDir, 'extensions');
  const folders = ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  fs.mkdirSync(extensionsDir, { recursive: true });
  writeSettings(dataDir, options);
  for (const extension of [...(options.extension ? [options.extension] : []), ...(options.others ?? [])])
    linkExtension(extension, extensionsDir);
  if (options.vsix) await installVsix(program, cwd, folders, options.vsix);

  const args = ['out/server-main.js', ...serverArguments(options), ...folders];
  const child = spawnGroup(program, args, { cwd, env: environment(options.env) });
  const stop = async () => {
    await stopGroup(child);
    if (!options.dataDir) removeFolder(dataDir);
  };
  const title = hosts[host].title;
  const pattern = /Extension host agent listening on (\d+)/;
  try {
    const [, listening] = await untilListening(child, { title, pattern, onOutput: options.onOutput });
    return new Server(Number(listening), dataDir, child, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A running server host. */
export class Server {
  /**
   * @param {number} port
   * @param {string} dataDir
   * @param {import('node:child_process').ChildProcess} child
   * @param {() => Promise<void>} stop ends it and all that it started
   */
  constructor(port, dataDir, child, stop) {
    this.port = port;
    this.dataDir = dataDir;
    this.child = child;
    this.stop = stop;
  }

  /**
   * The address of a window.
   * @param {OpenOptions} [options]
   */
  url({ folder, payload } = {}) {
    const query = new URLSearchParams(folder ? { folder } : { ew: 'true' });
    if (payload) query.set('payload', JSON.stringify(payload));
    return `http://127.0.0.1:${this.port}/?${query}`;
  }

  /**
   * The address of a file as an extension host's argument names it.
   * @param {string} file
   */
  remote(file) {
    return `vscode-remote://127.0.0.1:${this.port}${file}`;
  }

  /**
   * Changes settings while the server runs. They go before the user's, and can't be application-scoped.
   * @param {Record<string, unknown>} settings
   */
  changeSettings(settings) {
    const file = path.join(this.dataDir, 'data/Machine/settings.json');
    writeJson(file, { ...readJson(file), ...settings });
  }
}

/**
 * @param {'server' | 'newest'} host
 * @param {string} folder
 */
function programOf(host, folder) {
  const cwd = path.join(folder, 'node_modules/code-server/lib/vscode');
  if (host === 'server') return { program: process.execPath, cwd };
  const own = path.join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (fs.existsSync(own)) return { program: own, cwd };
  if (Number.parseInt(process.versions.node, 10) >= 24) return { program: process.execPath, cwd };
  throw new Problem(
    `${hosts.newest.title} needs Node 24 or newer on this system; this is ${process.version}.`,
  );
}

/** @param {ServerOptions} options */
function serverArguments({ port = 0, trust = false, testDriver = false }) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(trust ? [] : ['--disable-workspace-trust']),
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** @param {NodeJS.ProcessEnv} [extra] */
function environment(extra) {
  // A terminal inside VS Code sets variables that would steer our server.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(own), ...extra, EXTENSIONS_GALLERY: '{}' };
}

/**
 * @param {string} dataDir
 * @param {ServerOptions} options
 */
function writeSettings(dataDir, { settings, machineSettings }) {
  writeJson(path.join(dataDir, 'data/User/settings.json'), { ...quietSettings, ...settings });
  writeJson(path.join(dataDir, 'data/Machine/settings.json'), machineSettings ?? {});
}

/**
 * A link counts as an installed extension, without packaging.
 * @param {string} extension
 * @param {string} extensionsDir
 */
function linkExtension(extension, extensionsDir) {
  const { publisher, name, version } = readJson(path.join(extension, 'package.json'));
  const link = path.join(extensionsDir, `${publisher}.${name}-${version}`);
  fs.rmSync(link, { force: true, recursive: true });
  fs.symlinkSync(path.resolve(extension), link, 'junction');
}

/**
 * @param {string} program
 * @param {string} cwd
 * @param {string[]} folders
 * @param {string} vsix
 */
async function installVsix(program, cwd, folders, vsix) {
  const args = ['out/server-main.js', '--accept-server-license-terms', ...folders, '--install-extension'];
  try {
    await promisify(execFile)(program, [...args, path.resolve(vsix)], { cwd, env: environment() });
  } catch (error) {
    throw new Problem(`${vsix} could not be installed: ${error instanceof Error ? error.message : error}`);
  }
}
