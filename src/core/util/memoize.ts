const most = 1000;

/** The same function, which remembers its answers: notes say the same few tags and names again and again. */
export function memoize<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const before = answers.get(text);
    if (before !== undefined) return before;
    const found = answer(text);
    if (answers.size < most) answers.set(text, found);
    return found;
  };
}
