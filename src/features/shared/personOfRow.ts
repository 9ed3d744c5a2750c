/** Rows of somebody in the views, as VS Code hands them to a command: others may hand anything. */
import * as v from 'valibot';

const named = v.object({ name: v.string() });
const rows = v.union([v.object({ facts: named }), v.object({ person: v.string() })]);

/** The true name of whom a row stands for; `undefined` for anything else. */
export function personOfRow(row: unknown): string | undefined {
  const parsed = v.safeParse(rows, row);
  if (!parsed.success) return undefined;
  return 'facts' in parsed.output ? parsed.output.facts.name : parsed.output.person;
}
