/** Candidate count → mean log-probability by slot `[K]`, letters renormalised. */
export type SlotPrior = Record<string, number[]>;

/** Log-probabilities renormalised over the labels alone, `[K]`; they sum to 1 in probability. */
export function renormalise(logProbabilities: readonly number[]): number[] {
  const largest = Math.max(...logProbabilities);
  const total = logProbabilities.reduce((sum, value) => sum + Math.exp(value - largest), 0);
  return logProbabilities.map((value) => value - largest - Math.log(total));
}

/**
 * Batch calibration: what each slot gets on average over real prompts, whatever stands in it (Zhou et al., "Batch Calibration", 2024).
 * Valid when options were shuffled over the prompts, so that every slot held the same mix of artworks.
 * @param readings letter log-probabilities in option order, one list per prompt
 */
export function measureSlotPrior(readings: readonly (readonly number[])[]): SlotPrior {
  const groups = new Map<number, number[][]>();
  for (const reading of readings)
    groups.set(reading.length, [...(groups.get(reading.length) ?? []), renormalise(reading)]);
  return Object.fromEntries(
    [...groups].map(([count, rows]) => [
      String(count),
      Array.from(
        { length: count },
        (_, slot) => rows.reduce((sum, row) => sum + (row[slot] ?? 0), 0) / rows.length,
      ),
    ]),
  );
}
