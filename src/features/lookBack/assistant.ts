/** *Copy for an Assistant…*: a text to read and to copy by hand. Nothing here speaks to an assistant, or lets one ask. */
import * as vscode from 'vscode';
import { monthsBefore } from '../../core/journal/digest/months';
import { personDigest, type Promised } from '../../core/journal/digest/person';
import type { Passage } from '../../core/journal/digest/written';
import { lookBackOf, type Company, type Month } from '../../core/report/lookBack';
import type { People } from '../../core/journal/people/knownPeople';
import builtin from '../../core/templates/builtin.templates.yaml';
import { templateTasks } from '../../core/templates/templateTasks';
import { localDate } from '../../core/util/dates';
import type { Journal, Services } from '../../services/services';
import { askInTurn, type AskOne } from '../shared/askInTurn';
import { formatDate, formatMonth } from '../shared/format';
import { NoteLabels } from '../shared/noteLabels';
import { pick } from '../shared/quickInput';
import { mayShowPrivate } from '../shared/showPrivate';
import { readWritten } from '../shared/writtenNotes';
import { assistantText, purposes, type Purpose } from './assistantText';
import { askCompany, textsOf } from './company';
import type { TextContext } from './text';

interface Chosen {
  readonly purpose: Purpose;
  readonly company: Company;
}

export async function copyForAssistant(services: Services, journal: Journal): Promise<void> {
  if (!(await mayShowPrivate(services))) return;
  const people = await services.people.whenReady();
  const { all } = people;
  const chosen = await askInTurn<Chosen>({ purpose: 'oneOnOne', company: 'alone' }, [
    askPurpose(all.length > 0),
    ({ purpose }, turn) =>
      askCompany(services, all, {
        ...{ ...turn, title: vscode.l10n.t('Copy for an Assistant') },
        placeholder: vscode.l10n.t('Whose notes may it see?'),
        onlyPeople: purpose === 'oneOnOne',
      }),
  ]);
  if (!chosen) return;
  const { text, start } = await textFor(services, journal, people, chosen);
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(text.length));
  const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
  editor.revealRange(new vscode.Range(0, 0, 0, 0));
}

function askPurpose(hasPeople: boolean): AskOne<Chosen> {
  return async ({ purpose }, turn) => {
    const items = purposes
      .filter((each) => hasPeople || each !== 'oneOnOne')
      .map((each) => ({ purpose: each, label: purposeWords(each) }));
    const picked = await pick({
      ...{ ...turn, items, title: vscode.l10n.t('Copy for an Assistant') },
      active: items.find((item) => item.purpose === purpose),
      placeholder: vscode.l10n.t('What for? You see the text before you copy it'),
    });
    return typeof picked === 'object' ? { purpose: picked.item.purpose } : picked;
  };
}

function purposeWords(purpose: Purpose): string {
  switch (purpose) {
    case 'oneOnOne':
      return vscode.l10n.t('Prepare a 1:1');
    case 'summary':
      return vscode.l10n.t('Sum up the half year');
    case 'question':
      return vscode.l10n.t('Find a question');
  }
}

/** @param people of whom the company is one: those of now may be others */
async function textFor(services: Services, journal: Journal, people: People, { purpose, company }: Chosen) {
  const { index, privacy } = services;
  const labels = new NoteLabels({ ...services, privacy: { ...privacy, hidden: true } });
  const context: TextContext = {
    ...{ l10n: vscode.l10n, date: formatDate, month: formatMonth, linkTo: () => undefined },
    titleOf: (note) => labels.title(note, undefined) ?? labels.path(note.path),
    shown: (text) => labels.shown(text),
  };
  const today = localDate(services.clock);
  const sources = { notes: index.notes.values(), checks: [], people };
  const halfYear = { from: monthsBefore(today, 6), to: today };
  const months =
    purpose === 'summary'
      ? lookBackOf(sources, company, halfYear)
      : lastNotes(lookBackOf(sources, company, { from: monthsBefore(today, mostMonths), to: today }));
  const texts = await textsOf(services, journal, months);
  const open =
    purpose === 'oneOnOne' && typeof company === 'object'
      ? await openWith(services, journal, people, company, today)
      : { mine: [], theirs: [] };
  const name = typeof company === 'object' ? labels.shownName(company.name) : '';
  return assistantText({ purpose, company, months, texts, name, ...open }, context);
}

/** So far back notes are looked for. */
const mostMonths = 24;
const mostNotes = 3;

/** The months with the last notes, and only those notes in them. */
function lastNotes(months: readonly Month[]): readonly Month[] {
  const last = new Set(months.flatMap(({ notes }) => notes).slice(-mostNotes));
  return months
    .map((month) => ({ ...month, notes: month.notes.filter((note) => last.has(note)) }))
    .filter(({ notes }) => notes.length > 0);
}

async function openWith(
  services: Services,
  journal: Journal,
  people: People,
  person: Exclude<Company, string>,
  today: string,
): Promise<{ readonly mine: readonly Passage[]; readonly theirs: readonly Passage[] }> {
  const { framework, index } = services;
  const isUnwritten = templateTasks(builtin.templates, framework.current);
  const span = { from: today, to: today };
  const digest = personDigest(index.notes.values(), people, person, span, isUnwritten);
  const passage = async ({ note, task }: Promised) =>
    (await readWritten(services, journal, note.path)).own.filter((each) => each.task?.line === task.line);
  const passages = async (promised: readonly Promised[]) =>
    (await Promise.all(promised.slice(0, mostPromises).map(passage))).flat();
  return { mine: await passages(digest.mine), theirs: await passages(digest.theirs) };
}

/** As many as one talk has room for. */
const mostPromises = 20;
