/** Number of options K → mean log-probability of each slot `[K]`; stored with the version of a `choice` model. */
export type SlotPrior = Readonly<Record<number, readonly number[]>>;

/**
 * Removes what the model prefers by position alone: v_i − prior_K,i. A K without prior is left as it is.
 * @param values `[K]` letter log-probabilities in the order the model saw the options
 */
export function subtractSlotPrior(values: readonly number[], slotPrior: SlotPrior): readonly number[] {
  const prior = slotPrior[values.length];
  return prior === undefined ? values : values.map((value, slot) => value - prior[slot]);
}

/**
 * Batch calibration: the mean log-probability of each slot over real prompts, apart for each K.
 * Valid when options stood in random order, so that content averages out and only position is left.
 * Source: Zhou et al., "Batch calibration: rethinking calibration for in-context learning" (2024).
 * @param rows one `[K]` of letter log-probabilities per prompt, K may differ; rows with non-finite values are left out
 */
export function fitSlotPrior(rows: readonly (readonly number[])[]): SlotPrior {
  const groups = new Map<number, (readonly number[])[]>();
  for (const row of rows.filter((values) => values.every(Number.isFinite))) {
    groups.set(row.length, [...(groups.get(row.length) ?? []), row]);
  }
  return Object.fromEntries([...groups].map(([count, group]) => [count, slotMeans(group, count)]));
}

function slotMeans(rows: readonly (readonly number[])[], count: number): number[] {
  return Array.from(
    { length: count },
    (_, slot) => rows.reduce((sum, row) => sum + row[slot], 0) / rows.length,
  );
}
