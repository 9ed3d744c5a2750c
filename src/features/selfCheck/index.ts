import * as vscode from 'vscode';
import { isoWithOffset } from '../../core/util/dates';
import { answeredCount, resumedRun, reviewRun, startRun, type CheckRun } from '../../core/selfcheck/run';
import { isCarelessResponse } from '../../core/selfcheck/run';
import type { CheckScope } from '../../core/selfcheck/statements';
import { showWarningMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { back, pick } from '../shared/quickInput';
import { askStatements } from './questions';
import { showLookAlike } from './result';
import { askAboutStored } from './resume';
import { CheckOutcome } from './settle';
import { RunStore } from './store';
import { searchableRows } from '../shared/wrappedRows';

/** The three self-checks of the palette. */
export function registerSelfCheck(services: Services): vscode.Disposable {
  const check = new SelfCheck(services);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('twoHats.startQuickCheck', () =>
      check.start({ kind: 'quick', dimension: undefined }),
    ),
    vscode.commands.registerCommand('twoHats.startFullCheck', () =>
      check.start({ kind: 'full', dimension: undefined }),
    ),
    vscode.commands.registerCommand('twoHats.checkDimension', (argument: unknown) =>
      check.startDimension(argument),
    ),
  );
}

async function chooseDimension({ framework }: Services, argument: unknown): Promise<string | undefined> {
  const { dimensions } = framework.current;
  if (dimensions.some(({ id }) => id === argument) && typeof argument === 'string') return argument;
  const rows = dimensions.map(({ id, title, question }) => ({ id, label: title, detail: question }));
  const title = vscode.l10n.t('Check one dimension');
  const items = searchableRows([{ rows }], framework.current.language);
  const picked = await pick<(typeof rows)[number]>({ title, placeholder: '', items });
  return picked === undefined || picked === back ? undefined : picked.item.id;
}

/** How a check begins: with its questions, or with an answered one that is saved first. */
interface Beginning {
  readonly run: CheckRun;
  readonly saves: boolean;
}

export class SelfCheck {
  readonly #store: RunStore;

  constructor(private readonly services: Services) {
    this.#store = new RunStore(services.memory);
  }

  /** @param argument The id of a dimension; of what is none, the person chooses one. */
  async startDimension(argument: unknown): Promise<void> {
    const dimension = await chooseDimension(this.services, argument);
    if (dimension !== undefined) await this.start({ kind: 'dimension', dimension });
  }

  /** Asks, shows the result and saves it; each step can be left and is offered again by the next start. */
  async start(scope: CheckScope): Promise<void> {
    const beginning = await this.#begin(scope);
    if (!beginning) return;
    const pick = vscode.window.createQuickPick();
    pick.ignoreFocusOut = true;
    try {
      const { run, saves } = beginning;
      const answered = saves ? run : await this.#answerAll(pick, run);
      if (answered) await this.#settle(pick, answered, saves);
    } finally {
      pick.dispose();
    }
  }

  /** A new check, or the stored one if the person wants it; `undefined` when they left. */
  async #begin(scope: CheckScope): Promise<Beginning | undefined> {
    const stored = this.#store.load();
    if (!stored || answeredCount(stored) === 0) return this.#beginAnew(scope);
    switch (await askAboutStored(stored)) {
      case 'goOn':
        return { run: resumedRun(stored), saves: false };
      case 'save':
        return { run: stored, saves: true };
      case 'anew':
        await this.#store.clear(stored);
        return this.#beginAnew(scope);
      case undefined:
        return undefined;
    }
  }

  /** The framework can have lost the dimension while the person was asked. */
  #beginAnew(scope: CheckScope): Beginning | undefined {
    const { clock, framework } = this.services;
    const seed = Math.floor(Math.random() * 2 ** 32);
    const id = `${clock.now()}-${seed}`;
    const run = startRun(framework.current, scope, { id, seed, started: isoWithOffset(clock) });
    if (run.statements.length > 0) return { run, saves: false };
    const gone = vscode.l10n.t('The framework no longer has this dimension. Check another one.');
    void showWarningMessage(gone);
    return undefined;
  }

  /** All answers, gone through again while they look alike; `undefined` when the person left. */
  async #answerAll(
    pick: vscode.QuickPick<vscode.QuickPickItem>,
    begun: CheckRun,
  ): Promise<CheckRun | undefined> {
    const { clock } = this.services;
    const now = () => ({ instant: clock.now(), text: isoWithOffset(clock) });
    let run = begun;
    for (;;) {
      if (run.position < run.statements.length)
        run = await askStatements(pick, run, now, (state) => void this.#store.save(state));
      await this.#store.save(run);
      if (run.position < run.statements.length) return undefined;
      if (!isCarelessResponse(Object.values(run.answers))) return run;
      const again = await showLookAlike(pick);
      if (again === undefined) return undefined;
      if (!again) return run;
      run = reviewRun(run);
    }
  }

  async #settle(
    pick: vscode.QuickPick<vscode.QuickPickItem>,
    answered: CheckRun,
    saves: boolean,
  ): Promise<void> {
    const outcome = new CheckOutcome(this.services, this.#store, pick, answered);
    try {
      if (saves) await outcome.save();
      await outcome.settle((run) => this.#answerAll(pick, reviewRun(run)));
    } finally {
      outcome.dispose();
    }
  }
}
