/**
 * Waits for work that newer work may overtake, until what was waited for is the newest there is.
 * @param newest the work under way, if any; asked again after each wait
 * @param rest what it goes on with, and is waited for, too
 */
export async function awaitNewest<T>(
  newest: () => Promise<T> | undefined,
  rest?: (result: T | undefined) => Promise<void> | undefined,
): Promise<void> {
  let work: Promise<T> | undefined;
  do {
    work = newest();
    const result = await work;
    await rest?.(result);
  } while (work !== newest());
}
