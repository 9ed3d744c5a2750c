/** The box in which a note is captured: one line, with names and tags completed below it. */
import * as vscode from 'vscode';
import {
  readCapture,
  undecidedMention,
  type Captured,
  type Destination,
  type Undecided,
} from '../../core/journal/capture/captured';
import type { People } from '../../core/journal/people/knownPeople';
import { mentionAtEnd } from '../../core/journal/people/mentions';
import { beginsWord, mentionOf, plainName, suggestPeople } from '../../core/journal/people/nameMatching';
import { shownName } from '../../core/journal/people/names';
import { suggestTags } from '../../core/journal/tags/suggestTags';
import { knownTags, tagText } from '../../core/journal/tags/tags';
import { tagQueryAt } from '../../core/journal/tags/tagQuery';
import type { Services } from '../../services/services';
import { preserveOrder, showItems } from '../shared/quickInput';
import type { Item, OpenBox } from './openBox';
import type { Origin } from './origin';

/** What the box holds. */
export interface Typed {
  readonly typed: string;
  /** Whether the note is saved with the place where it was written. */
  readonly withOrigin: boolean;
}

interface BoxOptions {
  readonly withOrigin: boolean;
  /** At every change, since a window may be closed at any moment. */
  readonly onChange: (now: Typed) => void;
}

type BoxServices = Pick<Services, 'framework' | 'people' | 'privacy'>;

/** What `@` sends to the next retrospective, in the person's language. */
export function retroWord(): string {
  return vscode.l10n.t({
    message: 'retro',
    comment: ['One word: typed as @retro it sends a note to the next retrospective.'],
  });
}

/**
 * Offers names, tags and where the note goes, in a box that may have been typed into by now.
 * @returns `undefined` when it was closed
 */
export function useBox(
  services: BoxServices,
  origin: Origin | undefined,
  opened: OpenBox,
  { withOrigin, onChange }: BoxOptions,
): Promise<Captured | undefined> {
  const { people } = services;
  const { pick } = opened;
  preserveOrder(pick);
  const show = (): void => {
    pick.buttons = origin ? [originButton(origin, withOrigin)] : [];
    showItems(pick, itemsFor(services, pick.value, withOrigin ? origin : undefined));
  };
  const change = (): void => {
    onChange({ typed: pick.value, withOrigin });
    show();
  };
  return new Promise((resolve) => {
    const accept = (): void => {
      const completed = chosenIn(pick)?.completed;
      if (completed !== undefined) {
        pick.value = completed;
        change();
      } else {
        const captured = readCapture(pick.value, people.current, retroWord());
        if (captured.text !== '') end(captured);
      }
    };
    const end = (captured: Captured | undefined): void => {
      resolve(captured);
      subscriptions.dispose();
    };
    const subscriptions = vscode.Disposable.from(
      opened,
      pick.onDidChangeValue(change),
      // At the first use names come a moment later.
      people.onDidChange(show),
      pick.onDidTriggerButton(() => {
        withOrigin = !withOrigin;
        change();
      }),
      pick.onDidAccept(accept),
    );
    if (pick.value === opened.offered) show();
    else change();
    void opened.left.then(() => {
      end(undefined);
    });
    if (opened.isAccepted) accept();
  });
}

/** Enter may come ahead of the list: what was chosen is of an older one then. */
function chosenIn({ items, selectedItems: [chosen] }: OpenBox['pick']): Item | undefined {
  return chosen && items.includes(chosen) ? chosen : items[0];
}

function originButton({ label }: Origin, isOn: boolean): vscode.QuickInputButton {
  return isOn
    ? {
        iconPath: new vscode.ThemeIcon('link'),
        tooltip: vscode.l10n.t('Kept with {0}. Leave that out', label),
      }
    : { iconPath: new vscode.ThemeIcon('circle-slash'), tooltip: vscode.l10n.t('Keep with {0}', label) };
}

