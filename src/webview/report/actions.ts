import type { TextActions } from '../shared/textActions';

/** What a part of the page asks of all of it. */
export interface ReportActions extends TextActions {
  open(file: number): void;
  check(): void;
  choose(scope: { readonly period?: string; readonly person?: string }): void;
  isOpen(id: string): boolean;
  toggled(id: string, isOpen: boolean): void;
}
