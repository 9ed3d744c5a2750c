/** *Gather What I Keep About…*: all that the journal holds about somebody, for the day when they ask to see it. */
import * as vscode from 'vscode';
import { experimentsMentioning } from '../../core/experiment/mentioning';
import { joinedRanges, rangesWith } from '../../core/journal/digest/gathered';
import { writtenIn } from '../../core/journal/digest/written';
import { knownLines } from '../../core/journal/blocks/evidence';
import { FileError } from '../../core/journal/files';
import type { IndexedNote, LineRange } from '../../core/journal/note';
import { filesOf } from '../../core/journal/people/filesOf';
import type { KnownPerson, People } from '../../core/journal/people/knownPeople';
import { mentionsOf } from '../../core/journal/people/mentions';
import { othersHidden, type OthersHidden } from '../../core/journal/people/othersHidden';
import { knownTags } from '../../core/journal/tags/tags';
import { mapAtOnce } from '../../core/util/atOnce';
import { showInformationMessage, withProgress } from '../../platform/messages';
import { scanWhole } from '../../services/noteScan';
import type { Journal, Services } from '../../services/services';
import { noteText } from '../shared/editNote';
import { EditorPlace } from '../shared/editorPlace';
import { formatDate, formatMonth } from '../shared/format';
import { openUntitled } from '../shared/openUntitled';
import { outOfReach } from '../shared/outOfReach';
import { personOfRow } from '../shared/personOfRow';
import { pickKnownPerson } from '../shared/pickPerson';
import { back, pickMany } from '../shared/quickInput';
import { mayShowPrivate } from '../shared/showPrivate';
import { gatheredText, type GatheredNote, type PrivatePlace } from './gatherText';

/** A note with its private places. */
interface ReadNote extends GatheredNote {
  readonly privateLines: readonly LineRange[];
}

/** @param row of somebody in a view, where it was asked for there */
export async function gather(services: Services, journal: Journal, row: unknown): Promise<void> {
  if (!(await mayShowPrivate(services))) return;
  const people = await services.people.whenReady();
  if (people.all.length === 0) {
    void showInformationMessage(vscode.l10n.t('Your journal knows nobody yet.'));
    return;
  }
  const person = people.find(personOfRow(row) ?? '') ?? (await askWhom(services, people));
  if (!person) return;
  const { files, notes, unreadable, experiments } = await withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Gathering what you keep') },
    () => read(services, journal, people, person),
  );
  const others = othersHidden(people, person);
  const places = notes.flatMap((gathered) => gathered.privateLines.map((lines) => ({ gathered, lines })));
  const shown = await decide(services, journal, places, others);
  if (!shown) return;
  await openUntitled(
    gatheredText(
      {
        ...{ person, notes, unreadable, experiments, privateCount: places.length, outOfReach: outOfReach() },
        out: places.filter((place) => !shown.includes(place)),
        otherFiles: files.filter((path) => !services.index.notes.has(path) && !unreadable.includes(path)),
      },
      {
        ...{ l10n: vscode.l10n, date: formatDate, month: formatMonth, others },
        linkTo: (path) => journal.uri(path).toString(),
      },
    ),
  );
}

/** Every note of the journal is looked through. */
async function read(services: Services, journal: Journal, people: People, person: KnownPerson) {
  const { files, mentions } = await filesOf(journal.files, services.index.notes.values(), people, person);
  const notes = await readNotes(services, journal, people, person, [...files, ...mentions]);
  return { files, ...notes, experiments: await experimentsMentioning(journal.files, people, person) };
}

function askWhom({ privacy }: Services, people: People): Promise<KnownPerson | undefined> {
  return pickKnownPerson(privacy, people.all, {
    title: vscode.l10n.t('Gather What I Keep About'),
    placeholder: vscode.l10n.t('About whom? Nothing is changed'),
  });
}

async function readNotes(
  services: Services,
  journal: Journal,
  people: People,
  person: KnownPerson,
  files: readonly string[],
): Promise<{ readonly notes: readonly ReadNote[]; readonly unreadable: readonly string[] }> {
  const { index, log } = services;
  // What the index could not read may be about them all the same.
  const unreadable = index.skipped.map(({ path }) => path).filter((path) => files.includes(path));
  const known = byDate(files.flatMap((path) => index.notes.get(path) ?? []));
  const read = await mapAtOnce(known, async (note) => {
    try {
      const text = await noteText(journal, note.path);
      return text === undefined ? [] : [await readNote(services, people, person, note, text)];
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      log.warn(error.message);
      unreadable.push(note.path);
      return [];
    }
  });
  const notes = read.flat();
  return { notes: notes.filter(({ ranges }) => ranges.length > 0), unreadable };
}

/** Those without a date last. */
function byDate(notes: readonly IndexedNote[]): readonly IndexedNote[] {
  const key = ({ date = '9999', path }: IndexedNote) => `${date} ${path}`;
  return [...notes].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

async function readNote(
  { framework }: Pick<Services, 'framework'>,
  people: People,
  person: KnownPerson,
  note: IndexedNote,
  text: string,
): Promise<ReadNote> {
  const scanned = await scanWhole(note.path, text, knownTags(framework.current));
  const about = people.of(note);
  const isAbout = about === person;
  const whole = { first: 0, last: text.split(/\r\n|\n|\r/).length - 1 };
  const mentions = mentionsOf(people, person);
  const { own, private: hidden } = writtenIn(text, scanned, knownLines([]));
  const passages = [...own, ...hidden].map(({ lines }) => lines);
  const ranges = isAbout ? [whole] : rangesWith(text, passages, (line) => mentions(line, about));
  const isGathered = ({ first, last }: LineRange) =>
    ranges.some((range) => range.first <= last && first <= range.last);
  const privateLines = joinedRanges(scanned.privateLines).filter(isGathered);
  return { ...{ note, text, isAbout, ranges }, privateLines };
}

/** Which private places come in; `undefined` when the person cancels. Each is shown in its note, and nowhere else. */
async function decide(
  { log }: Pick<Services, 'log'>,
  journal: Journal,
  places: readonly PrivatePlace[],
  others: OthersHidden,
): Promise<readonly PrivatePlace[] | undefined> {
  if (places.length === 0) return [];
  const place = new EditorPlace();
  try {
    const picked = await pickMany({
      title: vscode.l10n.t('Gather What I Keep About: Private Places'),
      placeholder: vscode.l10n.t(
        'Which of them come in? Unticked ones are left out. Each is shown in its note',
      ),
      items: places.map((one) => ({ ...rowOf(one, others), place: one })),
      onActive: ({ place: { gathered, lines } }) => {
        const range = new vscode.Range(lines.first, 0, lines.last, 0);
        const start = new vscode.Range(lines.first, 0, lines.first, 0);
        place.show(journal.uri(gathered.note.path), start, range).catch((error: unknown) => {
          log.warn('A note could not be shown beforehand.', error);
        });
      },
    });
    return picked === undefined || picked === back ? undefined : picked.map((item) => item.place);
  } finally {
    await place.restore();
    place.dispose();
  }
}

/** Where it is, and nothing of what it says. */
function rowOf({ gathered: { note }, lines: { first, last } }: PrivatePlace, others: OthersHidden) {
  const where =
    first === last
      ? vscode.l10n.t('Line {0}', first + 1)
      : vscode.l10n.t('Lines {0} to {1}', first + 1, last + 1);
  const day = note.date === undefined ? vscode.l10n.t('Without a date') : formatDate(note.date);
  return { label: vscode.l10n.t('{0}: {1}', day, where), description: others.title(note.path) };
}
