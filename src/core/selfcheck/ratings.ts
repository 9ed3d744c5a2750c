/** What the cards show of the self-checks. */
export interface Ratings {
  /** Local date `YYYY-MM-DD` of the newest check of the framework, or `undefined` when there is none. */
  readonly date: string | undefined;
  /** Of the newest check of whatever framework. */
  readonly lastCheck: string | undefined;
  /** The newest of each side, by dimension id, then hat id. Unrated sides are absent. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, Rating>>;
}

export interface Rating {
  /** Of frequency answers, 1 to 5. */
  readonly mean: number;
  /** So many answers it rests on, 1 or more. */
  readonly count: number;
}
