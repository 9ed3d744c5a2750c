export { createRatings } from './ratings';
import * as vscode from 'vscode';
import { isoWithOffset } from '../../core/journal/time';
import {
  answeredCount,
  isAnswered,
  resumedRun,
  reviewRun,
  startRun,
  type CheckRun,
} from '../../core/selfcheck/run';
import { looksAlike } from '../../core/selfcheck/scores';
import type { CheckScope } from '../../core/selfcheck/statements';
import type { Parts } from '../parts';
import { keepRun } from './keep';
import { askStatements } from './questions';
import { showLookAlike, showResult, type ResultAction } from './result';
import { RunStore } from './store';

/** The three self-checks of the palette. */
export function registerSelfCheck(parts: Parts): vscode.Disposable {
  const check = new SelfCheck(parts);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('twoHats.startQuickCheck', () =>
      check.start({ kind: 'quick', dimension: undefined }),
    ),
    vscode.commands.registerCommand('twoHats.startFullCheck', () =>
      check.start({ kind: 'full', dimension: undefined }),
    ),
    vscode.commands.registerCommand('twoHats.checkDimension', async (argument: unknown) => {
      const dimension = await chooseDimension(parts, argument);
      if (dimension !== undefined) await check.start({ kind: 'dimension', dimension });
    }),
  );
}

async function chooseDimension({ framework }: Parts, argument: unknown): Promise<string | undefined> {
  const { dimensions } = framework.current;
  if (dimensions.some(({ id }) => id === argument) && typeof argument === 'string') return argument;
  const items = dimensions.map(({ id, title, question }) => ({ id, label: title, detail: question }));
  const title = vscode.l10n.t('Check one dimension');
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.id;
}

class SelfCheck {
  readonly #store: RunStore;

  constructor(private readonly parts: Parts) {
    this.#store = new RunStore(parts);
  }

  /** Asks, shows the result and keeps it; each step can be left and is offered again by the next start. */
  async start(scope: CheckScope): Promise<void> {
    const run = await this.#resumeOrBegin(scope);
    if (!run) return;
    const pick = vscode.window.createQuickPick();
    pick.ignoreFocusOut = true;
    try {
      const answered = await this.#answerAll(pick, run);
      if (answered) await this.#settle(pick, answered);
    } finally {
      pick.dispose();
    }
  }

  async #resumeOrBegin(scope: CheckScope): Promise<CheckRun | undefined> {
    const stored = this.#store.load();
    if (!stored || answeredCount(stored) === 0) return this.#begin(scope);
    const goOn = { label: resumeWords(stored), detail: startedWords(stored) };
    const anew = {
      label: vscode.l10n.t('Start anew'),
      detail: vscode.l10n.t('Drops the answers that were given'),
    };
    const choice = await vscode.window.showQuickPick([goOn, anew], {
      title: vscode.l10n.t('There is a self-check under way'),
    });
    if (!choice) return undefined;
    return choice === goOn ? resumedRun(stored) : this.#begin(scope);
  }

  #begin(scope: CheckScope): CheckRun {
    const seed = Math.floor(Math.random() * 2 ** 32);
    const id = `${this.parts.clock.now()}-${seed}`;
    return startRun(this.parts.framework.current, scope, {
      id,
      seed,
      started: isoWithOffset(this.parts.clock),
    });
  }

  /** All answers, gone through again while they look alike; `undefined` when the person left. */
  async #answerAll(
    pick: vscode.QuickPick<vscode.QuickPickItem>,
    begun: CheckRun,
  ): Promise<CheckRun | undefined> {
    const { clock } = this.parts;
    const now = () => ({ instant: clock.now(), text: isoWithOffset(clock) });
    let run = begun;
    for (;;) {
      if (run.position < run.statements.length || !isAnswered(run))
        run = await askStatements(pick, run, now, (state) => void this.#store.save(state));
      await this.#store.save(run);
      if (!isAnswered(run) || run.position < run.statements.length) return undefined;
      if (!looksAlike(Object.values(run.answers))) return run;
      const again = await showLookAlike(pick);
      if (again === undefined) return undefined;
      if (!again) return run;
      run = reviewRun(run);
    }
  }

  /** Shows the result until the person is done with it. A journal that is there already takes the check at once. */
  async #settle(pick: vscode.QuickPick<vscode.QuickPickItem>, answered: CheckRun): Promise<void> {
    let run = answered;
    let keptIn = this.parts.journal.current ? await this.#keep(run) : undefined;
    for (;;) {
      const { framework, privacy, settings } = this.parts;
      const view = {
        framework: framework.current,
        keptIn,
        hideRatings: privacy.hidden,
        offerCards: !settings.showLastRatings,
      };
      const action = await showResult(pick, run, view);
      if (action.do === 'keep') keptIn = await this.#keep(run);
      else if (action.do === 'showOnCards') await settings.setShowLastRatings(true);
      else if (action.do === 'review') {
        const reviewed = await this.#answerAll(pick, reviewRun(run));
        if (!reviewed) return;
        run = reviewed;
      } else {
        pick.hide();
        await this.#leave(action, keptIn);
        return;
      }
    }
  }

  async #keep(run: CheckRun): Promise<string | undefined> {
    const path = await keepRun(this.parts, run);
    if (path !== undefined) await this.#store.clear();
    return path;
  }

  async #leave(action: ResultAction, keptIn: string | undefined): Promise<void> {
    const { journal, markdownEditor } = this.parts;
    switch (action.do) {
      case 'insertMove':
        return markdownEditor.insert(action.move);
      case 'copyMove':
        await vscode.env.clipboard.writeText(action.move);
        vscode.window.setStatusBarMessage(vscode.l10n.t('The move is on the clipboard.'), 5000);
        return;
      case 'open':
        if (journal.current && keptIn !== undefined)
          await vscode.window.showTextDocument(journal.current.uri(keptIn));
        return;
      case 'discard':
        return this.#store.clear();
      case 'keep':
      case 'review':
      case 'showOnCards':
      case 'close':
        return;
    }
  }
}

function resumeWords(run: CheckRun): string {
  if (isAnswered(run)) return vscode.l10n.t('See the check that is not kept yet');
  return vscode.l10n.t(
    'Go on where you stopped: {0} of {1} answered',
    answeredCount(run),
    run.statements.length,
  );
}

function startedWords({ started }: CheckRun): string {
  const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return vscode.l10n.t('Begun {0}', format.format(new Date(started)));
}
