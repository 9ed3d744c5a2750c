/** Texts as bytes. A file that is no UTF-8 is never written into: what was read of it can't be written back. */
import { FileError } from '../core/journal/files';

/** What is made of a text, or of no file; `undefined` to leave all as it is. */
export type TextChange = (text: string | undefined) => string | undefined;

/** A text, and whether a byte order mark stands before it in its file. */
export interface Decoded {
  /** Without the mark. */
  readonly text: string;
  readonly hasMark: boolean;
}

/** `undefined` for bytes that are no UTF-8; zeros are of another encoding, or of a disk that failed. */
export function decodeUtf8(bytes: Uint8Array): Decoded | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(mark) ? { text: text.slice(1), hasMark: true } : { text, hasMark: false };
  } catch {
    return undefined;
  }
}

/** Of an encoding with two or four bytes to a character: nothing of it can be read as UTF-8. */
export function isWide(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff ? second === 0xfe : first === 0xfe && second === 0xff) return true;
  const start = bytes.subarray(0, 1000);
  return start.filter((byte) => byte === 0).length > start.length / 5;
}

/**
 * What a change makes of a file, with the byte order mark that it has; `undefined` where it makes nothing of it.
 * @throws FileError where the file is no UTF-8
 */
export function changedBytes(
  path: string,
  before: Uint8Array | undefined,
  change: TextChange,
): Uint8Array | undefined {
  const decoded = before && decodeUtf8(before);
  if (before && !decoded) throw new FileError('notText', path, undefined);
  const after = change(decoded?.text);
  if (after === undefined || after === decoded?.text) return undefined;
  return new TextEncoder().encode(decoded?.hasMark ? mark + withoutMark(after) : after);
}

export function isSameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** As it reads back. */
export function withoutMark(text: string): string {
  return text.startsWith(mark) ? text.slice(1) : text;
}

const mark = '\uFEFF';
