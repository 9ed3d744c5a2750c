import * as vscode from 'vscode';
import type { Framework } from '../../core/framework/model';
import { changedTag, isSame, type TagChange } from '../../core/journal/tags/tagChange';
import { extentOf, mergedNotes } from '../../core/journal/tags/tagExtent';
import { tagText, type KnownTag } from '../../core/journal/tags/tags';
import { showInformationMessage, withProgress } from '../../platform/messages';
import { back, pick, separator } from '../shared/quickInput';
import { formatTag } from '../shared/format';
import { changeTag } from './changeTag';
import type { TagRenameServices } from './renameServices';
import { fromWords } from './formatChange';

interface FromItem extends vscode.QuickPickItem {
  readonly change: Pick<TagChange, 'from' | 'withHats'>;
}

interface ToItem extends vscode.QuickPickItem {
  readonly to: KnownTag;
}

/** *Change Tag Everywhere…*: which tag, to which one, and whether to do it. */
export async function changeTagEverywhere(services: TagRenameServices): Promise<void> {
  const journal = services.journal.current;
  const title = vscode.l10n.t('Change Tag Everywhere');
  if (journal)
    await withProgress({ location: vscode.ProgressLocation.Window, title }, () => services.index.whenReady());
  const items = fromItems(services);
  if (!journal || items.length === 0) {
    void showInformationMessage(vscode.l10n.t('No note of your journal holds a known tag yet.'));
    return;
  }
  let active = itemAtCursor(services, items);
  for (;;) {
    const from = await pick<FromItem>({
      ...{ title, step: 1, totalSteps: 2, items: grouped(services.framework.current, items), active },
      placeholder: vscode.l10n.t('Which tag is to be changed?'),
    });
    if (from === undefined || from === back) return;
    active = from.item;
    const to = await pick<ToItem>({
      ...{ title: vscode.l10n.t('{0}: “{1}”', title, fromWords(active.change)), step: 2, totalSteps: 2 },
      placeholder: vscode.l10n.t('Which tag shall stand in its place?'),
      items: toItems(services, active.change),
    });
    if (to === undefined) return;
    if (to === back) continue;
    await changeTag(services, journal, { ...active.change, to: to.item.to });
    return;
  }
}

/** What stands in the journal: dimensions with all their hats, and single tags. */
function fromItems(services: TagRenameServices): readonly FromItem[] {
  const { dimensions, hats } = services.framework.current;
  return dimensions.flatMap(({ id }) => {
    const single = [undefined, ...hats.map((hat) => hat.id)].flatMap((hat) =>
      fromItem(services, { from: { dimension: id, hat }, withHats: false }),
    );
    const whole = fromItem(services, { from: { dimension: id, hat: undefined }, withHats: true });
    return single.length > 1 ? [...whole, ...single] : single;
  });
}

function fromItem(services: TagRenameServices, change: FromItem['change']): FromItem[] {
  const { places, notes } = extentOf(services.index.notes, change);
  if (places === 0) return [];
  const { from, withHats } = change;
  return [
    {
      change,
      label: fromWords(change),
      description: withHats
        ? vscode.l10n.t('with all its hats')
        : from.hat === undefined
          ? vscode.l10n.t('without a hat')
          : vscode.l10n.t('this hat only'),
      detail: vscode.l10n.t('Places: {0} · Notes: {1}', places, notes.length),
    },
  ];
}

function grouped(framework: Framework, items: readonly FromItem[]) {
  return framework.dimensions.flatMap(({ id, title }) => {
    const own = items.filter(({ change }) => change.from.dimension === id);
    return own.length > 0 ? [separator(title), ...own] : [];
  });
}

/** The tag under the cursor is meant first. */
function itemAtCursor(
  { documents, markdownEditor }: TagRenameServices,
  items: readonly FromItem[],
): FromItem | undefined {
  const editor = markdownEditor.current;
  const tag = editor && documents.tagAt(editor.document, editor.selection.active);
  return tag && items.find(({ change }) => !change.withHats && isSame(change.from, tag));
}

function toItems(services: TagRenameServices, change: FromItem['change']) {
  const framework = services.framework.current;
  return framework.dimensions.flatMap(({ id, title }) => {
    const targets = [undefined, ...framework.hats.map((hat) => hat.id)].map((hat) => ({
      dimension: id,
      hat,
    }));
    const items = targets
      .filter((to) => !isNothing(change, to))
      .map((to) => toItem(services, { ...change, to }));
    return items.length > 0 ? [separator(title), ...items] : [];
  });
}

/** Would every tag stay what it is? */
function isNothing(change: FromItem['change'], to: KnownTag): boolean {
  return (
    isSame(changedTag({ ...change, to }, change.from), change.from) &&
    !(change.withHats && to.hat !== undefined)
  );
}

function toItem(services: TagRenameServices, change: TagChange): ToItem {
  const preservesHats = change.withHats && change.to.hat === undefined;
  const merged = mergedNotes(services.index.notes, change);
  return {
    to: change.to,
    label: tagText(change.to),
    description: preservesHats
      ? vscode.l10n.t('each tag keeps its hat')
      : formatTag(services.framework.current, change.to),
    ...(merged > 0 && { detail: vscode.l10n.t('Stands in your notes already: {0}', merged) }),
  };
}
