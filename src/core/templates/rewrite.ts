import type { Part, Placeholder } from './model';

/**
 * The body with each placeholder replaced. `undefined` leaves it out together with the space that set it apart:
 * neither a double nor a trailing space is left.
 */
export function rewrite(
  body: readonly Part[],
  replace: (placeholder: Placeholder) => Part | undefined,
): readonly Part[] {
  const result: Part[] = [];
  let trimNext = false;
  for (const part of body) {
    const replaced = typeof part === 'string' ? part : replace(part);
    if (replaced === undefined) {
      trimEnd(result);
      trimNext = isLineStart(result.at(-1));
    } else {
      append(result, typeof replaced === 'string' && trimNext ? replaced.replace(/^[ \t]+/, '') : replaced);
      trimNext = false;
    }
  }
  return result;
}

/** Without the line breaks at the end, but for those before a place to write. */
export function withoutFinalBreaks(body: readonly Part[]): readonly Part[] {
  const last = body.at(-1);
  return typeof last === 'string' ? [...body.slice(0, -1), last.replace(/\n+$/, '')] : body;
}

function trimEnd(parts: Part[]): void {
  const last = parts.at(-1);
  if (typeof last !== 'string') return;
  const left = last.replace(/[ \t]+$/, '');
  parts.splice(-1, 1, ...(left === '' ? [] : [left]));
}

function isLineStart(last: Part | undefined): boolean {
  return last === undefined || (typeof last === 'string' && last.endsWith('\n'));
}

/** Neighbouring texts become one, so that the space before a placeholder is found at the end of the last part. */
function append(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts.splice(-1, 1, last + part);
  else parts.push(part);
}
