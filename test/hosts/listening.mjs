// @ts-check
// Waits for a server process to say that it listens.
import { Problem } from '../../scripts/messages.mjs';

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ title: string, pattern: RegExp, seconds?: number, onOutput?: ((text: string) => void) | undefined }} options
 * @returns {Promise<RegExpExecArray>} the match of `pattern` in its output
 */
export function untilListening(child, { title, pattern, seconds = 60, onOutput }) {
  let output = '';
  return new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) =>
      reject(new Problem(`${title} ${why}\n${output.trim().split('\n').slice(-15).join('\n')}`));
    const timer = setTimeout(() => fail(`did not start within ${seconds} seconds.`), seconds * 1000);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      onOutput?.(chunk.toString());
      output = (output + chunk.toString()).slice(-20_000);
      const match = pattern.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve(match);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', (error) => fail(`could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended (${code ?? signal}) before it was ready.`);
    });
  });
}
