/** Front matter in its usual forms: `key: value` on a line, plain or quoted. Anything unusual is left out. */
import { nextLineStart } from '../../util/lines';

const entry = /^(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1:[ \t](.+)$/u;
/** What stands as it is in YAML, and reads back as the same string. */
const plain = /^(?:\p{L}[\p{L}\p{M}\p{N}]*(?:[ _./-][\p{L}\p{M}\p{N}]+)*|\d{4}-\d{2}-\d{2})$/u;
const notStrings = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * The simple scalars by key, line by line, of what stands between the fences, valid or not. Whoever reads a note asks
 * `scanNote`, which knows all forms; this is for what we wrote ourselves, and for what is no YAML.
 */
export function plainEntries(source: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const line of source.split(/\r\n|\n|\r/)) {
    const [, , key, value] = entry.exec(line) ?? [];
    const text = value === undefined ? undefined : readScalar(value.trim());
    if (key !== undefined && text !== undefined) entries.set(key, text);
  }
  return entries;
}

/** Front matter with these entries, its last line ended. Any text is safe as a value. */
export function writeFrontMatter(entries: readonly (readonly [key: string, value: string])[]): string {
  const lines = entries.map(([key, value]) => `${key}: ${writeScalar(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}

/** The text after the front matter. */
export function withoutFrontMatter(text: string): string {
  return text.slice(frontMatterRange(text).after);
}

export interface FrontMatterRange {
  /** What stands between the fences; empty without front matter. */
  readonly start: number;
  readonly end: number;
  /** Where the line after it begins; 0 without front matter. */
  readonly after: number;
}

/**
 * From the first line on, `---` to `---` or `...`; with `+++` as the fence, front matter of another kind.
 * @returns UTF-16 offsets
 */
export function frontMatterRange(text: string, fence: '---' | '+++' = '---'): FrontMatterRange {
  const open = fenceEnd(text, text.startsWith('\uFEFF') ? 1 : 0, fence);
  if (open === undefined) return { start: 0, end: 0, after: 0 };
  for (let line = open; line < text.length; line = nextLineStart(text, line)) {
    const after = fenceEnd(text, line, fence) ?? (fence === '---' ? fenceEnd(text, line, '...') : undefined);
    if (after !== undefined) return { start: open, end: line, after };
  }
  return { start: 0, end: 0, after: 0 };
}

/** The start of the next line, if this one is a fence. */
function fenceEnd(text: string, start: number, fence: string): number | undefined {
  if (!text.startsWith(fence, start)) return undefined;
  const next = nextLineStart(text, start);
  return text.slice(start + fence.length, next).trim() === '' ? next : undefined;
}

/** A scalar of YAML that reads back as this very string. */
export function writeScalar(value: string): string {
  if (plain.test(value) && !notStrings.test(value)) return value;
  // JSON is YAML, but for a few characters that only some readers take as they are.
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escape);
}

function readScalar(source: string): string | undefined {
  const quoted = /^"((?:[^"\\]|\\.)*)"(?:[ \t]+#.*)?$/.exec(source)?.[1];
  if (quoted !== undefined) return unescape(quoted);
  const single = /^'((?:[^']|'')*)'(?:[ \t]+#.*)?$/.exec(source)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const bare = source.replace(/(?<=[ \t])#.*$/, '').trimEnd();
  return /^[-?:]?[\p{L}\p{N}]/u.test(bare) && !/:(?:[ \t]|$)/.test(bare) ? bare : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  ...{ '0': '\0', a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', ' ': ' ' },
  ...{ '"': '"', '/': '/', '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' },
};

/** `undefined` for an escape that YAML does not know. */
function unescape(quoted: string): string | undefined {
  const unknown: unknown[] = [];
  const text = quoted.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g,
    (_, byte?: string, unit?: string, point?: string, name?: string) => {
      const digits = byte ?? unit ?? point;
      const character = digits === undefined ? escapes[name ?? ''] : fromCode(Number.parseInt(digits, 16));
      if (character === undefined) unknown.push(name ?? digits);
      return character ?? '';
    },
  );
  return unknown.length === 0 ? text : undefined;
}

function fromCode(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
