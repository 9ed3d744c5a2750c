/** What the person tries: the move, from when until when, and one look at its end. */
import { lastDay, toldMove } from '../../core/experiment/experiment';
import type { ReportBlock, ReportSection } from '../../core/report/blocks';
import { formatOutcome } from '../shared/formatExperiment';
import { text } from './blocks';
import type { Facts, TriedFacts } from './facts';
import type { Telling } from './telling';

export function experimentSection(facts: Facts, telling: Telling): ReportSection | undefined {
  const { l10n, context } = telling;
  if (facts.person || context.isHidden) return undefined;
  const blocks = [
    ...(facts.tried ? triedBlocks(facts.tried, telling) : [text(nothingTried(telling), 'quiet')]),
    ...damagedBlocks(facts, telling),
  ];
  return { id: 'experiment', heading: l10n.t('What you try'), blocks };
}

function nothingTried({ l10n }: Telling): string {
  return l10n.t(
    'Nothing just now. “Two Hats: Try One Thing…” helps to choose one move for some weeks, and looks once whether it shows in what you say: that tells more than waiting for a change.',
  );
}

function triedBlocks({ experiment, outcome }: TriedFacts, telling: Telling): readonly ReportBlock[] {
  const { l10n, context } = telling;
  const move = toldMove(experiment);
  const days = telling.range(telling.date(experiment.start), telling.date(lastDay(experiment)));
  return [
    text(move === undefined ? l10n.t('Private') : context.textOf(move)),
    text(l10n.t('{0}: {1}.', telling.side(experiment), days), 'quiet'),
    ...(experiment.stopped === undefined
      ? []
      : [text(l10n.t('You stopped it on {0}.', telling.date(experiment.stopped)))]),
    text(formatOutcome(telling, experiment, outcome)),
    ...(outcome.word === 'running'
      ? []
      : [
          text(
            l10n.t('It shows what you say about yourself. Others may see something else: ask one of them.'),
            'quiet',
          ),
        ]),
  ];
}

function damagedBlocks({ damagedExperiments }: Facts, telling: Telling): readonly ReportBlock[] {
  if (damagedExperiments.length === 0) return [];
  const paths = telling.list(damagedExperiments.map((path) => telling.context.pathOf(path)));
  return [
    text(telling.l10n.t('Left out, because something in it is missing or no date: {0}.', paths), 'quiet'),
  ];
}
