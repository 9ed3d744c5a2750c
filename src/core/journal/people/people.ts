export interface Person {
  /** The true name, as `two-hats.yaml` or the newest note says it; else the folder's name made readable. */
  readonly name: string;
  /** Below `people/`; the one used last where other spellings have folders of their own. Absent where there is none. */
  readonly folder: string | undefined;
  /** Local date `YYYY-MM-DD` of the newest note, or `undefined` when there is none. */
  readonly lastNote: string | undefined;
}

/** Somebody as `two-hats.yaml` says it. */
export interface ConfiguredPerson {
  /** The true name. */
  readonly name: string;
  /** Other spellings of it. */
  readonly aliases: readonly string[];
  readonly role: string | undefined;
  /** How often one meets, in words of the lead's own. */
  readonly cadence: string | undefined;
}

/** Whom `two-hats.yaml` names. */
export interface ConfiguredPeople {
  readonly people: readonly ConfiguredPerson[];
  /** The lead’s own name and its other spellings; `@me` needs none. */
  readonly me?: readonly string[];
}

/** The most recently met first, then by name. */
export function byRecency(
  one: Pick<Person, 'lastNote' | 'name'>,
  other: Pick<Person, 'lastNote' | 'name'>,
): number {
  const [newer, older] = [other.lastNote ?? '', one.lastNote ?? ''];
  return newer < older ? -1 : newer > older ? 1 : one.name.localeCompare(other.name);
}
