/** Whom the journal is about: what folders, front matter and `two-hats.yaml` say, put together. */
import { plainName, resolveName, type NameMatch } from './nameMatching';
import { canonicalName, readableFolder } from './names';
import type { IndexedNote } from '../note';
import { byRecency, type ConfiguredPeople, type Person } from './people';
import { memoize } from '../../util/memoize';
import { Spellings } from './spellings';

/** Somebody with all that is known of them. */
export interface KnownPerson extends Person {
  /** All folders with their notes, the one used last first. */
  readonly folders: readonly string[];
  readonly aliases: readonly string[];
  readonly role: string | undefined;
  readonly cadence: string | undefined;
}

/** Whom the journal is about. */
export interface People {
  /** The most recently met first, then by name. */
  readonly all: readonly KnownPerson[];
  /** By name, alias or folder, spelled exactly so or else without regard to case; `undefined` for somebody new. */
  find(name: string): KnownPerson | undefined;
  /** By a name as it is typed after `@`: also a part of it, without regard to accents and to what joins its words. */
  resolve(name: string): NameMatch<KnownPerson>;
  /** Does a name as it is typed after `@` mean the lead, who writes? `@me` always does. */
  isLead(name: string | undefined): boolean;
  /** Whom a note is about: by its front matter, else by its folder. */
  of(note: Pick<IndexedNote, 'path' | 'person'>): KnownPerson | undefined;
}

/**
 * Puts together what folders, front matter and `two-hats.yaml` say of people. Spellings that differ in case only stay
 * apart; an alias joins them.
 * @param folders names of all folders below `people/`, those without notes included
 */
export function peopleOf(
  notes: Iterable<NoteOfPerson>,
  config: ConfiguredPeople,
  folders: Iterable<string> = [],
): People {
  const all = [...notes];
  const named = newestNames(all);
  const names = new Names(config, all, named);
  const seen = new Map<string, Seen>();
  const see = (name: string): Seen => {
    const known = seen.get(name) ?? { folders: new Map(), spellings: new Set(), lastNote: undefined };
    seen.set(name, known);
    return known;
  };
  const ofFolder = (folder: string): Seen =>
    see(names.trueName(named.get(folder)?.name ?? readableFolder(folder)));
  for (const { name } of config.people) see(name);
  for (const { path, person, date } of all) {
    const folder = personFolder(path);
    const met = folder === undefined ? (person ? see(names.trueName(person)) : undefined) : ofFolder(folder);
    if (!met) continue;
    if (person) met.spellings.add(canonicalName(person));
    meet(met, folder, date);
  }
  for (const folder of folders) meet(ofFolder(folder), folder, undefined);
  return new KnownPeople(seen, config);
}

type NoteOfPerson = Pick<IndexedNote, 'path' | 'person' | 'date'>;

interface Seen {
  /** By folder, the date of its newest note. */
  readonly folders: Map<string, string>;
  /** As notes write the name. */
  readonly spellings: Set<string>;
  lastNote: string | undefined;
}

function meet(seen: Seen, folder: string | undefined, date: string | undefined): void {
  if (date !== undefined && date > (seen.lastNote ?? '')) seen.lastNote = date;
  if (folder !== undefined && (date ?? '') >= (seen.folders.get(folder) ?? ''))
    seen.folders.set(folder, date ?? '');
}

/** The name in the newest note of each folder that says one: people change their names. */
function newestNames(notes: Iterable<NoteOfPerson>): ReadonlyMap<string, NewestName> {
  const names = new Map<string, NewestName>();
  for (const { path, person, date = '' } of notes) {
    const folder = personFolder(path);
    if (folder === undefined || !person || date < (names.get(folder)?.date ?? '')) continue;
    names.set(folder, { name: person, date });
  }
  return names;
}

interface NewestName {
  readonly name: string;
  readonly date: string;
}

const peoplePlace = 'people/';

