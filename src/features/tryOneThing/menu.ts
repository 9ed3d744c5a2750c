import * as vscode from 'vscode';
import { isRunning, toldMove, type FiledExperiment } from '../../core/experiment/experiment';
import { stopExperiment } from '../../core/experiment/experimentFiles';
import { scanSeries } from '../../core/report/change';
import { outcomeIn } from '../../core/report/report';
import { oldestFirst } from '../../core/report/series';
import { localDate } from '../../core/util/dates';
import { setStatusBarMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { formatDate, formatTag } from '../shared/format';
import { formatOutcome, type ExperimentWords } from '../shared/formatExperiment';
import { NoteLabels } from '../shared/noteLabels';
import { back, pick } from '../shared/quickInput';
import { withErrorMessage } from '../shared/withErrorMessage';
import { wrapRow } from '../shared/wrappedRows';
import { noteOutcome } from './note';

interface ChoiceItem extends vscode.QuickPickItem {
  /** @returns whether another one is to be planned */
  readonly run: () => Promise<boolean>;
}

/**
 * What is tried or was tried last, and what there is to do with it.
 * @returns whether another one is to be planned
 */
export async function showExperiment(services: Services, experiment: FiledExperiment): Promise<boolean> {
  const items = isRunning(experiment, localDate(services.clock))
    ? runningItems(services, experiment)
    : overItems(services, experiment);
  const picked = await pick<ChoiceItem>({
    title: vscode.l10n.t('Try One Thing'),
    placeholder: vscode.l10n.t(
      '{0}, {1} to {2}',
      formatTag(services.framework.current, experiment),
      ...[experiment.start, experiment.end].map(formatDate),
    ),
    items: [...items, fileItem(services, experiment)].flatMap(wrapRow),
  });
  return picked === undefined || picked === back ? false : picked.item.run();
}

const words: ExperimentWords = {
  l10n: vscode.l10n,
  date: formatDate,
  number: (value) => new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 }).format(value),
};

function runningItems(services: Services, experiment: FiledExperiment): readonly ChoiceItem[] {
  const { dimensions } = services.framework.current;
  const canCheck = dimensions.some(({ id }) => id === experiment.dimension);
  const check: ChoiceItem = {
    label: vscode.l10n.t('Answer this week’s statements'),
    detail: tellOutcome(services, experiment) ?? hiddenWords(),
    run: () => execute('twoHats.checkDimension', experiment.dimension),
  };
  return [...(canCheck ? [check] : []), reportItem(), stopItem(services, experiment)];
}

function overItems(services: Services, experiment: FiledExperiment): readonly ChoiceItem[] {
  const outcome = tellOutcome(services, experiment);
  return [
    { ...reportItem(), detail: outcome ?? hiddenWords() },
    {
      label: vscode.l10n.t('Write a note about it'),
      run: async () => {
        await noteOutcome(services, experiment, outcome);
        return false;
      },
    },
    { label: vscode.l10n.t('Try another thing'), run: () => Promise.resolve(true) },
  ];
}

/** `undefined` while ratings are hidden. */
function tellOutcome(
  { checks, clock, framework, privacy }: Services,
  experiment: FiledExperiment,
): string | undefined {
  if (privacy.hidden) return undefined;
  const today = localDate(clock);
  const scanned = scanSeries(framework.current, oldestFirst(checks.current.records), today);
  return formatOutcome(words, experiment, outcomeIn(experiment, scanned, today));
}

function hiddenWords(): string {
  return vscode.l10n.t('Your answers are hidden just now');
}

function reportItem(): ChoiceItem {
  return {
    label: vscode.l10n.t('Show it in the balance report'),
    run: () => execute('twoHats.showBalanceReport'),
  };
}

function fileItem(services: Services, experiment: FiledExperiment): ChoiceItem {
  const { journal } = services;
  const move = toldMove(experiment);
  return {
    label: vscode.l10n.t('Open its file'),
    detail: move === undefined ? vscode.l10n.t('Private') : new NoteLabels(services).shown(move),
    run: async () => {
      if (journal.current) await vscode.window.showTextDocument(journal.current.uri(experiment.path));
      return false;
    },
  };
}

function stopItem(services: Services, { path }: FiledExperiment): ChoiceItem {
  return {
    label: vscode.l10n.t('Stop trying this'),
    detail: vscode.l10n.t('All that you answered stays, and another thing can be tried at once'),
    run: async () => {
      await stop(services, path);
      return false;
    },
  };
}

async function stop({ clock, journal, log }: Services, path: string): Promise<void> {
  const failure = vscode.l10n.t('It could not be stopped: “{0}” is as it was.', path);
  await withErrorMessage(log, failure, async () => {
    const isStopped =
      journal.current !== undefined && (await stopExperiment(journal.current.files, path, localDate(clock)));
    if (!isStopped) throw new Error(`${path} could not be read, or it was stopped already.`);
    setStatusBarMessage(vscode.l10n.t('Stopped. Nothing that you answered is lost'), shownMs, 'check');
  });
}

const shownMs = 8000;

async function execute(command: string, ...args: readonly string[]): Promise<boolean> {
  await vscode.commands.executeCommand(command, ...args);
  return false;
}