function itemsFor(
  { framework, people: { current: people }, privacy }: BoxServices,
  typed: string,
  origin: Origin | undefined,
): Item[] {
  const mentioned = mentionAtEnd(typed);
  if (mentioned) {
    const found = nameItems(people, privacy.hidden, typed.slice(0, mentioned.start), mentioned.name);
    if (found.length > 0) return found;
  }
  const tags = tagItems(framework.current, typed);
  if (tags.length > 0) return tags;
  const { text, destination } = readCapture(typed, people, retroWord());
  if (text === '') return [];
  const undecided = undecidedMention(typed, people, retroWord());
  const details = [undecided && undecidedWords(undecided), origin && originWords(origin)].filter(
    (detail) => detail !== undefined,
  );
  return [
    {
      label: destinationWords(destination, privacy.hidden),
      iconPath: new vscode.ThemeIcon('add'),
      alwaysShow: true,
      ...(details.length === 0 ? {} : { detail: details.join(' · ') }),
    },
    ...(undecided ? choices(undecided, privacy.hidden, typed) : []),
  ];
}

function undecidedWords({ name, people }: Undecided): string {
  return people.length === 0
    ? vscode.l10n.t('No note tells of anybody called “{0}” yet', name)
    : vscode.l10n.t(
        'Several people are called “{0}”. Choose one from the list, or write more of the name',
        name,
      );
}

/** Whole names in the place of one that several people have. */
function choices({ people, start, end }: Undecided, hidden: boolean, typed: string): Item[] {
  return people.map(({ name }) =>
    completion(shownName(name, hidden), `${typed.slice(0, start)}@${mentionOf(name)}${typed.slice(end)}`),
  );
}

function originWords({ label, selection }: Origin): string {
  return selection === ''
    ? vscode.l10n.t('With {0}', label)
    : vscode.l10n.t('With {0} and what is selected there', label);
}

function destinationWords(destination: Destination, hidden: boolean): string {
  switch (destination.kind) {
    case 'today':
      return vscode.l10n.t('Keep in today’s note');
    case 'retrospective':
      return vscode.l10n.t('Keep for the next retrospective');
    case 'person':
      return vscode.l10n.t('Keep for the next 1:1 with {0}', shownName(destination.name, hidden));
  }
}

/** Whom what was typed so far fits; none once it is a whole name, and the only one that begins so. */
function nameItems(people: People, hidden: boolean, before: string, typed: string): Item[] {
  const found = typed === '' ? people.all : suggestPeople(people.all, typed);
  const items = found.map(({ name }) => completion(shownName(name, hidden), `${before}@${mentionOf(name)} `));
  const begins = (name: string): boolean => beginsWord(plainName(name), plainName(typed));
  const others = found.slice(1).filter(({ name, aliases }) => [name, ...aliases].some(begins));
  const retro = retroWord();
  const isRetro = begins(retro);
  if (isRetro) items.push(completion(vscode.l10n.t('The next retrospective'), `${before}@${retro} `));
  const isOnly = others.length === 0 && items.length > 0 && !(isRetro && found.length > 0);
  return isOnly && items[0]?.completed === `${before}@${mentionOf(typed)} ` ? [] : items;
}

function completion(label: string, completed: string, description?: string): Item {
  return { label, completed, alwaysShow: true, ...(description === undefined ? {} : { description }) };
}

function tagItems(framework: Services['framework']['current'], typed: string): Item[] {
  const tags = knownTags(framework);
  const query = tagQueryAt(typed, typed.length, tags) ?? (typed === '#' ? { start: 0, text: '' } : undefined);
  if (!query || isWholeTag(query.text, tags)) return [];
  const titles = new Map(framework.dimensions.map(({ id, title }) => [id, title]));
  return suggestTags(framework)(query.text, () => undefined).map((tag) =>
    completion(tagText(tag), `${typed.slice(0, query.start)}${tagText(tag)} `, titles.get(tag.dimension)),
  );
}

/** A tag with its hat asks for no completion. */
function isWholeTag(run: string, tags: ReturnType<typeof knownTags>): boolean {
  const known = tags.match(run);
  return known?.hat !== undefined && tagText(known).length === run.length + 1;
}
