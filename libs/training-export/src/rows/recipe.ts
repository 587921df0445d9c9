/** What rows a trainer wants. */
export const RECIPES = ['label-softmax', 'sft', 'sft-reasoning', 'dpo', 's-dpo', 'kto'] as const;

/** One of the recipes. */
export type Recipe = (typeof RECIPES)[number];

/** Whether rows are pairs of pictures, which are found title by title. */
export function isPreference(recipe: Recipe): boolean {
  return recipe === 'dpo' || recipe === 's-dpo';
}
