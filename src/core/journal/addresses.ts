/** Whether a file is one of the journal, and which: its address may be spelled in several ways. */

/** As of a URI, nothing in it escaped. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** How a journal may be reached. */
export interface JournalAddress {
  /** As the person calls it. */
  readonly root: Address;
  /** Paths of a `file:` root without any link; absent where that is not known. */
  readonly realRoot?: string | undefined;
  /** Links in the journal by their paths in it, with the absolute paths without any link to which they lead. */
  readonly links?: ReadonlyMap<string, string>;
  /** The disk takes capitals for small letters, and characters for those that they are composed of. */
  readonly isLoose?: boolean;
}

/**
 * The path of a file in the journal, `''` for the journal's folder itself; `undefined` for what lies elsewhere. The path
 * is the one by which a walk meets the file, but on a loose disk for capitals and composed characters.
 */
export function pathInJournal(journal: JournalAddress, address: Address): string | undefined {
  const { root, realRoot, links = new Map<string, string>(), isLoose = false } = journal;
  if (address.scheme !== root.scheme || folded(address.authority) !== folded(root.authority))
    return undefined;
  const isFile = root.scheme === 'file';
  const same = (one: string, other: string) =>
    one === other || (isLoose && folded(one) === folded(other)) || (isFile && isSameDrive(one, other));
  const rootPath = usedSegments(root.path);
  const realPath = realRoot === undefined ? rootPath : usedSegments(realRoot);
  const targets = [...links].map(([link, target]) => [usedSegments(link), usedSegments(target)] as const);
  let real = usedSegments(address.path);
  const called = below(real, rootPath, same);
  if (called) real = [...realPath, ...called];
  // Each turn takes one link out of the path; more turns than links go in a circle.
  for (let turn = 0; turn <= targets.length; turn++) {
    const inside = below(real, realPath, same);
    const followed =
      inside && firstOf(targets, ([link, target]) => prefixed(target, below(inside, link, same)));
    if (!followed) break;
    real = followed;
  }
  const path =
    below(real, realPath, same) ??
    firstOf(targets, ([link, target]) => prefixed(link, below(real, target, same)));
  return path?.join('/');
}

type Segments = readonly string[];
type SegmentComparison = (one: string, other: string) => boolean;

/** Without what does not count: empty ones, `.`, and `..` with the one before. */
function usedSegments(path: string): Segments {
  const segments: string[] = [];
  for (const segment of path.split('/'))
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  return segments;
}

function below(path: Segments, folder: Segments, same: SegmentComparison): Segments | undefined {
  const isBelow = folder.every((segment, index) => same(segment, path[index] ?? ''));
  return isBelow ? path.slice(folder.length) : undefined;
}

function prefixed(folder: Segments, path: Segments | undefined): Segments | undefined {
  return path && [...folder, ...path];
}

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** As loose disks compare names, near enough: what differs so is one file on none of them. */
export function folded(text: string): string {
  return text.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** `C:` and `c:`, also where the colon is escaped. */
function isSameDrive(one: string, other: string): boolean {
  const drive = /^[a-z](?::|%3a)$/i;
  return (
    drive.test(one) && drive.test(other) && one.charAt(0).toLowerCase() === other.charAt(0).toLowerCase()
  );
}
