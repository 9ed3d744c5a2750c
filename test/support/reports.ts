/** Balance reports of journals in every state, in the words that people read. */
import { noExperiments, type Experiments } from '../../src/core/experiment/experiment';
import builtin from '../../src/core/framework/builtin.framework.yaml';
import type { Framework } from '../../src/core/framework/model';
import { sidesOf } from '../../src/core/framework/lookup';
import { readConfig } from '../../src/core/journal/config/config';
import { noConfig, type Config } from '../../src/core/journal/config/configModel';
import { initials } from '../../src/core/journal/people/names';
import { peopleOf } from '../../src/core/journal/people/knownPeople';
import { dateOf, dayOf } from '../../src/core/util/calendar';
import { sampleJournal } from '../../src/core/sample/sampleJournal';
import { readExperiments } from '../../src/core/experiment/experimentFiles';
import { readChecks } from '../../src/core/selfcheck/knownChecks';
import type { FiledCheck } from '../../src/core/selfcheck/checks';
import type { DamagedCheck } from '../../src/core/selfcheck/checks';
import { composeReport } from '../../src/features/report/compose';
import { factsOf, type ChosenScope } from '../../src/features/report/facts';
import { FileNumbers } from '../../src/features/report/fileNumbers';
import { Telling } from '../../src/features/report/telling';
import type { ReportBlock } from '../../src/core/report/blocks';
import type { ReportView } from '../../src/protocol/report';
import { checkRecord } from './checks';
import { makeFramework } from './frameworks';
import { MemoryFiles } from './memoryFiles';
import { indexed } from './notes';

export interface JournalState {
  readonly framework?: Framework;
  readonly texts?: Readonly<Record<string, string>>;
  readonly checks?: readonly FiledCheck[];
  readonly damaged?: readonly DamagedCheck[];
  readonly experiments?: Experiments;
  readonly config?: Config;
  readonly isHidden?: boolean;
  readonly hasJournal?: boolean;
  readonly scope?: Partial<ChosenScope>;
}

/** A Sunday. */
export const today = '2026-11-29';

interface Told {
  readonly message: string;
  readonly args?: readonly (string | number)[];
}

/** What VS Code does with a sentence, where there is no translation. */
export const l10n = {
  t(message: string | Told, ...values: (string | number)[]): string {
    const sentence = typeof message === 'string' ? message : message.message;
    const given = typeof message === 'string' ? values : (message.args ?? []);
    return sentence.replace(/\{(\d+)\}/g, (hole, index: string) => String(given[Number(index)] ?? hole));
  },
} as Telling['l10n'];

export function reportView(state: JournalState, to = today): ReportView {
  return toldReport(state, to).view;
}

/** As it is exported. */
export function exportedReport(state: JournalState, to = today) {
  const { facts, view } = toldReport(state, to);
  const { title, summary: head, sections } = view;
  return { report: facts.report, exported: { language: 'en', title, head, sections } };
}

function toldReport(state: JournalState, to: string) {
  const { framework = builtin, texts = {}, checks = [], damaged = [], config = noConfig } = state;
  const { isHidden = false, hasJournal = true, experiments = noExperiments } = state;
  const notes = [...indexed(texts).values()];
  const facts = factsOf(
    {
      ...{ framework, notes, hasJournal, experiments, checks: { records: checks, damaged } },
      people: peopleOf(notes, config),
      isUnwritten: () => false,
    },
    { period: '12', person: '', ...state.scope },
    to,
  );
  const files = new FileNumbers();
  const telling = new Telling({
    ...{ l10n, language: 'en', framework, isHidden },
    nameOf: (name) => (isHidden ? initials(name) : name),
    titleOf: ({ title, path }) => title ?? path,
    pathOf: (path) => path,
    textOf: (text) => text,
    numberOf: (path) => files.numberOf(path),
  });
  return { facts, view: composeReport(facts, telling) };
}

/** A check of all sides. @param value by the side's place, from 0 */
export function quickCheck(date: string, value: (place: number) => number, framework = builtin): FiledCheck {
  const answers = sidesOf(framework).map(({ side }, place): [string, number] => [
    `${side.dimension}/${side.hat}`,
    value(place),
  ]);
  return { ...checkRecord(framework, date, Object.fromEntries(answers)), path: `checks/${date}.yaml` };
}

/** Before today, in weeks: a Tuesday. */
export function weeksAgo(weeks: number): string {
  return dateOf(dayOf(today) - 5 - 7 * weeks);
}

/** So many checks, a week apart, the last one in this week. */
export function weeklyChecks(
  count: number,
  value: (place: number, week: number) => number,
  framework = builtin,
) {
  return Array.from({ length: count }, (_, index) => {
    const week = count - 1 - index;
    return quickCheck(weeksAgo(week), (place) => value(place, week), framework);
  });
}

/** Answers that go up and down between 2 and 4. */
const uneven = (place: number, week: number) => 2 + ((place * 7 + week * 5) % 3);

/** Notes about a side before the quarter's end. */
function notesOf(tag: string, count: number, day = dayOf('2026-09-28')): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `notes/${dateOf(day - index)}-${tag.replace('/', '-')}.md`,
      `# A day of ours\n\n- we did something about it that day #${tag}\n`,
    ]),
  );
}

