// @ts-check
// Small faults that can be put into a TypeScript file, one at a time, each of which a test should notice.
import ts from 'typescript';

/**
 * @typedef {object} Mutant
 * @property {string} operator what was done
 * @property {number} start offset of what is replaced
 * @property {number} end
 * @property {string} replacement
 *
 * @typedef {(node: ts.Node, textOf: (node: ts.Node) => string) => Omit<Mutant, 'operator'> | undefined} Operator
 */

/** @type {ReadonlyMap<ts.SyntaxKind, string>} */
const otherOperator = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

/** @type {Record<string, Operator>} */
const operators = {
  'negate condition': (node, textOf) => {
    const condition = conditionOf(node);
    return condition && replace(condition, `!(${textOf(condition)})`);
  },
  'other operator': (node) => {
    if (!ts.isBinaryExpression(node)) return undefined;
    const other = otherOperator.get(node.operatorToken.kind);
    return other === undefined ? undefined : replace(node.operatorToken, other);
  },
  'flip boolean': (node) => {
    if (node.kind === ts.SyntaxKind.TrueKeyword) return replace(node, 'false');
    return node.kind === ts.SyntaxKind.FalseKeyword ? replace(node, 'true') : undefined;
  },
  'remove statement': (node, textOf) => {
    if (!ts.isExpressionStatement(node) || isLogging(textOf(node))) return undefined;
    return replace(node, ';');
  },
  'remove listener': (node) => (isListener(node) ? replace(node, '({ dispose() {} })') : undefined),
  'empty text': (node) => (isText(node) ? replace(node, "''") : undefined),
  'empty list': (node) =>
    ts.isArrayLiteralExpression(node) && node.elements.length > 0 ? replace(node, '[]') : undefined,
  'drop await': (node, textOf) =>
    ts.isAwaitExpression(node) ? replace(node, `(${textOf(node.expression)})`) : undefined,
  'return early': (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node)) return undefined;
    const { body } = node;
    if (!body || !ts.isBlock(body) || body.statements.length === 0 || ts.isConstructorDeclaration(node))
      return undefined;
    return { start: body.getStart() + 1, end: body.getStart() + 1, replacement: ' return undefined;' };
  },
};

/** @param {ts.Node} node */
function conditionOf(node) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) ? node.condition : undefined;
}

/** What the log says is for whoever looks for a fault.
 * @param {string} statement
 */
function isLogging(statement) {
  return /\blog\.(?:trace|debug|info|warn|error)\(/.test(statement);
}

/** @param {ts.Node} node */
function isListener(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return /^(?:on[A-Z]|addEventListener$)/.test(node.expression.name.text);
}

/**
 * A text that is neither empty nor the name of a module or property.
 * @param {ts.Node} node
 */
function isText(node) {
  if (ts.isTemplateExpression(node)) return true;
  if (!ts.isStringLiteralLike(node) || node.text === '') return false;
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return false;
  if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword) return false;
  return !ts.isPropertyAssignment(parent) || parent.initializer === node;
}

/**
 * @param {ts.Node} node
 * @param {string} replacement
 */
function replace(node, replacement) {
  return { start: node.getStart(), end: node.getEnd(), replacement };
}

/**
 * @param {string} file its name tells the language
 * @param {string} text
 * @returns {Mutant[]} in the order of their places
 */
export function mutantsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    for (const [operator, mutate] of Object.entries(operators)) {
      const change = mutate(node, (part) => part.getText(source));
      if (change) mutants.push({ operator, ...change });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants.sort((one, other) => one.start - other.start || other.end - one.end);
}

/**
 * @param {string} text
 * @param {Mutant} mutant
 */
export function mutated(text, { start, end, replacement }) {
  return text.slice(0, start) + replacement + text.slice(end);
}

/**
 * What the mutant changes, as lines of a diff.
 * @param {string} text
 * @param {Mutant} mutant
 * @returns {{ line: number, lines: string[] }} line from 1
 */
export function differenceOf(text, mutant) {
  const first = text.lastIndexOf('\n', mutant.start - 1) + 1;
  const rest = text.indexOf('\n', mutant.end);
  const last = rest < 0 ? text.length : rest;
  const before = text.slice(first, last).split('\n');
  const after = mutated(text, mutant)
    .slice(first, last + mutant.replacement.length - (mutant.end - mutant.start))
    .split('\n');
  return {
    line: text.slice(0, mutant.start).split('\n').length,
    lines: [...before.map((line) => `- ${line.trim()}`), ...after.map((line) => `+ ${line.trim()}`)],
  };
}

/**
 * @param {readonly Mutant[]} mutants
 * @param {number} most
 * @param {number} seed the same seed chooses the same
 * @returns {Mutant[]} in the order of their places
 */
export function chosen(mutants, most, seed) {
  const random = randomFrom(seed);
  return mutants
    .map((mutant) => ({ mutant, order: random() }))
    .sort((one, other) => one.order - other.order)
    .slice(0, most)
    .map(({ mutant }) => mutant)
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Mulberry32.
 * @param {number} seed
 */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
