/** In percent of simulated leads. */
export interface Shares {
  readonly lowest: number;
  readonly highest: number;
}

/** What the report's rules did for simulated leads. */
export interface Promises {
  /** Told “changed” of any side though nothing changed, within so many checks. */
  readonly falseChanges: { readonly within26: Shares; readonly within52: Shares };
  /** Told “changed” of the side that went up by one point, within 26 and within 52 checks. */
  readonly foundChanges: {
    readonly oneStatement: readonly [number, number];
    readonly threeStatements: readonly [number, number];
  };
  /** Told any finding within a year though they write evenly. */
  readonly falseFindings: Shares;
  /** Told within a year of the side that they show often and never wrote of: in the worst case. */
  readonly foundSilence: number;
}

/** The run that is quoted. */
export const quotedRun = { leads: 500, seed: 20_261_127 } as const;

/**
 * What `npm run simulate` says, the lowest and the highest of its lines. Page and README quote these figures, a test
 * holds the two together, and the command ends with an error where it says something else.
 */
export const promises: Promises = {
  falseChanges: {
    within26: { lowest: 0.6, highest: 4.2 },
    within52: { lowest: 1.2, highest: 7.0 },
  },
  foundChanges: { oneStatement: [20, 34], threeStatements: [53, 73] },
  falseFindings: { lowest: 3.4, highest: 4.4 },
  foundSilence: 100,
};