const names = ['Ana Example', 'Bo Sample', 'Cé Muster', '林美玲', 'Ольга Примерова', 'Zoë Proband'];

function oneOnOnes(people: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    people.map((person, index) => [
      `people/p${index}/${weeksAgo(index % 9)}.md`,
      `---\nkind: one-on-one\nperson: ${person}\n---\n\n- [ ] @me ask about it\n- we asked twice #decision-making/leadership\n`,
    ]),
  );
}

const retrospectives = Object.fromEntries(
  [1, 3, 5, 7, 9].map((week) => [
    `retros/${weeksAgo(week)}-sprint-${week}.md`,
    `---\nkind: retrospective\ntitle: Sprint ${week}\n---\n\n- we decided too late again #decision-making/management\n- [x] ask earlier\n- [ ] say so\n`,
  ]),
);

const evidence = {
  ...Object.fromEntries(
    sidesOf(builtin).flatMap(({ side: { dimension, hat } }, place) =>
      place === 1 ? [] : Object.entries(notesOf(`${dimension}/${hat}`, 10)),
    ),
  ),
};

const reworded: Framework = {
  ...builtin,
  dimensions: builtin.dimensions.map((dimension, index) =>
    index > 0
      ? dimension
      : {
          ...dimension,
          poles: [
            { ...dimension.poles[0], statements: ['When it was otherwise, I said so.', 'b', 'c'] },
            dimension.poles[1],
          ],
        },
  ),
};

/** Every state that the page must look deliberate in. */
/** Something that is being tried, plainly with somebody invented. */
const tried = {
  ...{
    dimension: 'risk-taking',
    hat: 'leadership',
    move: `When ${names[0]!} and I plan, I will name one bet.`,
  },
  ...{ planned: '2026-10-01', start: '2026-11-02', end: '2026-12-13', path: 'experiments/tried.yaml' },
};

export const states = {
  'no journal': { hasJournal: false },
  nothing: {},
  'one check': { checks: weeklyChecks(1, uneven) },
  'two checks': { checks: weeklyChecks(2, uneven) },
  'one dimension': {
    framework: makeFramework('a'),
    checks: weeklyChecks(9, uneven, makeFramework('a')),
  },
  '500 checks': { checks: weeklyChecks(500, uneven), scope: { period: 'all' } },
  'notes only': { texts: { ...evidence, ...retrospectives } },
  'checks only': {
    checks: weeklyChecks(12, (place, week) => (place === 0 ? (week < 5 ? 5 : 2) : uneven(place, week))),
  },
  'a framework that changed midway': {
    framework: reworded,
    checks: [...weeklyChecks(12, uneven).slice(0, 6), ...weeklyChecks(12, uneven, reworded).slice(6)],
  },
  'three people': { texts: oneOnOnes(names.slice(0, 3)) },
  '60 people in three scripts': {
    texts: oneOnOnes(Array.from({ length: 60 }, (_, index) => `${names[index % names.length]!} ${index}`)),
  },
  'all private': {
    texts: Object.fromEntries(
      Object.entries(evidence).map(([path, text]) => [path, `---\ntags: [private]\n---\n${text}`]),
    ),
  },
  everything: {
    texts: { ...evidence, ...retrospectives, ...oneOnOnes(names) },
    checks: [
      ...weeklyChecks(20, (place, week) => (place === 1 ? 4 + (week % 2) : uneven(place, week))),
      { ...quickCheck('2026-11-28', () => 0), path: 'checks/none.yaml' },
    ],
    config: {
      ...noConfig,
      people: [{ name: names[0]!, aliases: [], role: undefined, cadence: 'weekly' }],
    },
    damaged: [{ path: 'checks/broken.yaml', code: 'notYaml', line: 1, key: '' }],
    experiments: { list: [tried], damaged: [] },
  },
} satisfies Readonly<Record<string, JournalState>>;

/** Of the sample journal, made today. */
export async function sampleState(to = today): Promise<JournalState> {
  const now = Date.parse(`${to}T10:00:00Z`);
  const made = sampleJournal(builtin, { now: () => now, offset: () => 0 });
  const files = new MemoryFiles(Object.fromEntries(made));
  const { records: checks, damaged } = await readChecks(files);
  const texts = Object.fromEntries([...made].filter(([path]) => path.endsWith('.md')));
  const { config } = readConfig(made.get('two-hats.yaml') ?? '');
  return { texts, checks, damaged, config, experiments: await readExperiments(files) };
}

/** All sentences of a section, in their order. */
export function sentencesOf(view: ReportView, id: string): string {
  const section = view.sections.find((each) => each.id === id);
  return (section?.blocks ?? []).flatMap(blockSentences).join('\n');
}

function blockSentences(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items;
    case 'check':
      return [block.label];
    case 'balance':
      return [block.balance.description];
    case 'courses':
      return block.courses.flatMap(({ heading, sentences }) => [heading, ...sentences]);
    case 'table':
      return block.rows.map((cells) =>
        cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)).join(' | '),
      );
    case 'finding':
      return [block.title, block.counts, block.question, block.move, block.shows];
    case 'more':
      return [block.summary, ...block.blocks.flatMap(blockSentences)];
  }
}
