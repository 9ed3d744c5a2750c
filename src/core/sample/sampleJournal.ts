import { writeExperiment } from '../experiment/experimentText';
import type { Framework } from '../framework/model';
import { writeFrontMatter } from '../journal/frontMatter/frontMatter';
import { folderName, slug } from '../journal/people/names';
import { monthsBefore } from '../journal/digest/months';
import type { Clock } from '../util/dates';
import { dateOf, dayOf, mondayOf, weekOf } from '../util/calendar';
import { fileTimestamp, isoWithOffset, localDate } from '../util/dates';
import { randomFrom, shuffled } from '../util/random';
import { writeRecord } from '../selfcheck/save';
import { answerStatement, startRun } from '../selfcheck/run';
import type { CheckScope } from '../selfcheck/statements';
import data from './sample.en.json';

const day = 24 * 60 * 60 * 1000;
const weeks = 26;

/** Usual answers, before and since the change. */
const ratings = new Map<string, readonly number[]>(Object.entries(data.ratings));
const usual: readonly number[] = [3, 3];

/** Weeks ago: within the period that the report shows at first, with checks enough since. */
const changed = 9;

/** Weeks ago: a side was tried from the first to the last, with weekly checks for as long before. */
const tried = { first: 7, last: 2, weeks: 6, dimension: 'decision-making', hat: 'leadership' };

/** With the last of them nobody met in that month, so many months ago. */
const emptyMonth = 3;

/** Weeks ago: what was promised first to the second of them moved on from the first to the last. */
const moved = { first: 7, last: 2 };

/**
 * A journal of the half year before now, by path: weekly 1:1s with each person, a retrospective every other week,
 * a reflection a month, a quick self-check a week. There is something to see in each part of the report: a side that
 * changed, one that was tried, one that is rated high and never noted, one that is noted much and rated low; and to look
 * back on: a month without a talk, a promise that moved on five times. The same clock gives the same journal.
 */
export function sampleJournal(framework: Framework, clock: Clock): ReadonlyMap<string, string> {
  const sample = new Sample(framework, clock);
  const files = new Map<string, string>();
  for (let week = weeks - 1; week >= 0; week--) {
    for (const person of data.people) {
      const talk = sample.oneOnOne(person, week);
      if (!sample.isSkipped(person, week)) files.set(...talk);
    }
    if (week % 2 === 0) files.set(...sample.retrospective(week));
    if (week % 4 === 0) files.set(...sample.reflection(week));
    files.set(...sample.quickCheck(week));
    if (week >= tried.last && week <= tried.first + tried.weeks) files.set(...sample.triedCheck(week));
  }
  files.set(...sample.experiment());
  files.set(...sample.topics());
  files.set('two-hats.yaml', people());
  return files;
}

class Sample {
  readonly #random = randomFrom(20_260_507);

  constructor(
    private readonly framework: Framework,
    private readonly clock: Clock,
  ) {}

  isSkipped(person: string, week: number): boolean {
    const month = monthsBefore(this.#date(0, 0), emptyMonth).slice(0, 'YYYY-MM'.length);
    return person === data.people.at(-1) && this.#talkDate(person, week).startsWith(month);
  }

  #talkDate(person: string, week: number): string {
    return this.#date(week, 2 + data.people.indexOf(person));
  }

  oneOnOne(person: string, week: number): [path: string, text: string] {
    const date = this.#talkDate(person, week);
    const head: Entries = [
      ['kind', 'one-on-one'],
      ['person', person],
      ['date', date],
    ];
    const text = [
      `# 1:1 with ${person}, ${date}`,
      this.#section('Talked about', this.#some(data.talked, 4)),
      this.#actions(week, rotated(data.actions, week * 2 + data.people.indexOf(person), 2)) +
        this.#promised(person, week),
      ...(week % 8 === 5 ? [`## Private\n\n${data.private}`] : []),
    ];
    return [`people/${folderName(person)}/${date}.md`, note(head, text)];
  }

  /** What waits for the next talk with the first of them. */
  topics(): [path: string, text: string] {
    const [person = ''] = data.people;
    const head = writeFrontMatter([
      ['person', person],
      ['note', data.note],
    ]);
    return [`people/${folderName(person)}/next.md`, `${head}\n${bullets(data.topics)}\n`];
  }

  /** What the lead owes since a while. */
  #promised(person: string, week: number): string {
    const index = data.people.indexOf(person);
    const isMoved = index === 1 && week > moved.last && week <= moved.first;
    if (week !== moved.last && !isMoved) return '';
    const due = localDate(this.clock, this.#instant(1, 0));
    const next = this.#talkDate(person, week - 1);
    const [mark, link] = isMoved ? ['>', ` → [${next}](${next}.md)`] : [' ', ''];
    return `\n- [${mark}] ${data.promised[index] ?? ''} @me due:${due}${link}`;
  }

