import { chiSquaredSurvival, type Measured } from '@keyart/evaluation';

/** P(|Z| ≥ |value / error|) of a normal variable, in [0, 1]; null without an error. */
export function twoSidedPValue({ value, standardError }: Measured): number | null {
  if (standardError === null || standardError === 0) return null;
  return chiSquaredSurvival((value / standardError) ** 2, 1);
}
