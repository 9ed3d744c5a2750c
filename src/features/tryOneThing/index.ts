import * as vscode from 'vscode';
import { newestExperiment } from '../../core/experiment/experiment';
import { localDate } from '../../core/util/dates';
import type { Services } from '../../services/services';
import { withErrorMessage } from '../shared/withErrorMessage';
import { showExperiment } from './menu';
import { planExperiment } from './plan';

/** *Try One Thing…*: one move of one side for some weeks, one at a time, and one look at its end. */
export function registerTryOneThing(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('twoHats.tryOneThing', () =>
    withErrorMessage(services.log, vscode.l10n.t('What you try could not be read.'), () =>
      tryOneThing(services),
    ),
  );
}

async function tryOneThing(services: Services): Promise<void> {
  const { checks, clock, experiments, framework } = services;
  await Promise.all([framework, checks, experiments].map((source) => source.whenReady()));
  const today = localDate(clock);
  const last = newestExperiment(experiments.current, today);
  const wantsNew =
    last?.stopped === undefined && last !== undefined ? await showExperiment(services, last) : true;
  if (wantsNew) await planExperiment(services);
}
