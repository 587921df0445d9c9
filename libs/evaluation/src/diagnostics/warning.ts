/** What can be wrong with an evaluation; each has a page in `docs/evaluation/warnings`. */
export const WARNING_CODES = [
  'BROKEN_PROPENSITY',
  'POOR_SUPPORT',
  'LOW_ESS',
  'EXTREME_WEIGHT',
  'HIGH_PARETO_K',
  'FEW_REWARDS',
  'ESTIMATORS_DISAGREE',
  'BIASED_REPLAY',
  'DRIFT',
  'UNDERPOWERED',
] as const;

/** One of the codes. */
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something that readers of an evaluation must know. */
export interface EvaluationWarning {
  readonly code: WarningCode;
  /** What was seen, with the number, in plain words. */
  readonly detail: string;
}
