// @ts-check
// The page of the extension in VS Code: what a lead gets, and nothing that only the repository can show.

/**
 * README.md without its parts for developers and its pictures: a package has no address that they could be loaded from.
 * @param {string} readme
 */
export function packageReadme(readme) {
  return readme
    .replace(/^<!-- repository -->\n[\s\S]*?^<!-- \/repository -->\n+/gm, '')
    .replace(/^!\[[^\]]*\]\([^)]*\)\n+/gm, '');
}
