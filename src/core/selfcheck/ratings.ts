/** The newest score of each dimension and hat, for the cards. */
export interface Ratings {
  /** Local date `YYYY-MM-DD` of the newest check, or `undefined` when there is none. */
  readonly date: string | undefined;
  /** By dimension id, then hat id: a mean of frequency answers, 1 to 5. Unrated sides are absent. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
