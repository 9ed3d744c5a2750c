/**
 * The bytes of a file whose text was changed in places: what was not changed stays byte for byte, a byte order mark and
 * bytes that are no UTF-8 included, which reading drops or replaces.
 */
export function keptBytes(before: Uint8Array, textWithMark: string): Uint8Array {
  const old = new TextDecoder().decode(before);
  // What reads back as it was written needs no care.
  if (isSame(before, new TextEncoder().encode(old))) return new TextEncoder().encode(textWithMark);
  const text = textWithMark.replace(/^\uFEFF/, '');
  const start = sameStart(old, text);
  const end = sameEnd(old, text, start);
  const head = before.subarray(0, asciiEnd(before, countAscii(old.slice(0, start))));
  // Where nothing is taken out, all that follows the beginning is kept.
  const tail =
    start + end === old.length
      ? before.subarray(head.length)
      : before.subarray(before.length - asciiStart(before, countAscii(old.slice(old.length - end))));
  const middle = new TextEncoder().encode(text.slice(start, text.length - end));
  const bytes = new Uint8Array(head.length + middle.length + tail.length);
  bytes.set(head);
  bytes.set(middle, head.length);
  bytes.set(tail, head.length + middle.length);
  return bytes;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The length of the common beginning, up to an ASCII character: only these are surely one byte each. */
function sameStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  while (length > 0 && !isAscii(one.charCodeAt(length - 1))) length--;
  return length;
}

/** The length of the common end: all that is left of the old text, or else from an ASCII character on. */
function sameEnd(old: string, text: string, start: number): number {
  const most = Math.min(old.length, text.length) - start;
  let length = 0;
  while (length < most && old[old.length - 1 - length] === text[text.length - 1 - length]) length++;
  if (start + length === old.length) return length;
  while (length > 0 && !isAscii(old.charCodeAt(old.length - length))) length--;
  return length;
}

function countAscii(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (isAscii(text.charCodeAt(index))) count++;
  return count;
}

/** Where so many ASCII bytes from the start on end; a byte order mark before them belongs to them. */
function asciiEnd(bytes: Uint8Array, count: number): number {
  let left = count;
  let index = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (; left > 0 && index < bytes.length; index++) if (isAscii(bytes[index] ?? 0)) left--;
  return index;
}

/** How many bytes from the end on hold so many ASCII bytes. */
function asciiStart(bytes: Uint8Array, count: number): number {
  let left = count;
  let length = 0;
  for (; left > 0 && length < bytes.length; length++)
    if (isAscii(bytes[bytes.length - 1 - length] ?? 0)) left--;
  return length;
}

function isAscii(unit: number): boolean {
  return unit < 0x80;
}
