/**
 * A short fingerprint of a text: FNV-1a, 32 bit, over its UTF-16 code units (low byte, then high byte), as eight
 * hexadecimal digits. It tells changed texts apart; it protects against nothing.
 * Source: Fowler, Noll, Vo (draft-eastlake-fnv).
 */
export function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
