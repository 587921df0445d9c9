/**
 * The work's results in the items' order, at most `width` at once. After a failure nothing new is begun.
 * @throws what the first failing work throws
 */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  let hasFailed = false;
  const takeNext = async (): Promise<void> => {
    for (const [index, item] of left) {
      if (hasFailed) return;
      results[index] = await work(item);
    }
  };
  const lanes = Array.from({ length: Math.min(width, items.length) }, takeNext);
  try {
    await Promise.all(lanes);
  } catch (error) {
    hasFailed = true;
    throw error;
  }
  return results;
}
