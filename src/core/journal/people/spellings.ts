import { canonicalName, foldName } from './names';

interface Meaning<T> {
  readonly rank: number;
  of: T | undefined;
}

/**
 * What each spelling of a name stands for: spelled exactly so, else without regard to case. Of several that have a
 * spelling, it is the one of the lowest rank; one that is shared at its rank is nobody’s.
 */
export class Spellings<T> {
  readonly #exact = new Map<string, Meaning<T>>();
  readonly #folded = new Map<string, Meaning<T>>();

  /** @param rank names go before aliases, say */
  add(spelling: string, of: T, rank: number): void {
    put(this.#exact, canonicalName(spelling), of, rank);
    put(this.#folded, foldName(spelling), of, rank);
  }

  get(name: string): T | undefined {
    const meaning = this.#exact.get(canonicalName(name)) ?? this.#folded.get(foldName(name));
    return meaning?.of;
  }
}

function put<T>(meanings: Map<string, Meaning<T>>, key: string, of: T, rank: number): void {
  const known = meanings.get(key);
  if (!known || rank < known.rank) meanings.set(key, { rank, of });
  else if (rank === known.rank && known.of !== of) known.of = undefined;
}
