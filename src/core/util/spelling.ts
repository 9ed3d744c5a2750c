/**
 * Optimal string alignment distance (insert, drop, replace, swap neighbours; no part edited twice), in code points;
 * `limit + 1` for anything above `limit`. Boytsov, "Indexing methods for approximate dictionary searching", 2011.
 */
export function editDistance(from: string, to: string, limit: number): number {
  const a = Array.from(from);
  const b = Array.from(to);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoUp: number[] = [];
  let up = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    let least = i + 1;
    for (let j = 0; j < b.length; j++) {
      const replaced = at(up, j) + (a[i] === b[j] ? 0 : 1);
      const swapped = a[i] === b[j - 1] && a[i - 1] === b[j] ? at(twoUp, j - 1) + 1 : Infinity;
      const cell = Math.min(at(up, j + 1) + 1, at(row, j) + 1, replaced, swapped);
      row.push(cell);
      least = Math.min(least, cell);
    }
    if (least > limit) return limit + 1;
    [twoUp, up] = [up, row];
  }
  return Math.min(at(up, b.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

/** How many slips a word may hold and still be recognised: 1 up to five letters, 2 above. */
export function tolerance(word: string): number {
  return Array.from(word).length <= 5 ? 1 : 2;
}

/** The candidates nearest to the word within its tolerance, in their order; none when all are too far. */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  let limit = tolerance(word);
  let found: string[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, limit);
    if (distance > limit) continue;
    if (distance < limit) found = [];
    limit = distance;
    found.push(candidate);
  }
  return found;
}
