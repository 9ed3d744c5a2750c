/** An action moved on and on: is it done now, handed over, or dropped? */
import * as vscode from 'vscode';
import { mentionOf } from '../../core/journal/people/nameMatching';
import { showWarningMessage } from '../../platform/messages';
import { askInTurn, type AskOne, type Turn } from '../shared/askInTurn';
import { pickPerson } from '../shared/pickPerson';
import { ask, pick, type InputAnswer } from '../shared/quickInput';
import type { Services } from '../../services/services';
import type { TaskRow } from './actionsTree';

type Answer = 'do' | 'handOver' | 'drop';

export interface Decided {
  readonly row: TaskRow;
  readonly answer: Answer;
  /** To whom it goes, or why it is dropped. */
  readonly detail: string;
}

type Asking = Partial<Decided>;

/** What an action is called, and what stands beside it. */
export type RowWords = (row: TaskRow) => { readonly label: string; readonly about: string | undefined };

/**
 * @param rows to choose from
 * @param chosen of whom it was asked about
 * @returns `undefined` when the person cancels
 */
export async function askDecision(
  services: Pick<Services, 'people' | 'privacy'>,
  rows: readonly TaskRow[],
  chosen: TaskRow | undefined,
  words: RowWords,
): Promise<Decided | undefined> {
  const title = vscode.l10n.t('Do, Hand Over, or Drop');
  const which: AskOne<Asking> = ({ row }, turn) => askWhich(rows, row, words, { title, ...turn });
  const answer: AskOne<Asking> = ({ row, answer }, turn) => askAnswer(row, answer, words, { title, ...turn });
  const detail: AskOne<Asking> = (asked, turn) => askDetail(services, asked, { title, ...turn });
  const asked = await askInTurn<Asking>(chosen ? { row: chosen } : {}, [
    ...(chosen ? [] : [which]),
    answer,
    detail,
  ]);
  if (asked?.row === undefined || asked.answer === undefined) return undefined;
  return { row: asked.row, answer: asked.answer, detail: asked.detail ?? '' };
}

interface Step extends Turn {
  readonly title: string;
}

async function askWhich(
  rows: readonly TaskRow[],
  before: TaskRow | undefined,
  words: RowWords,
  step: Step,
): Promise<InputAnswer<Asking>> {
  const items = rows.map((row) => {
    const { label, about } = words(row);
    return { row, label, ...(about === undefined ? {} : { detail: about }) };
  });
  const picked = await pick({
    ...step,
    placeholder: vscode.l10n.t('Which of the actions that moved on five times or more?'),
    items,
    active: items.find(({ row }) => row === before),
  });
  return typeof picked === 'object' ? { row: picked.item.row } : picked;
}

async function askAnswer(
  row: TaskRow | undefined,
  before: Answer | undefined,
  words: RowWords,
  step: Step,
): Promise<InputAnswer<Asking>> {
  const items = answerItems();
  const picked = await pick({
    ...step,
    placeholder: vscode.l10n.t(
      '“{0}” moved on {1} times',
      row ? words(row).label : '',
      row?.action.moves ?? 0,
    ),
    items,
    active: items.find(({ answer }) => answer === before),
  });
  return typeof picked === 'object' ? { answer: picked.item.answer } : picked;
}

function answerItems(): { answer: Answer; label: string; detail: string; iconPath: vscode.ThemeIcon }[] {
  return [
    {
      answer: 'do',
      label: vscode.l10n.t('Do'),
      detail: vscode.l10n.t('It stays as it is, and you are not asked about it any more'),
      iconPath: new vscode.ThemeIcon('check'),
    },
    {
      answer: 'handOver',
      label: vscode.l10n.t('Hand Over…'),
      detail: vscode.l10n.t('It becomes somebody else’s: their @name goes into its line'),
      iconPath: new vscode.ThemeIcon('person'),
    },
    {
      answer: 'drop',
      label: vscode.l10n.t('Drop…'),
      detail: vscode.l10n.t('It is marked [-], with a word why. It counts against nobody'),
      iconPath: new vscode.ThemeIcon('circle-slash'),
    },
  ];
}

async function askDetail(
  { people, privacy }: Pick<Services, 'people' | 'privacy'>,
  { answer }: Asking,
  step: Step,
): Promise<InputAnswer<Asking>> {
  if (answer === 'do') return { detail: '' };
  const given = answer === 'drop' ? await askWhy(step) : await askToWhom({ people, privacy }, step);
  return typeof given === 'string' ? { detail: given } : given;
}

function askWhy(step: Step): Promise<InputAnswer<string>> {
  return ask({
    ...step,
    prompt: vscode.l10n.t('Why? One word will do. It stands behind the action in its note.'),
    placeholder: vscode.l10n.t('no longer needed'),
    validate: (why) => (why === '' ? vscode.l10n.t('Type a word why.') : undefined),
  });
}

async function askToWhom(
  { people, privacy }: Pick<Services, 'people' | 'privacy'>,
  step: Step,
): Promise<InputAnswer<string>> {
  const placeholder = vscode.l10n.t('To whom? Choose a name or type a new one');
  const name = await pickPerson(privacy, await people.whenReady(), { ...step, placeholder });
  if (typeof name !== 'string' || mentionOf(name) !== '') return name;
  void showWarningMessage(
    vscode.l10n.t('“{0}” has no letter that could stand behind @, so nothing was changed.', name),
  );
  return undefined;
}
