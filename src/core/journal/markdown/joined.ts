/** A paragraph's lines as one text, without what its containers put before them. */
export interface JoinedLines {
  /** Lines end at `\n`. */
  readonly text: string;
  /** The offset in the note of an offset in the joined text. */
  readonly offsetOf: (joined: number) => number;
}

export function joinedLines(text: string, pieces: readonly number[]): JoinedLines {
  const first = pieces[0] ?? 0;
  if (pieces.length <= 2) return { text: text.slice(first, pieces[1]), offsetOf: (joined) => first + joined };
  const lines: string[] = [];
  /** Where each line begins in the joined text. */
  const starts: number[] = [];
  let length = 0;
  for (let index = 0; index < pieces.length; index += 2) {
    const line = text.slice(pieces[index], pieces[index + 1]);
    lines.push(line);
    starts.push(length);
    length += line.length + 1;
  }
  return {
    text: lines.join('\n'),
    offsetOf: (joined) => {
      const line = floorIndex(starts, joined);
      return (pieces[2 * line] ?? 0) + joined - (starts[line] ?? 0);
    },
  };
}

/** The index of the last of the ascending numbers that is not greater; 0 where all are. */
export function floorIndex(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
