/**
 * The segments of a path inside the journal. A path that could leave it is a mistake of the program, never
 * something to carry on with.
 * @param separator what parts names where the journal lies; a backslash may stand in a name where it is none
 * @throws Error for an absolute path, an empty, `.` or `..` segment, and one that holds a separator
 */
export function segmentsOf(path: string, separator = '/'): readonly string[] {
  const segments = path.split('/');
  if (
    segments.some(
      (segment) => /^\.{0,2}$/.test(segment) || segment.includes('\0') || segment.includes(separator),
    )
  )
    throw new Error(`Not a path inside the journal: ${JSON.stringify(path)}`);
  return segments;
}

/** The last segment. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What a note is called by its file: the last segment without `.md`. */
export function noteName(path: string): string {
  return fileName(path).replace(/\.(?:md|markdown)$/, '');
}
