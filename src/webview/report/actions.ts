/** What a part of the page asks of all of it. */
export interface ReportActions {
  /** Answers whether it worked. */
  insert(text: string): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  open(file: number): void;
  check(): void;
  choose(scope: { readonly period?: string; readonly person?: string }): void;
  isOpen(id: string): boolean;
  toggled(id: string, isOpen: boolean): void;
}
