import type * as vscode from 'vscode';
import { lastDay, neededAfter, neededBefore, type Experiment } from '../../core/experiment/experiment';
import type { Outcome } from '../../core/report/outcome';

/** Words, dates and numbers in the display language. */
export interface ExperimentWords {
  readonly l10n: Pick<typeof vscode.l10n, 't'>;
  /** @param date local, `YYYY-MM-DD` */
  date(date: string): string;
  /** To one decimal. */
  number(value: number): string;
}

/** How far it is, or what came of it, in one or two sentences with their figures. */
export function formatOutcome(words: ExperimentWords, experiment: Experiment, outcome: Outcome): string {
  const { l10n } = words;
  const { checksBefore, checksAfter, word } = outcome;
  const [before, after] = [formatMean(words, outcome.before), formatMean(words, outcome.after)];
  const figures = [before, checksBefore, after, checksAfter] as const;
  switch (word) {
    case 'running':
      return formatProgress(words, experiment, outcome);
    case 'noVerdict':
      return l10n.t(
        'Too few weekly checks to say what came of it: {0} before it and {1} since; {2} and {3} would do.',
        ...[checksBefore, checksAfter, neededBefore, neededAfter],
      );
    case 'none':
      return l10n.t(
        'No difference to be seen in what you say: {0} of 5 before it ({1} checks), {2} since ({3} checks). A change of one point would have been seen in about 8 of 10.',
        ...figures,
      );
    case 'moreOften':
      return l10n.t(
        'You say that you do it more often: {0} of 5 before it ({1} checks), {2} since ({3} checks). By luck alone, 3 to 7 of 100 see a difference.',
        ...figures,
      );
    case 'lessOften':
      return l10n.t(
        'You say that you do it less often: {0} of 5 before it ({1} checks), {2} since ({3} checks). By luck alone, 3 to 7 of 100 see a difference.',
        ...figures,
      );
  }
}

function formatProgress(
  words: ExperimentWords,
  experiment: Experiment,
  { checksBefore, checksAfter }: Outcome,
): string {
  const { l10n } = words;
  const isGathering = checksAfter === 0 && checksBefore < neededBefore;
  return isGathering
    ? l10n.t(
        'There are {0} of {1} weekly checks of this dimension from before it, to compare with.',
        checksBefore,
        neededBefore,
      )
    : l10n.t(
        'Weekly checks since its start: {0}. It is looked at once, when it is over on {1}: looking at it before would show luck.',
        checksAfter,
        words.date(lastDay(experiment)),
      );
}

/** @param value 1 to 5, or nothing */
function formatMean(words: ExperimentWords, value: number | null): string {
  return value === null ? '–' : words.number(value);
}
