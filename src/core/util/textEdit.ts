/** A change of a text. Offsets are UTF-16, in the text before it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param edits in the order of the text, apart from each other */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return [...parts, text.slice(from)].join('');
}

/** The edits that take others back. */
export function inverseEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, text: put }) => {
    const inverse = {
      start: start + shift,
      end: start + shift + put.length,
      text: text.slice(start, end),
    };
    shift += put.length - (end - start);
    return inverse;
  });
}
