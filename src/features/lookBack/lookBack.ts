/** *Look Back…*: a span with somebody, with the team or alone, as a document to edit and to keep. */
import * as vscode from 'vscode';
import { FileError } from '../../core/journal/files';
import type { Span } from '../../core/journal/digest/person';
import { linkPath } from '../../core/journal/markdown/linkPaths';
import type { People } from '../../core/journal/people/knownPeople';
import { cutToBytes, slug } from '../../core/journal/people/names';
import { lookBackOf, type Company } from '../../core/report/lookBack';
import { localDate } from '../../core/util/dates';
import { showErrorMessage } from '../../platform/messages';
import type { Journal, Services } from '../../services/services';
import { askInTurn, type AskOne } from '../shared/askInTurn';
import { formatDate, formatFileError, formatMonth } from '../shared/format';
import { NoteLabels } from '../shared/noteLabels';
import { openUntitled } from '../shared/openUntitled';
import { personOfRow } from '../shared/personOfRow';
import { pick } from '../shared/quickInput';
import { mayShowPrivate } from '../shared/showPrivate';
import { askCompany, textsOf } from './company';
import { askSpan } from './span';
import { lookBackText, type TextContext } from './text';

interface Chosen {
  readonly company: Company;
  readonly span: Span;
  /** In the journal, or else unsaved. */
  readonly isKept: boolean;
}

/** @param row of somebody in a view, where it was asked for there */
export async function lookBack(services: Services, journal: Journal, row: unknown): Promise<void> {
  if (!(await mayShowPrivate(services))) return;
  const people = await services.people.whenReady();
  const person = people.find(personOfRow(row) ?? '');
  const title = vscode.l10n.t('Look Back');
  const placeholder = vscode.l10n.t('With whom do you look back?');
  const today = localDate(services.clock);
  const whom: AskOne<Chosen> = (_, turn) => askCompany(services, people.all, { ...turn, title, placeholder });
  const chosen = await askInTurn<Chosen>(
    { company: person ?? 'alone', span: { from: today, to: today }, isKept: false },
    [...(person ? [] : [whom]), (_, turn) => askSpan(today, { ...turn, title }), askWhere],
  );
  if (chosen) await make(services, journal, people, chosen);
}

const askWhere: AskOne<Chosen> = async (_, turn) => {
  const items = [
    {
      ...{ isKept: true, label: vscode.l10n.t('A note in your journal') },
      detail: vscode.l10n.t('A new one in notes/, with links; it counts for nothing once more'),
    },
    {
      ...{ isKept: false, label: vscode.l10n.t('An unsaved document') },
      detail: vscode.l10n.t('To look at, and to save where you like'),
    },
  ];
  const picked = await pick({
    ...{ ...turn, items, title: vscode.l10n.t('Look Back') },
    placeholder: vscode.l10n.t('Where shall it open?'),
  });
  return typeof picked === 'object' ? { isKept: picked.item.isKept } : picked;
};

/** @param people of whom the company is one: those of now may be others */
async function make(
  services: Services,
  journal: Journal,
  people: People,
  { company, span, isKept }: Chosen,
): Promise<void> {
  const { checks, index } = services;
  const records = company === 'alone' ? (await checks.whenReady()).records : [];
  const sources = { notes: index.notes.values(), checks: records, people };
  const months = lookBackOf(sources, company, span);
  const texts = await textsOf(services, journal, months);
  const text = (linkTo: TextContext['linkTo']) =>
    lookBackText(company, months, texts, contextOf(services, linkTo));
  const unsaved = () => openUntitled(text((path) => journal.uri(path).toString()));
  if (!isKept) return unsaved();
  try {
    const path = await keep(journal, company, span, (path) => text((to) => linkPath(path, to)));
    await vscode.window.showTextDocument(journal.uri(path), { preview: false });
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    services.log.error(error);
    const open = vscode.l10n.t('Open Without Saving');
    if ((await showErrorMessage(formatFileError(services, error), open)) === open) await unsaved();
  }
}

/** A new file, whatever is there. Without a day in its name: it is of no day, and nobody was met on it. */
async function keep(
  journal: Journal,
  company: Company,
  { from, to }: Span,
  textAt: (path: string) => string,
): Promise<string> {
  const whom = typeof company === 'object' ? cutToBytes(slug(company.name), 80) || 'person' : company;
  const name = `look-back-${whom}-${from.slice(0, 7)}-to-${to.slice(0, 7)}`;
  for (let number = 1; ; number++) {
    const path = `notes/${name}${number === 1 ? '' : `-${number}`}.md`;
    if (await journal.files.create(path, textAt(path))) return path;
  }
}

function contextOf(services: Services, linkTo: TextContext['linkTo']): TextContext {
  const labels = new NoteLabels(services);
  return {
    ...{ l10n: vscode.l10n, date: formatDate, month: formatMonth, linkTo },
    titleOf: (note) => labels.title(note, undefined) ?? labels.path(note.path),
    shown: (text) => text,
  };
}
