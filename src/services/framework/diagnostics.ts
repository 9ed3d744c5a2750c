import * as vscode from 'vscode';
import type { FrameworkProblem } from '../../core/framework/problems';
import { formatProblem } from './formatProblem';

/** VS Code shows no more of one file. */
const mostShown = 1000;

export function toDiagnostics(problems: readonly FrameworkProblem[], text: string): vscode.Diagnostic[] {
  const starts = lineStarts(text);
  return problems.slice(0, mostShown).map((problem) => {
    const range = new vscode.Range(positionAt(problem.start, starts), positionAt(problem.end, starts));
    const diagnostic = new vscode.Diagnostic(range, formatProblem(problem), vscode.DiagnosticSeverity.Error);
    diagnostic.source = 'Two Hats';
    diagnostic.code = problem.code;
    return diagnostic;
  });
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
}

function positionAt(offset: number, starts: readonly number[]): vscode.Position {
  const line = starts.findLastIndex((start) => start <= offset);
  return new vscode.Position(line, offset - (starts[line] ?? 0));
}
