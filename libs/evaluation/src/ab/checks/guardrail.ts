import type { Interval } from '../../estimate/percentile-interval';

/** A metric that must not get worse by more than a margin. */
export interface Guardrail {
  /** ≥ 0, on the effect's scale: relative where the analysis is. */
  readonly margin: number;
  /** Which way is good. */
  readonly better: 'higher' | 'lower';
}

/** What an interval says of a guardrail. */
export const GUARDRAIL_STATES = ['held', 'broken', 'undecided'] as const;

/** `held`: not worse than the margin; `broken`: worse than the margin; `undecided`: the interval reaches across it. */
export type GuardrailState = (typeof GUARDRAIL_STATES)[number];

/**
 * Non-inferiority by interval: held when all of it lies on the good side of −margin, broken when all of it lies beyond. With an interval
 * that is valid at every look, so is the stop that follows a broken guardrail.
 * Source: Schultzberg, Ankargren and Frånberg, "Risk-aware product decisions in A/B tests with multiple metrics" (2024).
 */
export function guardrailState({ margin, better }: Guardrail, [low, high]: Interval): GuardrailState {
  const [worst, best] = better === 'higher' ? [low, high] : [-high, -low];
  if (worst > -margin) return 'held';
  return best < -margin ? 'broken' : 'undecided';
}
