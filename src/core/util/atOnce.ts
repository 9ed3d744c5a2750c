/** Does something with each of them, with so many at the same time. */
export async function concurrently<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const rest = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** So many files are read at the same time. */
const most = 8;

/** What each of them becomes, in their order; some are waited for at the same time. */
export async function mapAtOnce<T, R>(
  items: readonly T[],
  become: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  await concurrently(items, most, async (item, index) => {
    results[index] = await become(item);
  });
  return results;
}
