/** Words as the search compares them: case, accents, width and apostrophes set aside. */
export function wordsOf(text: string, language: string): readonly string[] {
  return (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((run) =>
    unspaced.test(run) ? segments(run, language) : [run],
  );
}

/** Scripts that put no spaces between words. */
export const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase();
}

function segments(run: string, language: string): string[] {
  const parts = new Intl.Segmenter(language, { granularity: 'word' }).segment(run);
  return Array.from(parts, ({ segment }) => segment);
}
