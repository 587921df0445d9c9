import type { Interval } from '../estimate/percentile-interval';

/** What the weights of a policy on a log are like. */
export interface WeightDiagnostics {
  /** Decisions. */
  readonly sampleCount: number;
  /** Members. */
  readonly memberCount: number;
  /** En[w]; 1 where propensities are true and every action of the policy was logged. */
  readonly meanWeight: number;
  /**
   * Where true propensities put En[w]: the policy's probability on what the log could show, a decision. Null: the policy or the candidates'
   * propensities are not known whole, and 1 stands for it.
   */
  readonly expectedMeanWeight: number | null;
  /** En[w] less what is expected, by its standard error, see `meanWeightZ`; null: nothing varies. */
  readonly meanWeightZ: number | null;
  /** (Σ w)² / Σ w², of `sampleCount`. */
  readonly effectiveSampleSize: number;
  readonly maxWeight: number;
  /** Largest weight by the sum of weights. */
  readonly maxWeightShare: number;
  /** See `paretoK`. */
  readonly paretoK: number | null;
  /** Rows that the policy gives weight and that earned something. */
  readonly rewardedRowCount: number;
}

/** Weights by size, for a picture. */
export interface WeightBin {
  /** Upper end, included; the last is the largest weight. */
  readonly upTo: number;
  readonly rowCount: number;
}

/** Clipped IPS over a grid of λ: how much of a value hangs on few large weights. */
export interface ClipPoint {
  readonly clip: number;
  readonly value: number;
}

/** Logged probability against what happened. */
export interface CalibrationBin {
  /** Candidates in it. */
  readonly candidateCount: number;
  readonly meanPropensity: number;
  /** Share of them that were shown. */
  readonly shownFraction: number;
}

/** The target's value as decisions came in. */
export interface CumulativePoint {
  /** Decisions so far, by time. */
  readonly sampleCount: number;
  /** SNIPS over them; null: no weight yet. */
  readonly value: number | null;
  /** By the normal distribution, every row for itself: a picture, where `estimates` count members. Null with `value`. */
  readonly interval: Interval | null;
}

/** What is known of a log and two policies beside their values. */
export interface Diagnostics extends WeightDiagnostics {
  /** Of the same for the baseline. */
  readonly baseline: WeightDiagnostics;
  /** Candidates a decision, mean; where they were not logged, the actions that were logged of its title. */
  readonly meanCandidateCount: number;
  /** Mean probability of the target on candidates that the log could not show; null: the target is known for logged actions only. */
  readonly unsupportedMass: number | null;
  /** How often target and baseline would have shown different pictures: half the mean of |w_target − w_baseline|. */
  readonly disagreementRate: number;
  /** Mean reward of all rows. */
  readonly meanReward: number;
  /** Wilson's bound of the target's value where no rewarded row carries weight and rewards are 0 or 1; null otherwise. */
  readonly noRewardBound: Interval | null;
  readonly weightBins: readonly WeightBin[];
  readonly clipCurve: readonly ClipPoint[];
  /** One a twentieth of the log, in the order of time. */
  readonly cumulative: readonly CumulativePoint[];
  /** Empty: candidate propensities were not logged. */
  readonly calibration: readonly CalibrationBin[];
  /** Difference of the target's value between later and earlier half by its standard error; null: not defined. */
  readonly driftZ: number | null;
  /** SNIPS less DR by its standard error; null: no DR. */
  readonly agreementZ: number | null;
  /** Whether the log chose among all candidates evenly. */
  readonly isUniformLog: boolean;
}
