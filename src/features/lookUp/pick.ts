import * as vscode from 'vscode';
import { findDimension, findSide, tagOf } from '../../core/framework/lookup';
import type { Framework, Situation } from '../../core/framework/model';
import { createSearch, type Hit, type Search } from '../../core/framework/search';
import { addressOfHit, sectionOf, type ItemAddress } from '../../protocol/frameworkView';
import { withErrorMessage } from '../shared/withErrorMessage';
import type { FrameworkView } from '../shared/views';
import { sectionStrings } from '../shared/frameworkStrings';
import { setStatusBarMessage } from '../../platform/messages';
import type { Services } from '../../services/services';
import { preserveOrder, showItems } from '../shared/quickInput';
import { wrapGroup, wrapRow } from '../shared/wrappedRows';

/** As many as anyone looks through; a longer list is slow to show. */
const maxRows = 100;

interface Row extends vscode.QuickPickItem {
  /** Where the card opens. */
  readonly place?: ItemAddress;
  /** What its buttons insert and copy. */
  readonly text?: string;
  /** What Enter does; without it the row only informs. */
  readonly enter?: () => void;
}

const searches = new WeakMap<Framework, Search>();

/** One search of the framework, from the palette's opening to its end. */
export class LookUp implements vscode.Disposable {
  readonly #framework: Framework;
  readonly #search: Search;
  readonly #pick = vscode.window.createQuickPick<Row>();
  /** A row has buttons for what Enter does not do. */
  readonly #insert = iconButton('insert', vscode.l10n.t('Insert'));
  readonly #copy = iconButton('copy', vscode.l10n.t('Copy'));
  readonly #openCard = iconButton('preview', vscode.l10n.t('Open the Card'));
  /** The query that the person left for a situation. */
  #query = '';
  /** A situation's advice is shown. */
  #reading = false;

