/** What the messages of every webview are made of, and what makes parsers of them. */
import * as v from 'valibot';
import type { Envelope, Parser, Voice } from './endpoint';

/** A text of a page: nothing that a person reads there is longer. */
export const line = v.pipe(v.string(), v.maxLength(10_000));

/** The entries of every `PageMemory`. */
export const pageMemory = { at: v.number() };

/** The entries of every `PageModel`. */
export function pageModel<Memory>(memory: v.GenericSchema<unknown, Memory>) {
  return { language: v.string(), memory: v.nullable(memory) };
}

export function pageEvent<Memory>(memory: v.GenericSchema<unknown, Memory>) {
  return v.variant('type', [
    v.object({ type: v.literal('ready') }),
    v.object({ type: v.literal('remember'), memory }),
    v.object({ type: v.literal('problem'), text: line }),
  ]);
}

export const textRequest = v.variant('type', [
  /** Inserts at the cursor of the last Markdown editor, else in a new document. */
  v.object({ type: v.literal('insert'), text: line }),
  v.object({ type: v.literal('copy'), text: line }),
]);

/** The schema of all that one end may send. `v.never()` stands for what it never says. */
export function envelope<Says extends Voice>(
  event: v.GenericSchema<unknown, Says['event']>,
  request: v.GenericSchema<unknown, Says['request']>,
  value: v.GenericSchema<unknown, Says['value']>,
): v.GenericSchema<unknown, Envelope<Says>> {
  const reply = v.union([v.object({ value }), v.object({ error: v.string() })]);
  return v.variant('kind', [
    v.object({ kind: v.literal('event'), event }),
    v.object({ kind: v.literal('request'), id: v.number(), request }),
    v.object({ kind: v.literal('reply'), id: v.number(), reply }),
  ]);
}

export function parser<T>(schema: v.GenericSchema<unknown, T>): Parser<T> {
  return (message) => {
    const result = v.safeParse(schema, message);
    return result.success ? result.output : undefined;
  };
}
