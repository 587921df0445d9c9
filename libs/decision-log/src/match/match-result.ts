import type { CandidateRange, Measured, PolicyRole, Verdict } from '@keyart/evaluation';

/** Both policies' inverse-propensity-weighted match in some decisions: normalised IPS, 1 is what choosing at random earns. */
export interface MatchStratum {
  /** Fewest and most candidates there are in its decisions. */
  readonly candidates: CandidateRange;
  readonly sampleCount: number;
  readonly memberCount: number;
  /** Of what choosing at random earns in all decisions: values times shares sum up to the whole. null: that earns nothing. */
  readonly chanceShare: number | null;
  /** Rows that the policy gives weight and that earned something. */
  readonly rewardedRowCount: Readonly<Record<PolicyRole, number>>;
  /** What those are worth, `(Σ w|r|)² / Σ (w r)²`: as many where weights are equal, few where a policy only touches most of them. */
  readonly effectiveRewardedCount: Readonly<Record<PolicyRole, number>>;
  /** null: not defined, because choosing at random earns nothing here. */
  readonly target: Measured | null;
  readonly baseline: Measured | null;
  /** Target less baseline, paired. */
  readonly difference: Measured | null;
  /** Two-sided, of the difference; in the strata corrected over all of them (Holm). */
  readonly pValue: number | null;
  /** Never `no difference shown`; `insufficient evidence` where few rewarded rows carry weight, or a warning forbids a verdict. */
  readonly verdict: Verdict;
}

/** The match over all decisions, and by number of candidates. */
export interface MatchResult {
  readonly overall: MatchStratum;
  /** By number of candidates, fewest first; every decision is in one. */
  readonly strata: readonly MatchStratum[];
}
