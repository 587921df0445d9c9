/** A way in which rows of the table `log` can be wrong. */
export interface LogCheck {
  readonly column: string;
  readonly problem: string;
  /** SQL: true for a row that is wrong. */
  readonly isWrong: string;
  /** SQL: what to show. */
  readonly value: string;
}

const EPSILON = 1e-6;

/** What is checked of every log, before anything is estimated. */
export const LOG_CHECKS: readonly LogCheck[] = [
  {
    ...{ column: 'propensity', problem: 'is not a number in (0, 1]' },
    isWrong: 'propensity IS NULL OR NOT (propensity > 0 AND propensity <= 1)',
    value: 'coalesce(propensity_text, propensity::VARCHAR)',
  },
  {
    ...{ column: 'reward', problem: 'is not a finite number' },
    isWrong: 'reward IS NULL OR NOT isfinite(reward)',
    value: 'coalesce(reward_text, reward::VARCHAR)',
  },
  { column: 'action', problem: 'is missing', isWrong: "coalesce(action, '') = ''", value: 'action' },
  {
    ...{ column: 'action', problem: 'is not among the candidates' },
    isWrong: 'candidates IS NOT NULL AND NOT list_contains(candidates, action)',
    value: 'action',
  },
  {
    ...{ column: 'candidate_propensities', problem: 'are not as many as candidates' },
    isWrong:
      'candidate_propensities IS NOT NULL AND len(candidate_propensities) IS DISTINCT FROM len(candidates)',
    value: "len(candidate_propensities)::VARCHAR || ' for ' || coalesce(len(candidates), 0)::VARCHAR",
  },
  {
    ...{ column: 'candidate_propensities', problem: 'do not sum to 1' },
    isWrong: `candidate_propensities IS NOT NULL AND NOT coalesce(abs(list_sum(candidate_propensities) - 1) <= ${EPSILON}, false)`,
    value: "'a sum of ' || coalesce(list_sum(candidate_propensities)::VARCHAR, 'nothing')",
  },
  {
    ...{
      column: 'candidate_propensities',
      problem: 'has another probability for the action than propensity',
    },
    isWrong: `candidate_propensities IS NOT NULL AND list_contains(candidates, action) AND abs(candidate_propensities[list_position(candidates, action)] - propensity) > ${EPSILON}`,
    value:
      "candidate_propensities[list_position(candidates, action)]::VARCHAR || ' for ' || propensity::VARCHAR",
  },
];

/** Facets that were logged; MIPS cannot do with some of them. */
export const FACET_CHECKS: readonly LogCheck[] = [
  { column: 'candidate_facets', problem: 'are no list', isWrong: 'candidate_facets IS NULL', value: "''" },
  {
    ...{ column: 'candidate_facets', problem: 'are not as many as candidates' },
    isWrong: 'len(candidate_facets) IS DISTINCT FROM len(candidates) AND candidate_facets IS NOT NULL',
    value: "len(candidate_facets)::VARCHAR || ' for ' || coalesce(len(candidates), 0)::VARCHAR",
  },
  {
    ...{ column: 'candidate_facets', problem: 'leave a candidate without a facet' },
    isWrong: "len(list_filter(candidate_facets, one -> coalesce(one, '') = '')) > 0",
    value: 'candidate_facets::VARCHAR',
  },
];

/** The same decision twice; seen only over all rows. */
export const DUPLICATE_CHECK: LogCheck = {
  ...{ column: 'decision_id', problem: 'stands there more than once' },
  isWrong: 'decision_id IN (SELECT decision_id FROM log GROUP BY decision_id HAVING count(*) > 1)',
  value: 'decision_id',
};

/** A probability that a column gives for a policy. */
export function probabilityCheck(column: string, i: number): LogCheck {
  return {
    ...{ column, problem: 'is not a number in [0, 1]' },
    isWrong: `probability_${i} IS NULL OR NOT (probability_${i} >= 0 AND probability_${i} <= 1)`,
    value: `coalesce(probability_${i}_text, probability_${i}::VARCHAR)`,
  };
}

/** A number that the reward model reads. */
export function extraCheck(column: string, i: number): LogCheck {
  return {
    ...{ column, problem: 'is not a finite number' },
    isWrong: `number_${i} IS NULL OR NOT isfinite(number_${i})`,
    value: `number_${i}::VARCHAR`,
  };
}
