/** Far below any difference in reward that matters; keeps stored models short. */
const DECIMALS = 1e8;

/** A fitted number as models store it: 8 decimals. */
export function roundParameter(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}
