/** Markdown links between notes, and their relative destinations. Paths are those of the journal. */

/** `[label](destination)`. Whatever the label is (a file's name can hold any sign), all of it is seen as text. */
export function markdownLink(label: string, destination: string): string {
  return `[${markdownText(label)}](${destination})`;
}

/** A text as Markdown that shows just that, on one line: no link, no HTML, no tag, no emphasis. */
export function markdownText(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[\\[\]`*_<>#&$|!~^=@]/g, '\\$&');
}

/** The destination of a link that stands in one note and leads to another file. */
export function linkPath(from: string, to: string): string {
  return way(addressOf(from), addressOf(to));
}

/** The path to which a relative destination leads that stands in a note; `undefined` where it can't be read. */
export function linkTarget(from: string, destination: string): string | undefined {
  try {
    return resolved([...from.split('/').slice(0, -1), ...decodeURIComponent(destination).split('/')]).join(
      '/',
    );
  } catch {
    return undefined;
  }
}

/**
 * The destination of a link or an image that stands in one note, as it is to stand in another: it leads where it led.
 * @param destination as it is written, perhaps in angle brackets
 */
export function relocatedDestination(destination: string, from: string, to: string): string {
  const [, open = '', inner = '', close = ''] = /^(<?)([^]*?)(>?)$/.exec(destination) ?? [];
  const [, path = '', rest = ''] = /^([^?#]*)([^]*)$/.exec(inner) ?? [];
  if (from === to || isAbsolute.test(inner)) return destination;
  if (path === '') return rest.startsWith('#') ? `${open}${linkPath(to, from)}${rest}${close}` : destination;
  const [before, after] = [addressOf(from), addressOf(to)];
  if (folderOf(before).join('/') === folderOf(after).join('/')) return destination;
  return `${open}${way(after, resolved([...folderOf(before), ...path.split('/')]))}${rest}${close}`;
}

const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/)/i;

type Address = readonly string[];

/** Its segments as they stand in a destination. */
function addressOf(path: string): Address {
  return path.split('/').map(encodedSegment);
}

/** A segment of a path as it stands in a link's destination, which ends at a parenthesis. */
export function encodedSegment(segment: string): string {
  // Half a character has no address.
  const whole = segment.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function folderOf(address: Address): Address {
  return address.slice(0, -1);
}

function way(from: Address, to: Address): string {
  const source = folderOf(from);
  let shared = 0;
  while (shared < source.length && source[shared] === to[shared]) shared++;
  return [...source.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Without `.` and `..`, but for those that lead out of the journal. */
function resolved(address: Address): Address {
  const segments: string[] = [];
  for (const segment of address)
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  return segments;
}
