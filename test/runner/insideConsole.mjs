// @ts-check
// Marks what tests print, so that launcher.mjs can tell it from what VS Code itself prints on the same console.
// Imported first: Mocha keeps the console's functions as it finds them.

export const printMark = '##two-hats-print ';
/** A line that starts so holds the counts. */
export const resultMark = '##two-hats-result ';

/** Imported by the launcher too, which must not mark its own. */
export function markConsole() {
  for (const method of /** @type {const} */ (['log', 'info', 'warn', 'error'])) {
    const original = console[method].bind(console);
    /** @type {typeof original} */
    const marked = (first = '', ...rest) => {
      if (typeof first !== 'string') original(printMark + '%o', first, ...rest);
      else original(first.startsWith(resultMark) ? first : printMark + first, ...rest);
    };
    // The extension host's console ignores assignments.
    Object.defineProperty(console, method, { value: marked, configurable: true });
  }
}
