/** The problems of a framework file in sentences, each with what to do. */
import * as vscode from 'vscode';
import type { FrameworkProblem, SyntaxReason, ValueRule } from '../../core/framework/problems';

export function formatProblem(problem: FrameworkProblem): string {
  switch (problem.code) {
    case 'tooLarge':
      return vscode.l10n.t('This file is too large. A framework may have {0} characters.', problem.limit);
    case 'syntax':
      return syntaxWords(problem.reason);
    case 'duplicateKey':
      return vscode.l10n.t('The key “{0}” stands here a second time. Keep one of them.', problem.key);
    case 'missingKey':
      return vscode.l10n.t('The key “{0}” is missing here. Add it.', problem.key);
    case 'unknownKey':
      return unknownKeyWords(problem);
    case 'unknownName':
      return unknownNameWords(problem);
    case 'wrongType':
      return wrongTypeWords(problem);
    case 'wrongCount':
      return problem.min === problem.max
        ? vscode.l10n.t('Exactly {0} are needed here, but there are {1}.', problem.min, problem.found)
        : vscode.l10n.t('At least {0} is needed here, but there are {1}.', problem.min, problem.found);
    case 'badValue':
      return badValueWords(problem.rule, problem.found);
    case 'repeated':
      return vscode.l10n.t('“{0}” stands here a second time. Write something else.', problem.found);
  }
}

type Problem<C> = Extract<FrameworkProblem, { code: C }>;

function unknownKeyWords({ found, nearest, allowed }: Problem<'unknownKey'>): string {
  return nearest === undefined
    ? vscode.l10n.t('There is no key “{0}” here. Allowed: {1}.', found, names(allowed))
    : vscode.l10n.t(
        'There is no key “{0}” here. Did you mean “{1}”? Allowed: {2}.',
        found,
        nearest,
        names(allowed),
      );
}

function unknownNameWords({ found, nearest, allowed }: Problem<'unknownName'>): string {
  return nearest === undefined
    ? vscode.l10n.t('This file defines no “{0}” to stand here. Allowed: {1}.', found, names(allowed))
    : vscode.l10n.t(
        'This file defines no “{0}” to stand here. Did you mean “{1}”? Allowed: {2}.',
        found,
        nearest,
        names(allowed),
      );
}

function names(allowed: readonly string[]): string {
  const shown = allowed.slice(0, 30);
  const list = allowed.length > shown.length ? [...shown, '…'] : shown;
  return new Intl.ListFormat(vscode.env.language, { type: 'unit' }).format(list);
}

function wrongTypeWords({ expected, found, source }: Problem<'wrongType'>): string {
  if (expected === 'list')
    return vscode.l10n.t('A list is needed here: each item on its own line, after “- ”.');
  if (expected === 'map')
    return vscode.l10n.t('Keys with their values are needed here, in lines like “key: value”.');
  switch (found) {
    case 'number':
      return vscode.l10n.t('A text is needed here, but {0} is a number. Quote it: "{0}".', source);
    case 'boolean':
      return vscode.l10n.t('A text is needed here, but {0} is a truth value. Quote it: "{0}".', source);
    case 'map':
      return vscode.l10n.t('A text is needed here. Quote it if it holds a colon.');
    case 'list':
      return vscode.l10n.t('One text is needed here, not a list.');
    case 'nothing':
    case 'text':
      return vscode.l10n.t('A text is missing here. Write one.');
  }
}

function badValueWords(rule: ValueRule, found: string): string {
  switch (rule) {
    case 'filled':
      return vscode.l10n.t('This text is empty. Write one.');
    case 'id':
      return vscode.l10n.t(
        '“{0}” can’t be an id. Use lower-case letters, digits, “-” and “_”, beginning with a letter.',
        found,
      );
    case 'letter':
      return vscode.l10n.t('“{0}” is longer than one letter.', found);
    case 'short':
      return vscode.l10n.t('“{0}” is too long for a row of the sidebar. Use at most 28 letters.', found);
    case 'version':
      return vscode.l10n.t('“{0}” is no version. Write one like 1.0.0.', found);
    case 'date':
      return vscode.l10n.t('“{0}” is no date. Write year, month and day: 2024-05-07.', found);
    case 'language':
      return vscode.l10n.t('“{0}” is no language code. Write one like en or pt-BR.', found);
    case 'icon':
      return vscode.l10n.t('“{0}” is no icon. Write the name of a codicon, like target.', found);
  }
}

function syntaxWords(reason: SyntaxReason): string {
  switch (reason) {
    case 'tab':
      return vscode.l10n.t('YAML does not allow tabs here. Indent with spaces.');
    case 'indent':
      return vscode.l10n.t('The indentation does not fit. Give the lines that belong together the same.');
    case 'unclosed':
      return vscode.l10n.t('A closing quote, bracket or comma is missing here.');
    case 'colon':
      return vscode.l10n.t('This does not fit on the line. Quote the text if it holds a colon.');
    case 'start':
      return vscode.l10n.t('A text can’t begin with this sign. Quote it.');
    case 'escape':
      return vscode.l10n.t('YAML knows no such escape. Write \\\\ for a backslash, or use single quotes.');
    case 'alias':
      return vscode.l10n.t('This alias (*) can’t be followed. Write the value itself, or quote the text.');
    case 'documents':
      return vscode.l10n.t('A framework file holds one YAML document. Remove “---” and what follows.');
    case 'tag':
      return vscode.l10n.t('YAML tags (!) have no meaning here. Quote the text.');
    case 'key':
      return vscode.l10n.t('This can’t be a key. A key is one short text.');
    case 'tooMuch':
      return vscode.l10n.t(
        'From here on, this file is nested too deeply or holds too much to be read. Shorten it.',
      );
    case 'other':
      return vscode.l10n.t('This is not valid YAML.');
  }
}
