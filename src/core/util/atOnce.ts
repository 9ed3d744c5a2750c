/** So many files are read at the same time. */
const most = 8;

/** What each of them becomes, in their order; some are waited for at the same time. */
export async function mapAtOnce<T, R>(
  items: readonly T[],
  become: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const waiting = items.entries();
  const results: R[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const [index, item] = next.value;
      results[index] = await become(item);
    }
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}
