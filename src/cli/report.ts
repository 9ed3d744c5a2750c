/** `npm run --silent report -- DIR [--to YYYY-MM-DD] [--weeks 4|12|26|52|all] [--person NAME]`: the report as JSON. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import builtin from '../core/framework/builtin.framework.yaml';
import { readExperiments } from '../core/experiment/experimentFiles';
import { peopleOf, type KnownPerson, type People } from '../core/journal/people/knownPeople';
import { localDate } from '../core/util/dates';
import { isDate } from '../core/util/calendar';
import { periods, reportOf, type Report, type ReportPeriod } from '../core/report/report';
import { readChecks } from '../core/selfcheck/knownChecks';
import templates from '../core/templates/builtin.templates.yaml';
import { templateTasks } from '../core/templates/templateTasks';
import { readFolder } from './readFolder';
import { systemClock } from './systemClock';
import { whereCalled } from './whereCalled';

const usage = 'npm run --silent report -- DIR [--to YYYY-MM-DD] [--weeks 4|12|26|52|all] [--person NAME]';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, weeks: { type: 'string' }, person: { type: 'string' } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Error(`Name one folder: ${usage}`);
  const to = values.to ?? localDate(systemClock);
  if (!isDate(to)) throw new Error(`“${to}” is no date: write --to YYYY-MM-DD.`);
  const period = periodNamed(values.weeks ?? '12');
  const report = await reportOn(path.resolve(whereCalled('report'), folder), to, period, values.person);
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
}

async function reportOn(
  folder: string,
  to: string,
  period: ReportPeriod,
  name: string | undefined,
): Promise<Report> {
  const { files, config, journal } = await readFolder(folder);
  const { records: checks, damaged } = await readChecks(files);
  const experiments = await readExperiments(files);
  const notes = [...journal.notes.values()];
  const folders = (await files.list('people')).flatMap(({ name, kind }) => (kind === 'folder' ? name : []));
  const people = peopleOf(notes, config, folders);
  const person = name === undefined ? undefined : personNamed(people, name);
  const isUnwritten = templateTasks(templates.templates, builtin);
  return reportOf(
    { framework: builtin, notes, people, checks, damaged, experiments, isUnwritten },
    { to, period, person },
  );
}

function periodNamed(text: string): ReportPeriod {
  const period = periods.find((each) => String(each) === text);
  if (period === undefined) throw new Error(`“${text}” is no period: write --weeks ${periods.join('|')}.`);
  return period;
}

function personNamed(people: People, name: string): KnownPerson {
  const { people: meant } = people.resolve(name);
  const [person] = meant;
  if (!person) throw new Error(`Nobody in this journal is called “${name}”.`);
  if (meant.length > 1)
    throw new Error(`“${name}” may be ${meant.map((each) => each.name).join(' or ')}: write the whole name.`);
  return person;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
