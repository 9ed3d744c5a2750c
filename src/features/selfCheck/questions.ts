import * as vscode from 'vscode';
import { isUnsettled, typedAnswers } from '../../core/selfcheck/digits';
import { answerStatement, goBack, isAnswered, type CheckRun } from '../../core/selfcheck/run';
import { answered, showItems } from '../shared/quickInput';
import { Timer } from '../../platform/timer';

interface AnswerItem extends vscode.QuickPickItem {
  readonly value: number;
}

/** Typing has rested after this time (ms); only then is the field cleared, because clearing can swallow a key. */
const rest = 800;

/**
 * Asks the statements of a run, one after the other in the same quick pick, until all are answered or the person
 * leaves. Answers the run as far as it came.
 * @param onAnswer is told of every new state, at once
 */
export function askStatements(
  pick: vscode.QuickPick<vscode.QuickPickItem>,
  run: CheckRun,
  now: () => { instant: number; text: string },
  onAnswer: (run: CheckRun) => void,
): Promise<CheckRun> {
  return answered(pick, (end: (run: CheckRun) => void) => {
    const questions = new Questions(pick, run, now, onAnswer, end);
    questions.show();
    return [
      questions,
      pick.onDidChangeValue((value) => {
        questions.typed(value);
      }),
      pick.onDidAccept(() => {
        questions.accepted();
      }),
      pick.onDidTriggerButton(() => {
        questions.back();
      }),
      pick.onDidHide(() => {
        questions.end();
      }),
    ];
  });
}

class Questions implements vscode.Disposable {
  readonly #items: readonly AnswerItem[] = answerItems();
  #shownAt = 0;
  /** As the field said last. Clearing it leaves this alone: keys under way still arrive behind the old text. */
  #value: string;
  /** Enter ends what an input method composes, and is no answer then. */
  #isUnsettled = false;
  /** The label of the item at which the statement began. */
  #first: string | undefined;
  readonly #clearing = new Timer();
  #ended = false;

  constructor(
    private readonly pick: vscode.QuickPick<vscode.QuickPickItem>,
    private run: CheckRun,
    private readonly now: () => { instant: number; text: string },
    private readonly onAnswer: (run: CheckRun) => void,
    private readonly onEnd: (run: CheckRun) => void,
  ) {
    this.#value = pick.value;
  }

  /** Shows the statement that is asked; the field and its text stay. */
  show(): void {
    const statement = this.run.statements[this.run.position];
    if (!statement) return;
    const { pick, run } = this;
    const given = this.#items.find(({ value }) => value === run.answers[run.position]?.value);
    pick.title = statement.text;
    pick.step = run.position + 1;
    pick.totalSteps = run.statements.length;
    pick.placeholder = vscode.l10n.t('In the last two weeks: type 0 to 5');
    pick.buttons = run.position > 0 ? [vscode.QuickInputButtons.Back] : [];
    showItems(
      pick,
      this.#items.map((item) =>
        item === given ? { ...item, description: vscode.l10n.t('your answer') } : item,
      ),
    );
    // Named also where it is the first: after a click none would be active.
    const active = pick.items[given ? this.#items.indexOf(given) : 0];
    pick.activeItems = active ? [active] : [];
    this.#first = active?.label;
    this.#shownAt = this.now().instant;
  }

  typed(value: string): void {
    const answers = typedAnswers(this.#value, value);
    this.#isUnsettled = isUnsettled(this.#value, value);
    this.#value = value;
    for (const answer of answers) this.#answer(answer);
    this.#clearing.clear();
    // Clearing the field would end what is composed in it.
    if (value !== '' && !this.#isUnsettled && !this.#ended)
      this.#clearing.set(rest, () => {
        this.pick.value = '';
      });
  }

  accepted(): void {
    const [active] = this.pick.activeItems;
    if (this.#isUnsettled && active?.label === this.#first) {
      this.pick.value = '';
      return;
    }
    const item = this.#items.find(({ label }) => label === active?.label);
    if (item) this.#answer(item.value);
  }

  back(): void {
    this.run = goBack(this.run);
    this.onAnswer(this.run);
    this.show();
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.onEnd(this.run);
  }

  dispose(): void {
    this.#clearing.dispose();
  }

  #answer(value: number): void {
    if (this.#ended) return;
    const { instant, text } = this.now();
    this.run = answerStatement(this.run, { value, ms: Math.max(0, instant - this.#shownAt) }, text);
    this.onAnswer(this.run);
    if (this.run.position < this.run.statements.length) this.show();
    else if (isAnswered(this.run)) this.end();
  }
}

function answerItems(): readonly AnswerItem[] {
  return [
    { value: 1, label: vscode.l10n.t('1 Never') },
    { value: 2, label: vscode.l10n.t('2 Rarely') },
    { value: 3, label: vscode.l10n.t('3 Sometimes') },
    { value: 4, label: vscode.l10n.t('4 Often') },
    { value: 5, label: vscode.l10n.t('5 Almost always') },
    { value: 0, label: vscode.l10n.t('0 No occasion') },
  ].map((item) => ({ ...item, alwaysShow: true }));
}
