import * as vscode from 'vscode';
import { findDimension } from '../../core/framework/lookup';
import type { TaggedBlock } from '../../core/journal/blocks/entries';
import type { IndexedNote, NoteTag, SkippedFile } from '../../core/journal/note';
import type { AnyRow, BlockCounts } from '../../core/journal/tree/rows';
import { tagRange } from '../shared/noteRanges';
import type { Journal } from '../../services/services';
import { fileName } from '../../core/journal/paths';
import { formatCount, formatPeriod, formatSkipReason, type NoteLabels } from '../shared/noteLabels';

/** What rows look like. */
export interface ItemContext {
  readonly words: NoteLabels;
  readonly journal: Journal;
  /** What was read for a row: its block, or the first heading of its note. */
  readonly text: (row: AnyRow) => string | undefined;
}

interface Look {
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: string | undefined;
  readonly tooltip?: string;
  readonly open?: vscode.Command;
}

export function treeItem(context: ItemContext, row: AnyRow): vscode.TreeItem {
  const { label, description, icon, tooltip, open } = look(context, row);
  const item = new vscode.TreeItem(
    label,
    row.children.length > 0
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.None,
  );
  item.id = row.id;
  item.contextValue = contextOf(row);
  if (description) item.description = description;
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = tooltip ?? label;
  if (open) item.command = open;
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}

/** For the menus: what is about no one person is a row of another kind. */
function contextOf({ facts }: AnyRow): string {
  return facts.kind === 'person' && facts.name === undefined ? 'nobody' : facts.kind;
}

function look(context: ItemContext, row: AnyRow): Look {
  const { words } = context;
  const { facts, counts } = row;
  switch (facts.kind) {
    case 'dimension': {
      const icon = findDimension(words.framework, facts.dimension)?.icon;
      return { ...side(words.dimension(facts.dimension), counts), icon };
    }
    case 'hat':
      return { ...side(words.hat(facts.hat), counts), icon: 'mortar-board' };
    case 'person':
      return personLook(words, facts.name, counts);
    case 'period':
      return { ...group(formatPeriod(facts.period), counts), icon: 'calendar' };
    case 'note':
      return noteLook(context, row, facts.note);
    case 'entry':
      return entryLook(context, row, facts.entry, facts.tag);
    case 'skipped':
      return skippedLook(facts.files);
    case 'skippedFile':
      return skippedFileLook(words, facts.file);
  }
}

function group(label: string, counts: BlockCounts): Look {
  const description = counts.written === 0 ? undefined : numberWords(counts.written);
  return { label, description, tooltip: `${label}\n${formatCount(counts)}` };
}

/** A side that nothing was written about says so. */
function side(label: string, counts: BlockCounts): Look {
  const look = group(label, counts);
  return counts.written === 0 ? { ...look, description: vscode.l10n.t('none yet') } : look;
}

function numberWords(number: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(number);
}

function personLook(words: NoteLabels, name: string | undefined, counts: BlockCounts): Look {
  if (name === undefined) return { ...group(vscode.l10n.t('Not about one person'), counts), icon: 'note' };
  const shown = words.shownName(name);
  const tooltip = vscode.l10n.t(
    '{0}\n{1}\nThey tell what you did. They rate nobody.',
    shown,
    formatCount(counts),
  );
  return { ...group(shown, counts), icon: 'person', tooltip };
}

function noteLook({ words, journal, text }: ItemContext, row: AnyRow, note: IndexedNote): Look {
  const title = words.title(note, text(row));
  const date = note.date === undefined ? undefined : formatPeriod(note.date);
  const isUnderPerson = isBelowPerson(row);
  const names =
    isUnderPerson && note.title === undefined ? [date] : isUnderPerson ? [date, title] : [title, date];
  const [label = fileName(note.path), beside] = names.filter((name) => name !== undefined);
  const count = row.counts.written === 0 ? undefined : numberWords(row.counts.written);
  return {
    label,
    description: joined([beside, count]),
    icon: 'note',
    tooltip: [title, date, words.path(note.path), formatCount(row.counts)].filter(Boolean).join('\n'),
    open: openCommand(journal, note.path),
  };
}

function isBelowPerson({ parent }: AnyRow): boolean {
  if (!parent) return false;
  return (parent.facts.kind === 'person' && parent.facts.name !== undefined) || isBelowPerson(parent);
}

function entryLook(
  { words, journal, text }: ItemContext,
  row: AnyRow,
  entry: TaggedBlock,
  tag: NoteTag,
): Look {
  const { note, evidence, isPrivate } = entry;
  const plain = text(row) ?? '';
  const sides = words.sides(entry);
  const place = joined([
    note.date === undefined ? undefined : formatPeriod(note.date),
    words.person(note) ??
      words.title(note, undefined) ??
      (note.date === undefined ? fileName(note.path) : undefined),
  ]);
  const isInNote = row.parent?.facts.kind === 'note';
  const empty = words.unwritten(entry, plain);
  const about = isPrivate ? vscode.l10n.t('Private: only shown in the note itself') : words.paragraph(plain);
  return {
    label: words.entryLabel(entry, tag, plain),
    description: joined([empty, isInNote ? sides : place]),
    icon: isPrivate ? 'lock' : evidence ? 'comment' : 'circle-large-outline',
    tooltip: [about, sides, place, empty].filter(Boolean).join('\n'),
    open: openCommand(journal, note.path, tag),
  };
}

function skippedLook(files: readonly SkippedFile[]): Look {
  const label =
    files.length === 1
      ? vscode.l10n.t('1 file can’t be read')
      : vscode.l10n.t('{0} files can’t be read', files.length);
  const tooltip = vscode.l10n.t(
    '{0}. They stay as they are, and what can’t be read of them is left out of every count.',
    label,
  );
  return { label, icon: 'warning', tooltip };
}

function skippedFileLook(words: NoteLabels, { path, reason }: SkippedFile): Look {
  return {
    label: words.path(path) || vscode.l10n.t('The journal’s folder'),
    description: formatSkipReason(reason),
    icon: 'file',
  };
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join(' · ');
}

/** VS Code's own command: a single click shows a preview and keeps the focus in the view, a second one keeps the tab. */
function openCommand(journal: Journal, path: string, tag?: NoteTag): vscode.Command {
  const options = tag ? [{ selection: tagRange(tag) }] : [];
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [journal.uri(path), ...options] };
}