/** The folder of a note below `people/`. */
export function personFolder(path: string): string | undefined {
  if (!path.startsWith(peoplePlace)) return undefined;
  const end = path.indexOf('/', peoplePlace.length + 1);
  return end < 0 || end === path.length - 1 ? undefined : path.slice(peoplePlace.length, end);
}

/** Two people may be each other’s alias: who is called so by name is meant first. */
const ranks = { name: 0, alias: 1, written: 2 };

/** Which true name a spelling stands for. */
class Names {
  readonly #said = new Spellings<string>();
  /** By earlier names in the same folder. */
  readonly #newest = new Map<string, string>();

  constructor(
    { people }: ConfiguredPeople,
    notes: readonly NoteOfPerson[],
    named: ReadonlyMap<string, NewestName>,
  ) {
    for (const { name, aliases } of people) {
      this.#said.add(name, name, ranks.name);
      for (const alias of aliases) this.#said.add(alias, name, ranks.alias);
    }
    for (const { path, person } of notes) {
      const newest = named.get(personFolder(path) ?? '')?.name;
      if (person && newest !== undefined) this.#newest.set(canonicalName(person), newest);
    }
    // Who has a folder of this very name is nobody's earlier self.
    for (const { name } of named.values()) this.#newest.delete(canonicalName(name));
  }

  readonly trueName = memoize((name: string): string => {
    const newest = this.#newest.get(canonicalName(name)) ?? name;
    return this.#said.get(newest) ?? this.#said.get(name) ?? canonicalName(newest);
  });
}

class KnownPeople implements People {
  readonly all: readonly KnownPerson[];
  readonly #spellings = new Spellings<KnownPerson>();
  readonly #byFolder = new Map<string, KnownPerson>();
  readonly #lead: {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly folders: readonly string[];
  };

  constructor(seen: ReadonlyMap<string, Seen>, { people, me = [] }: ConfiguredPeople) {
    const [name = '', ...aliases] = me;
    this.#lead = { name, aliases, folders: [] };
    this.all = Array.from(seen, ([name, { folders, lastNote, spellings }]): KnownPerson => {
      const said = people.filter((person) => person.name === name);
      const byDate = [...folders]
        .sort(([, one], [, other]) => (one < other ? 1 : -1))
        .map(([folder]) => folder);
      const person = {
        ...{ name, folder: byDate[0], folders: byDate, lastNote },
        aliases: said.flatMap(({ aliases }) => aliases),
        role: said[0]?.role,
        cadence: said[0]?.cadence,
      };
      for (const spelling of spellings) this.#spellings.add(spelling, person, ranks.written);
      return person;
    }).sort(byRecency);
    for (const person of this.all) {
      for (const folder of person.folders) this.#byFolder.set(folder, person);
      this.#spellings.add(person.name, person, ranks.name);
      for (const alias of person.aliases) this.#spellings.add(alias, person, ranks.alias);
    }
  }

  find(name: string): KnownPerson | undefined {
    return this.#spellings.get(name) ?? this.#byFolder.get(name);
  }

  readonly resolve = memoize((name: string): NameMatch<KnownPerson> => {
    const known = this.find(name);
    return known ? { people: [known], isWhole: true, rest: '' } : resolveName(this.all, name);
  });

  /** A part of the lead’s name is anybody’s who is called so. */
  readonly #meansLead = memoize((name: string): boolean => {
    if (plainName(name) === 'me') return true;
    const { people, isWhole } = resolveName([this.#lead], name);
    return people.length > 0 && (isWhole || this.resolve(name).people.length === 0);
  });

  isLead(name: string | undefined): boolean {
    return name !== undefined && this.#meansLead(name);
  }

  of({ path, person }: Pick<IndexedNote, 'path' | 'person'>): KnownPerson | undefined {
    const folder = personFolder(path);
    return (
      (person ? this.find(person) : undefined) ??
      (folder === undefined ? undefined : this.#byFolder.get(folder))
    );
  }
}