  constructor(
    readonly services: Services,
    readonly view: FrameworkView,
  ) {
    this.#framework = services.framework.current;
    this.#search = searches.get(this.#framework) ?? createSearch(this.#framework);
    searches.set(this.#framework, this.#search);
    const pick = this.#pick;
    preserveOrder(pick);
    pick.matchOnDetail = false;
    pick.onDidAccept(() => pick.selectedItems[0]?.enter?.());
    pick.onDidTriggerItemButton(({ item, button }) => {
      this.#press(item, button);
    });
    pick.onDidTriggerButton(() => {
      this.#find(this.#query);
    });
    pick.onDidChangeValue((value) => {
      if (!this.#reading) this.#list(value);
    });
    pick.onDidHide(() => {
      this.dispose();
    });
    this.#find('');
    pick.show();
  }

  dispose(): void {
    this.#pick.dispose();
  }

  /** The first step, or back to it. */
  #find(query: string): void {
    const pick = this.#pick;
    this.#reading = false;
    pick.title = vscode.l10n.t('Look Up');
    pick.placeholder = vscode.l10n.t('Which hat fits? Try “outage”, “deadline” or “delegate”');
    pick.buttons = [];
    pick.value = query;
    this.#list(query);
  }

  #list(query: string): void {
    this.#query = query;
    if (query.trim() === '') {
      showItems(this.#pick, this.#everything());
      return;
    }
    const rows = this.#search(query)
      .slice(0, maxRows)
      .flatMap((hit) => this.#row(hit));
    const nothing = { label: vscode.l10n.t('Nothing fits “{0}”', query.trim()), alwaysShow: true };
    // VS Code tells the number of the chosen row, in the list that it showed: for somebody who presses Enter ahead of
    // the answer, the first row must have the same number in every list.
    showItems(this.#pick, wrapGroup<Row>({ title: '', rows: rows.length > 0 ? rows : [nothing] }));
  }

  #everything(): Row[] {
    const { dimensions, situations } = this.#framework;
    const found = (hits: readonly Hit[]) => hits.flatMap((hit) => this.#row(hit));
    return [
      ...wrapGroup<Row>({
        title: '',
        rows: found(dimensions.map(({ id, title }) => ({ kind: 'dimension', dimension: id, text: title }))),
      }),
      ...wrapGroup<Row>({
        title: vscode.l10n.t('Situations'),
        rows: found(situations.map(({ id, title }) => ({ kind: 'situation', situation: id, text: title }))),
      }),
    ];
  }

  #row(hit: Hit): Row[] {
    switch (hit.kind) {
      case 'situation': {
        const situation = this.#framework.situations.find(({ id }) => id === hit.situation);
        return situation ? [this.#situationRow(situation)] : [];
      }
      case 'dimension': {
        const dimension = findDimension(this.#framework, hit.dimension);
        return dimension
          ? [this.#rowAt(addressOfHit(hit), hit.text, dimension.question, `#${dimension.id}`)]
          : [];
      }
      case 'behaviour':
      case 'sign':
      case 'move':
        return [this.#rowAt(addressOfHit(hit), hit.text, this.#context(hit), hit.text)];
      case 'prompt': {
        const row = this.#rowAt(addressOfHit(hit), hit.text, this.#context(hit), hit.text);
        const buttons = [this.#copy, this.#openCard];
        return [{ ...row, buttons, enter: () => void this.#insertText(hit.text) }];
      }
    }
  }

  #rowAt(place: ItemAddress, label: string, detail: string, text: string): Row {
    return {
      ...{ label, detail, place, text, alwaysShow: true },
      buttons: [this.#insert, this.#copy],
      enter: () => void this.#reveal(place),
    };
  }

  #situationRow(situation: Situation): Row {
    const { title, first, move } = situation;
    return {
      label: title,
      detail: vscode.l10n.t('First: {0}', this.#sideWords(first)),
      place: { dimension: first.dimension, item: null },
      text: move,
      alwaysShow: true,
      buttons: [this.#insert, this.#copy, this.#openCard],
      enter: () => {
        this.#advise(situation);
      },
    };
  }

  /** The second step of a situation: which hat goes first, which follows, and the trap. */
  #advise({ title, first, move, then, trap }: Situation): void {
    const pick = this.#pick;
    const at = ({ dimension }: { dimension: string }): ItemAddress => ({ dimension, item: null });
    this.#reading = true;
    pick.title = title;
    pick.placeholder = vscode.l10n.t('Enter opens the card');
    pick.buttons = [vscode.QuickInputButtons.Back];
    pick.value = '';
    const buttons = [this.#insert, this.#copy, this.#openCard];
    const openFirst = { place: at(first), text: move, buttons, enter: () => void this.#reveal(at(first)) };
    const openThen = { place: at(then), buttons: [this.#openCard], enter: () => void this.#reveal(at(then)) };
    const rows: readonly Row[] = [
      { ...openFirst, label: vscode.l10n.t('First: {0}', this.#sideWords(first)) },
      { ...openFirst, label: move },
      { ...openThen, label: vscode.l10n.t('Then: {0}', this.#sideWords(then)) },
      { label: vscode.l10n.t('The trap') },
      { label: trap },
    ];
    showItems(pick, rows.flatMap(wrapRow));
  }

  #context(hit: Exclude<Hit, { kind: 'situation' | 'dimension' }>): string {
    return `${this.#sideWords(hit)} · ${sectionStrings()[sectionOf(hit)]}`;
  }

  #sideWords(of: { dimension: string; hat: string }): string {
    const side = findSide(this.#framework, of);
    return side ? `${side.hat.label} · ${side.dimension.title}` : tagOf(of);
  }

  #press({ place, text }: Row, button: vscode.QuickInputButton): void {
    if (button === this.#openCard && place) void this.#reveal(place);
    if (button === this.#insert && text !== undefined) void this.#insertText(text);
    if (button === this.#copy && text !== undefined) void this.#copyText(text);
  }

  async #reveal(place: ItemAddress): Promise<void> {
    this.#pick.hide();
    await this.view.reveal(place);
  }

  async #insertText(text: string): Promise<void> {
    this.#pick.hide();
    await withErrorMessage(this.services.log, vscode.l10n.t('The text could not be inserted.'), () =>
      this.services.markdownEditor.insert(text),
    );
  }

  async #copyText(text: string): Promise<void> {
    this.#pick.hide();
    const done = await withErrorMessage(
      this.services.log,
      vscode.l10n.t('The text could not be copied.'),
      () => vscode.env.clipboard.writeText(text),
    );
    if (done) setStatusBarMessage(vscode.l10n.t('Copied'), 2000);
  }
}

function iconButton(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}
