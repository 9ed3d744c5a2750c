/**
 * The tag with a space before or after it where one is needed for it to count, or where it would stick to a word.
 * @param before What stands before it on its line.
 * @param after What stands after it on its line.
 */
export function tagInsertion(tag: string, before: string, after: string): string {
  const left = /(^|[\s([{"'“‘«*|>—])$/u.test(before) ? '' : ' ';
  const right = /^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_#/-]/u.test(after) ? ' ' : '';
  return `${left}#${tag}${right}`;
}
