/** Half-written files, and locks, have such names: hidden, never listed, removed when they are of no use any more. */
export function isTemporary(name: string): boolean {
  return /^\.two-hats-[0-9a-f]+\.(?:tmp|lock)$/.test(name);
}

/** Older ones, in ms, were left by a crash; younger ones may be of another window at work. */
export const leftMs = 300_000;
