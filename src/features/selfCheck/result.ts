import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import { sideAnswers, type CheckRun } from '../../core/selfcheck/run';
import { leanOf, presenceOf, scoresOf, suggestMove, type Score } from '../../core/selfcheck/scores';

/** What a person can do with a result. */
export type ResultAction =
  | { readonly do: 'keep' | 'open' | 'review' | 'discard' | 'showOnCards' | 'close' }
  | { readonly do: 'insertMove' | 'copyMove'; readonly move: string };

interface ResultItem extends vscode.QuickPickItem {
  readonly action?: ResultAction;
}

export interface ResultView {
  readonly framework: Framework;
  /** Path of the file in the journal, or `undefined` while the check is not kept. */
  readonly keptIn: string | undefined;
  readonly hideRatings: boolean;
  readonly offerCards: boolean;
}

/** Shows the result in the quick pick that asked; answers what the person chose. Typing does nothing here. */
export function showResult(
  pick: vscode.QuickPick<vscode.QuickPickItem>,
  run: CheckRun,
  view: ResultView,
): Promise<ResultAction> {
  const items = resultItems(run, view);
  return choose(pick, items, {
    title: vscode.l10n.t('Your self-check: how often each hat showed'),
    placeholder: view.keptIn
      ? vscode.l10n.t('Kept in {0}', view.keptIn)
      : vscode.l10n.t('Not kept yet: Escape keeps it for later'),
  });
}

/** Asks whether to go through answers that say little again. */
export function showLookAlike(pick: vscode.QuickPick<vscode.QuickPickItem>): Promise<boolean | undefined> {
  const again: ResultItem = { label: vscode.l10n.t('Go through them again'), action: { do: 'review' } };
  const anyway: ResultItem = { label: vscode.l10n.t('Show the result anyway'), action: { do: 'open' } };
  return choose(pick, [again, anyway], {
    title: vscode.l10n.t('These answers look alike; go through them again?'),
    placeholder: vscode.l10n.t('All the same, or faster than one can read'),
  }).then((action) => (action.do === 'close' ? undefined : action.do === 'review'));
}

async function choose(
  pick: vscode.QuickPick<vscode.QuickPickItem>,
  items: readonly ResultItem[],
  { title, placeholder }: { title: string; placeholder: string },
): Promise<ResultAction> {
  const subscriptions: vscode.Disposable[] = [];
  pick.title = title;
  pick.placeholder = placeholder;
  pick.step = undefined;
  pick.totalSteps = undefined;
  pick.buttons = [];
  pick.value = '';
  pick.items = items.map((item) => ({ ...item, alwaysShow: true }));
  const first = items.findIndex(({ action }) => action !== undefined);
  pick.activeItems = pick.items.slice(first, first + 1);
  const action = await new Promise<ResultAction>((resolve) => {
    subscriptions.push(
      // A key too many, typed after the last answer, must not filter anything.
      pick.onDidChangeValue((value) => {
        if (value !== '') pick.value = '';
      }),
      pick.onDidAccept(() => {
        const [active] = pick.activeItems;
        const chosen = items[active ? pick.items.indexOf(active) : -1]?.action;
        if (chosen) resolve(chosen);
      }),
      pick.onDidHide(() => {
        resolve({ do: 'close' });
      }),
    );
    pick.show();
  });
  vscode.Disposable.from(...subscriptions).dispose();
  return action;
}

function resultItems(run: CheckRun, view: ResultView): readonly ResultItem[] {
  const { framework, keptIn, hideRatings, offerCards } = view;
  const scores = scoresOf(sideAnswers(run));
  const suggestion = suggestMove(framework, scores, run.seed);
  const move = suggestion?.move;
  return [
    ...(keptIn === undefined
      ? [{ label: `$(save) ${vscode.l10n.t('Keep this check')}`, action: { do: 'keep' } } as const]
      : [
          {
            label: `$(check) ${vscode.l10n.t('Open the file of this check')}`,
            action: { do: 'open' },
          } as const,
        ]),
    ...(hideRatings
      ? [{ label: vscode.l10n.t('Ratings are hidden: Show Private Details brings them back') }]
      : scoreItems(framework, scores)),
    ...(suggestion && move !== undefined && !hideRatings
      ? [
          separator(vscode.l10n.t('One small move')),
          {
            label: move,
            detail: reasonWords(framework, suggestion),
            action: { do: 'insertMove', move },
          } as const,
          { label: `$(copy) ${vscode.l10n.t('Copy the move')}`, action: { do: 'copyMove', move } } as const,
        ]
      : []),
    separator(vscode.l10n.t('This check')),
    ...(offerCards && !hideRatings
      ? [
          {
            label: `$(eye) ${vscode.l10n.t('Show my last ratings on the cards')}`,
            action: { do: 'showOnCards' },
          } as const,
        ]
      : []),
    ...(keptIn === undefined
      ? ([
          {
            label: `$(debug-restart) ${vscode.l10n.t('Go through the answers again')}`,
            action: { do: 'review' },
          },
          { label: `$(trash) ${vscode.l10n.t('Discard this check')}`, action: { do: 'discard' } },
        ] as const)
      : []),
  ];
}

function separator(label: string): ResultItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function scoreItems(framework: Framework, scores: readonly Score[]): readonly ResultItem[] {
  return framework.dimensions.flatMap(({ id, title }) => {
    const sides = framework.hats.flatMap((hat) => {
      const score = scores.find(({ dimension, hat: of }) => dimension === id && of === hat.id);
      return score ? [{ ...score, label: hat.label, letter: hat.letter }] : [];
    });
    const [one, other] = sides;
    if (!one) return [];
    return [
      {
        label: title,
        description: sides.map((side) => `${side.letter} ${dots(side)}`).join('   '),
        detail: [
          ...sides.map((side) => scoreWords(side.label, side)),
          ...(other ? pairWords(framework, one, other) : []),
        ].join(' · '),
      },
    ];
  });
}

function dots({ mean }: Score): string {
  if (mean === undefined) return '– – – – –';
  const filled = Math.round(mean);
  return '●'.repeat(filled) + '○'.repeat(5 - filled);
}

function scoreWords(label: string, { mean, count }: Score): string {
  if (mean === undefined) return vscode.l10n.t('{0}: no occasion', label);
  const digits = count > 1 ? 1 : 0;
  const number = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: digits }).format(mean);
  return vscode.l10n.t('{0} {1} of 5', label, number);
}

function pairWords(framework: Framework, one: Score, other: Score): readonly string[] {
  const hat = framework.hats.find(({ id }) => id === leanOf(one, other));
  const presence = one.count > 1 && other.count > 1 ? presenceOf(one, other) : undefined;
  return [
    ...(hat ? [vscode.l10n.t('leans to {0}', hat.label)] : []),
    ...(presence === 'seldom'
      ? [vscode.l10n.t('both seldom')]
      : presence === 'often'
        ? [vscode.l10n.t('both often')]
        : []),
  ];
}

function reasonWords(framework: Framework, { dimension, hat }: { dimension: string; hat: string }): string {
  const title = framework.dimensions.find(({ id }) => id === dimension)?.title ?? dimension;
  const label = framework.hats.find(({ id }) => id === hat)?.label ?? hat;
  return vscode.l10n.t('Because {0} in “{1}” showed least. Enter inserts it into your note.', label, title);
}
