/** The zero of each decimal script that keyboards type: Latin, full-width, Arabic-Indic, Persian, Devanagari, Bengali. */
const zeros = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x9e6];

/**
 * The answers (0 to 5) that were typed between two values of an input field. Only the new tail counts, so that no
 * key is lost while the field is not cleared; deleting or replacing types nothing.
 */
export function typedAnswers(before: string, after: string): readonly number[] {
  if (!after.startsWith(before)) return [];
  return Array.from(after.slice(before.length)).flatMap((character) => {
    const value = digitValue(character);
    return value !== undefined && value <= 5 ? [value] : [];
  });
}

/**
 * Does an input field hold what an input method may still be composing, or what is no answer at all? The only thing to
 * go by is what changed last: plain digits are no such text.
 */
export function isUnsettled(before: string, after: string): boolean {
  const added = after.startsWith(before) ? after.slice(before.length) : after;
  return !/^[0-5]*$/.test(after) && !/^[0-5]+$/.test(added);
}

function digitValue(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((start) => code >= start && code < start + 10);
  return zero === undefined ? undefined : code - zero;
}
