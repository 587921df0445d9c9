/**
 * Number of options K → mean log-probability of each slot `[K]`; measured by libs/llm over real prompts and stored with the
 * version of a `choice` model.
 */
export type SlotPrior = Readonly<Record<number, readonly number[]>>;

/**
 * Removes what the model prefers by position alone: v_i − prior_K,i. A K without prior is left as it is. The prior may have
 * been measured on renormalised log-probabilities: the constant between them vanishes in the softmax that follows.
 * @param values `[K]` letter log-probabilities in the order the model saw the options
 */
export function subtractSlotPrior(values: readonly number[], slotPrior: SlotPrior): readonly number[] {
  const prior = slotPrior[values.length];
  return prior === undefined ? values : values.map((value, slot) => value - prior[slot]);
}
