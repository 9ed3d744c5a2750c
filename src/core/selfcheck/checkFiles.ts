/** Which files of a journal are checks, by their names. */
import type { Files } from '../journal/files';

export const checksFolder = 'checks';

/** A name as we give it. */
const stamped = /^\d{4}-\d{2}-\d{2}T\d{6}Z-/;

/** Does a file of the folder hold a check? */
export function isCheckName(name: string): boolean {
  return /^[^.].*\.ya?ml$/i.test(name);
}

/** Does the name sort by time? Somebody may have given the file another one. */
function isStamped(name: string): boolean {
  return stamped.test(name);
}

/** Does it sort by time that a file of the first name is older? */
export function isOlder(name: string, than: string): boolean {
  return isStamped(name) && isStamped(than) && name < than;
}

/**
 * As `newestFirst`.
 * @throws FileError when the folder can't be listed
 */
export async function checkNames(files: Pick<Files, 'list'>): Promise<readonly string[]> {
  const entries = await files.list(checksFolder);
  const names = entries.filter(({ name, kind }) => kind === 'file' && isCheckName(name));
  return newestNamesFirst(names.map(({ name }) => name));
}

/** Names of check files, the newest first, those without a stamp last. */
export function newestNamesFirst(names: readonly string[]): readonly string[] {
  const others = names.filter((name) => !isStamped(name));
  return [...names.filter(isStamped).sort().reverse(), ...others.sort()];
}
