import assert from 'node:assert/strict';

/** A text that tells when it was damaged: cut short anywhere, another character anywhere, or more behind it. */
export function assertRefusesDamage(text: string, read: (text: string) => unknown): void {
  for (let end = 0; end < text.length; end++) assert.throws(() => read(text.slice(0, end)), `cut at ${end}`);
  for (let at = 0; at < text.length; at++) {
    const other = text.charAt(at) === 'B' ? 'C' : 'B';
    assert.throws(() => read(text.slice(0, at) + other + text.slice(at + 1)), `changed at ${at}`);
  }
  assert.throws(() => read(`${text} `));
}
