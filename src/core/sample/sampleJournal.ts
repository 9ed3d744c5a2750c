import type { Framework } from '../framework/model';
import { writeFrontMatter } from '../journal/frontMatter/frontMatter';
import { folderName, slug } from '../journal/people/names';
import type { Clock } from '../util/dates';
import { fileTimestamp, isoWithOffset, localDate } from '../util/dates';
import { randomFrom, shuffled } from '../util/random';
import { writeRecord } from '../selfcheck/keep';
import { answerStatement, startRun } from '../selfcheck/run';
import data from './sample.en.json';

const day = 24 * 60 * 60 * 1000;
const weeks = 26;
const checks = 12;

/**
 * A journal of the half year before now, by path: weekly 1:1s with each person, a retrospective every other week,
 * a reflection a month, twelve quick self-checks. The same clock gives the same journal.
 */
export function sampleJournal(framework: Framework, clock: Clock): ReadonlyMap<string, string> {
  const sample = new Sample(framework, clock);
  const files = new Map<string, string>();
  for (let week = weeks - 1; week >= 0; week--) {
    for (const person of data.people) files.set(...sample.oneOnOne(person, week));
    if (week % 2 === 0) files.set(...sample.retrospective(week));
    if (week % 4 === 0) files.set(...sample.reflection(week));
  }
  for (let check = 0; check < checks; check++) files.set(...sample.check(check));
  return files;
}

class Sample {
  readonly #random = randomFrom(20_260_507);

  constructor(
    private readonly framework: Framework,
    private readonly clock: Clock,
  ) {}

  oneOnOne(person: string, week: number): [path: string, text: string] {
    const date = this.#date(week, 2 + data.people.indexOf(person));
    const head = writeFrontMatter([
      ['kind', 'one-on-one'],
      ['person', person],
      ['date', date],
    ]);
    const text = [
      `# 1:1 with ${person}, ${date}`,
      this.#section('Talked about', this.#some(data.talked, 4)),
      this.#actions(week, inTurn(data.actions, week * 2 + data.people.indexOf(person), 2)),
    ];
    return [`people/${folderName(person)}/${date}.md`, note(head, text)];
  }

  retrospective(week: number): [path: string, text: string] {
    const date = this.#date(week, 1);
    const title = data.sprint.replace('{n}', String(weeks - week));
    const head = writeFrontMatter([
      ['kind', 'retrospective'],
      ['title', title],
      ['date', date],
    ]);
    const [owner = ''] = inTurn(data.people, week / 2, 1);
    const [action = ''] = inTurn(data.retrospectiveActions, week / 2, 1);
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
    const head = writeFrontMatter([
      ['kind', 'reflection'],
      ['date', date],
    ]);
    return [
      `notes/${date}.md`,
      note(head, [`# Reflection, ${date}`, bullets(this.#some(data.reflections, 2))]),
    ];
  }

  check(index: number): [path: string, text: string] {
    const began = this.#instant(Math.floor((index * weeks) / checks), 0.3);
    const start = {
      id: `sample-${index}`,
      seed: Math.floor(this.#random() * 2 ** 32),
      started: isoWithOffset(this.clock, began),
    };
    const run = startRun(this.framework, { kind: 'quick', dimension: undefined }, start);
    const answered = run.statements.reduce((before, _, place) => {
      const value = 2 + Math.floor(this.#random() * 4);
      return answerStatement(
        before,
        { value, ms: 2000 + this.#random() * 3000 },
        isoWithOffset(this.clock, began + (place + 1) * 4000),
      );
    }, run);
    return [
      `checks/${fileTimestamp(this.clock, began + 48_000)}-quick-5a3${index.toString(16)}.yaml`,
      writeRecord(answered),
    ];
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

/** So many of the lines, from this one on, which begin again after the last one. */
function inTurn(lines: readonly string[], from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => lines[(from + place) % lines.length] ?? '');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function note(head: string, blocks: readonly string[]): string {
  return `${head}\n${blocks.join('\n\n')}\n\n*${data.note}*\n`;
}
