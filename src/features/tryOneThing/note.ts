import * as vscode from 'vscode';
import { toldMove, type FiledExperiment } from '../../core/experiment/experiment';
import { writeFrontMatter } from '../../core/journal/frontMatter/frontMatter';
import { markdownText } from '../../core/journal/markdown/linkPaths';
import type { NoteDraft } from '../../core/templates/note';
import { localDate } from '../../core/util/dates';
import type { Services } from '../../services/services';
import { saveNote } from '../shared/saveNote';

/**
 * A note of what was tried and what came of it, with room for what the person makes of that.
 * @param outcome `undefined` while ratings are hidden: nothing is said of it then
 */
export async function noteOutcome(
  services: Services,
  experiment: FiledExperiment,
  outcome: string | undefined,
): Promise<void> {
  const move = toldMove(experiment);
  const date = localDate(services.clock);
  const draft = draftOf(date, [
    `# ${vscode.l10n.t('What I tried')}`,
    // A tag in it would count as something that was done that day, a box as a task.
    ...(move === undefined ? [] : [`> ${markdownText(move)}`]),
    ...(outcome === undefined ? [] : [outcome]),
    vscode.l10n.t('What will I go on with, and who could tell me what they saw?'),
  ]);
  await saveNote(services, { draft, path: () => Promise.resolve(`notes/${date}-experiment.md`) });
}

function draftOf(date: string, blocks: readonly string[]): NoteDraft {
  const head = writeFrontMatter([
    ['kind', 'reflection'],
    ['date', date],
  ]);
  const text = `${head}\n${blocks.join('\n\n')}\n\n- `;
  return { text: `${text}\n`, first: { start: text.length, end: text.length } };
}
