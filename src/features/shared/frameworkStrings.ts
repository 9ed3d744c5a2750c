import * as vscode from 'vscode';
import type { FrameworkPageStrings } from '../../protocol/frameworkView';

/** The sentences of the view in the display language. The view itself puts the values in, since it knows them. */
export function viewStrings(): FrameworkPageStrings {
  return {
    intro: vscode.l10n.t({
      message: '{0} hat: {1}. {2} hat: {3}. You need both.',
      comment: [
        '{0} and {2} are the names of the hats, {1} and {3} what each is for, as in “keep things running”.',
      ],
    }),
    startCheck: vscode.l10n.t('Take the {0}-second check'),
    searchLabel: vscode.l10n.t('Search: outage, deadline, delegate…'),
    clearSearch: vscode.l10n.t('Clear the Search'),
    cards: vscode.l10n.t('Dimensions'),
    results: vscode.l10n.t('Search results'),
    resultCount: vscode.l10n.t('Results: {0}'),
    nothingFits: vscode.l10n.t('Nothing fits “{0}”.'),
    backToCards: vscode.l10n.t('Show All Dimensions'),
    backToResults: vscode.l10n.t('Back to the results for “{0}”'),
    situation: vscode.l10n.t('Situation'),
    first: vscode.l10n.t('First'),
    then: vscode.l10n.t('Then'),
    trap: vscode.l10n.t('The trap'),
    ...listStrings(),
    ...cardWords(),
    attribution: vscode.l10n.t({
      message: 'After “{0}”, {1}, {2}',
      comment: ['Title, author and date of the article that the framework follows.'],
    }),
  };
}

/** The headings of a card's lists. */
export function listStrings() {
  return {
    behaviours: vscode.l10n.t('What it looks like'),
    tooMuch: vscode.l10n.t('Signs of too much'),
    tooLittle: vscode.l10n.t('Signs of too little'),
    reflection: vscode.l10n.t('Prompts for reflection'),
    oneOnOne: vscode.l10n.t('Prompts for 1:1s'),
    retrospective: vscode.l10n.t('Prompts for retrospectives'),
    moves: vscode.l10n.t('Moves for the coming week'),
  };
}

/** What one of their items is, in short. */
export function sectionStrings() {
  return {
    behaviours: vscode.l10n.t('Behaviour'),
    tooMuch: vscode.l10n.t('Too much'),
    tooLittle: vscode.l10n.t('Too little'),
    reflection: vscode.l10n.t('Reflection'),
    oneOnOne: vscode.l10n.t('1:1'),
    retrospective: vscode.l10n.t('Retrospective'),
    moves: vscode.l10n.t('Move'),
  };
}

function cardWords() {
  return {
    insert: vscode.l10n.t('Insert'),
    insertHere: vscode.l10n.t('Insert at the cursor'),
    insertNew: vscode.l10n.t('Insert in a new Markdown document'),
    copy: vscode.l10n.t('Copy'),
    copied: vscode.l10n.t('Copied'),
    failed: vscode.l10n.t('That did not work. See the Two Hats log for the reason.'),
    atCursor: vscode.l10n.t('At the cursor'),
    atCursorHat: vscode.l10n.t({ message: 'At the cursor: {0}', comment: ['{0} is the name of a hat.'] }),
    rating: vscode.l10n.t({
      message: '{0}: {1} of 5 in your last self-check (answers: {2})',
      comment: ['{0} is the name of a hat, {2} the count of answers that {1} is the mean of.'],
    }),
    ratingsLegend: vscode.l10n.t({
      message:
        'Dots: your self-check of {0}, from one (never) to five (almost always). Round: {1}, square: {2}. The number beside them counts the answers.',
      comment: ['{0} is a date, {1} and {2} are the names of the hats.'],
    }),
    noted: vscode.l10n.t('Notes that show it, last 12 weeks: {0}'),
    tooEarly: vscode.l10n.t('Too early to see a change: {0} of {1} whole weeks with a check'),
  };
}
