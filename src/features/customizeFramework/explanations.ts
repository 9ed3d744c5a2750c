import * as vscode from 'vscode';
import type { Explanations } from '../../core/framework/customize';

/** The comments in a copy of the framework. */
export function explanations(): Explanations {
  return {
    file: vscode.l10n.t(
      'A framework of your own for Two Hats, copied from the built-in one. Change what you like and save: every view follows at once. Mistakes are underlined and listed under Problems; until they are gone, the built-in framework is in use. To go back to it, empty the setting twoHats.framework.',
    ),
    version: vscode.l10n.t(
      'Raise the version when you change a statement: its answers then start a new series.',
    ),
    language: vscode.l10n.t('The language of the texts: en, de, pt-BR …'),
    hats: vscode.l10n.t(
      'Exactly two. The ids are the second half of tags (#dimension/hat): lower-case letters, digits, “-” and “_”.',
    ),
    letter: vscode.l10n.t('One letter that stands for the hat where space is short.'),
    dimensions: vscode.l10n.t(
      'One or more, shown in this order. The ids are the first half of tags (#dimension/hat); if you change one, tags in your notes keep the old.',
    ),
    icon: vscode.l10n.t(
      'The name of a codicon: https://microsoft.github.io/vscode-codicons/dist/codicon.html',
    ),
    poles: vscode.l10n.t('What the dimension means with each hat, by the hat’s id.'),
    short: vscode.l10n.t(
      'A few words for the closed row in the sidebar, 28 letters at most. May be left out: then the row shows how the summary begins.',
    ),
    behaviours: vscode.l10n.t('What others can see somebody do who wears this hat. At least one.'),
    tooMuch: vscode.l10n.t('Signs that there is too much of it. At least one.'),
    tooLittle: vscode.l10n.t('Signs that there is too little of it. At least one.'),
    statements: vscode.l10n.t(
      'Exactly three, for self-checks; the quick check asks the first. One thing each, in the first person, about the past.',
    ),
    prompts: vscode.l10n.t(
      'Questions for notes, at least one of each kind: reflection, oneOnOne, retrospective.',
    ),
    moves: vscode.l10n.t('Small things to do within a week. At least one.'),
    situations: vscode.l10n.t(
      'What the search answers with when something happens. May be left out. Quote texts that hold a colon.',
    ),
    keywords: vscode.l10n.t('Words that somebody in this situation would type.'),
    first: vscode.l10n.t('The dimension and the hat to begin with; “then” names those that follow.'),
  };
}
