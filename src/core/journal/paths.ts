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

const markdown = /\.(?:md|markdown)$/i;

/** Is a file Markdown, by its name? Asked for every file: the usual ending comes first. */
export function isMarkdownPath(path: string): boolean {
  return path.endsWith('.md') || markdown.test(path);
}

/** What a note is called by its file: the last segment without `.md`. */
export function noteName(path: string): string {
  const name = fileName(path);
  return name.endsWith('.md') ? name.slice(0, -'.md'.length) : name.replace(markdown, '');
}
