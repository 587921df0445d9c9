const LANE_COUNT = 8;

/** Does the work for every item, some at a time, and returns the answers `[n]` aligned with the items. */
export async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      answers[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: LANE_COUNT }, lane));
  return answers;
}
