/**
 * Works on items side by side; after a failure nothing new is begun.
 * @returns results in the items' order
 * @throws what the first failing work throws
 */
export async function inLanes<T, R>(
  items: readonly T[],
  laneCount: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    for (const [index, item] of left) {
      if (hasFailed) return;
      results[index] = await work(item);
    }
  };
  try {
    await Promise.all(Array.from({ length: laneCount }, lane));
  } finally {
    hasFailed = true;
  }
  return results;
}