  retrospective(week: number): [path: string, text: string] {
    const date = this.#date(week, 1);
    const title = data.sprint.replace('{n}', String(weeks - week));
    const head: Entries = [
      ['kind', 'retrospective'],
      ['title', title],
      ['date', date],
    ];
    const [owner = ''] = rotated(data.people, week / 2, 1);
    const [action = ''] = rotated(data.retrospectiveActions, week / 2, 1);
    const text = [
      `# Retrospective: ${title}`,
      this.#section('What went well', this.#some(data.wentWell, 2)),
      this.#section('What was hard', this.#some(data.wasHard, 2)),
      this.#actions(week, [`@${folderName(owner)} ${action}`]),
    ];
    return [`retros/${date}-${slug(title)}.md`, note(head, text)];
  }

  reflection(week: number): [path: string, text: string] {
    const date = this.#date(week, 0);
    const head: Entries = [
      ['kind', 'reflection'],
      ['date', date],
    ];
    return [
      `notes/${date}.md`,
      note(head, [`# Reflection, ${date}`, bullets(this.#some(data.reflections, 2))]),
    ];
  }

  quickCheck(week: number): [path: string, text: string] {
    return this.#check(week, { kind: 'quick', dimension: undefined }, this.#random, (side) =>
      this.#answer(side, week < changed),
    );
  }

  /** Of the dimension of what is tried. By a chance of its own: all else is as it would be without it. */
  triedCheck(week: number): [path: string, text: string] {
    const { dimension, hat, first } = tried;
    const random = randomFrom(week);
    return this.#check(week, { kind: 'dimension', dimension }, random, (side) => {
      const level = week <= first && side === `${dimension}/${hat}` ? 4 : 3;
      return random() < 0.2 ? level - 1 : level;
    });
  }

  /** What was tried: from a Monday to a Sunday. */
  experiment(): [path: string, text: string] {
    const { dimension, hat, first, last, weeks: before } = tried;
    const start = dateOf(mondayOf(this.#week(first)));
    const experiment = {
      ...{ dimension, hat, move: data.tried, start },
      planned: dateOf(mondayOf(this.#week(first + before))),
      end: dateOf(mondayOf(this.#week(last - 1)) - 1),
    };
    return [`experiments/${start}-${dimension}-${hat}.yaml`, writeExperiment(experiment)];
  }

  #check(
    week: number,
    scope: CheckScope,
    random: () => number,
    answer: (side: string) => number,
  ): [path: string, text: string] {
    const began = this.#instant(week, scope.kind === 'quick' ? 0.3 : 0.2);
    const start = {
      id: `sample-${week}`,
      seed: Math.floor(random() * 2 ** 32),
      started: isoWithOffset(this.clock, began),
    };
    const run = startRun(this.framework, scope, start);
    const answered = run.statements.reduce((before, { dimension, hat }, place) => {
      const value = answer(`${dimension}/${hat}`);
      return answerStatement(
        before,
        { value, ms: 2000 + random() * 3000 },
        isoWithOffset(this.clock, began + (place + 1) * 4000),
      );
    }, run);
    const stamp = fileTimestamp(this.clock, began + 4000 * run.statements.length);
    return [`checks/${stamp}-${scope.kind}-5a${(week + 16).toString(16)}.yaml`, writeRecord(answered)];
  }

  /** The ISO week so many weeks ago. */
  #week(weeksAgo: number): number {
    return weekOf(dayOf(this.#date(0, 0))) - weeksAgo;
  }

  /** The usual answer, now and then one beside it, seldom no occasion. */
  #answer(side: string, isLate: boolean): number {
    const [early = 3, late = early] = ratings.get(side) ?? usual;
    const chance = this.#random();
    if (chance < 0.04) return 0;
    const beside = chance < 0.16 ? -1 : chance < 0.28 ? 1 : 0;
    return Math.min(5, Math.max(1, (isLate ? late : early) + beside));
  }

  /** Old actions are done; of the last weeks' some are open, of the last one's all. */
  #actions(week: number, actions: readonly string[]): string {
    const mark = () => (week > 3 || (week > 0 && this.#random() < 0.4) ? 'x' : ' ');
    const due = localDate(this.clock, this.#instant(week - 1, 0));
    const tasks = actions.map((action) => `- [${mark()}] ${action} due:${due}`);
    return `## Actions\n\n${tasks.join('\n')}`;
  }

  #section(title: string, lines: readonly string[]): string {
    return `## ${title}\n\n${bullets(lines)}`;
  }

  #some(lines: readonly string[], count: number): readonly string[] {
    return shuffled(lines, this.#random).slice(0, count);
  }

  #date(week: number, daysEarlier: number): string {
    return localDate(this.clock, this.#instant(week, daysEarlier));
  }

  #instant(week: number, daysEarlier: number): number {
    return this.clock.now() - (week * 7 + daysEarlier) * day;
  }
}

/** How often somebody is to be met stands in the journal’s own settings. */
function people(): string {
  const entries = data.people.map((name) => `  - name: ${name}\n    cadence: ${data.cadence}\n`);
  return `# ${data.note}\npeople:\n${entries.join('')}`;
}

/** So many of the lines, from this one on, which begin again after the last one. */
function rotated(lines: readonly string[], from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => lines[(from + place) % lines.length] ?? '');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

type Entries = readonly (readonly [key: string, value: string])[];

/** That it is no real one stands where nothing takes it for the person’s words. */
function note(head: Entries, blocks: readonly string[]): string {
  return `${writeFrontMatter([...head, ['note', data.note]])}\n${blocks.join('\n\n')}\n`;
}
