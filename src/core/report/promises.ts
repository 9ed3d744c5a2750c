/**
 * What `npm run simulate` says of the rules of change, in percent of simulated leads, the lowest and the highest of its
 * lines. Page and README quote these figures, and a test holds the two together.
 */
export const promises = {
  seed: 20_261_127,
  /** Told “changed” of any side though nothing changed, within so many checks. */
  falseChanges: {
    within26: { lowest: 0.6, highest: 4.2 },
    within52: { lowest: 1.2, highest: 7.0 },
  },
  /** Told “changed” of the side that went up by one point, within 26 and within 52 checks. */
  foundChanges: { oneStatement: [20, 34], threeStatements: [53, 73] },
} as const;
