// @ts-check
// The server's native modules are installed unbuilt, so no C++ toolchain is needed. Three need a stand-in.
import fs from 'node:fs';
import path from 'node:path';

/** Watches the parent process; without it the extension host dies at once. */
const watchdog = 'exports.start = () => {};\n';

/** The log files and the Output view's channels. */
const spdlog = String.raw`const fs = require('fs');
const path = require('path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const stamp = () => new Date().toISOString().replace('T', ' ').replace('Z', '');
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createAsyncRotatingLogger = async (name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let bare = false;
  let lowest = 2;
  const write = (level) => (text) => {
    if (level < lowest) return;
    try {
      fs.appendFileSync(file, bare ? text : stamp() + ' [' + levels[level] + '] ' + text + '\n');
    } catch {}
  };
  const logger = {
    getLevel: () => lowest,
    setLevel: (level) => (lowest = level),
    setPattern() {},
    clearFormatters: () => (bare = true),
    flush() {},
    drop() {},
  };
  levels.forEach((_, level) => (logger[['trace', 'debug', 'info', 'warn', 'error', 'critical'][level]] = write(level)));
  return logger;
};
exports.createRotatingLogger = exports.createAsyncRotatingLogger;
`;

/** @param {string} folder of a fresh install of code-server */
export function addStandIns(folder) {
  const modules = path.join(folder, 'node_modules/code-server/lib/vscode/node_modules');
  for (const name of ['native-watchdog', '@vscode/native-watchdog'])
    if (fs.existsSync(path.join(modules, name))) replaceMain(path.join(modules, name), watchdog);
  replaceMain(path.join(modules, '@vscode/spdlog'), spdlog);
  linkRipgrep(folder, modules);
}

/**
 * @param {string} folder of the package
 * @param {string} code
 */
function replaceMain(folder, code) {
  fs.writeFileSync(path.join(folder, 'index.js'), code);
}

/**
 * File search starts a program that a post-install script would have downloaded; newer servers ship it.
 * @param {string} folder
 * @param {string} modules
 */
function linkRipgrep(folder, modules) {
  const provided = path.join(folder, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin`);
  const expected = path.join(modules, '@vscode/ripgrep/bin');
  if (!fs.existsSync(provided) || fs.existsSync(expected)) return;
  fs.symlinkSync(path.relative(path.dirname(expected), provided), expected, 'junction');
}
