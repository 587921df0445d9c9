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
/** Sums are exact in 38 digits, 18 of them behind the point: larger rewards and weights would not fit. */
const [LARGEST_REWARD, LEAST_PROPENSITY] = [1_000_000, 1e-9];

/** The same decision twice; seen only over all rows. */
const DUPLICATE_CHECK: LogCheck = {
  ...{ column: 'decision_id', problem: 'stands there more than once' },
  isWrong: 'decision_id IN (SELECT decision_id FROM log GROUP BY decision_id HAVING count(*) > 1)',
  value: 'decision_id',
};

/** What is checked of every log, before anything is estimated. */
export const LOG_CHECKS: readonly LogCheck[] = [
  {
    ...{ column: 'propensity', problem: 'is not a number in (0, 1]' },
    isWrong: 'propensity IS NULL OR NOT (propensity > 0 AND propensity <= 1)',
    value: 'coalesce(propensity_text, propensity::VARCHAR)',
  },
  {
    ...{ column: 'propensity', problem: `is below ${LEAST_PROPENSITY}, too little to be weighed by` },
    isWrong: `propensity > 0 AND propensity < ${LEAST_PROPENSITY}`,
    value: 'propensity::VARCHAR',
  },
  {
    ...{ column: 'reward', problem: 'is not a finite number' },
    isWrong: 'reward IS NULL OR NOT isfinite(reward)',
    value: 'coalesce(reward_text, reward::VARCHAR)',
  },
  {
    ...{ column: 'reward', problem: `is beyond ±${LARGEST_REWARD} (a larger unit makes it smaller)` },
    isWrong: `isfinite(reward) AND abs(reward) > ${LARGEST_REWARD}`,
    value: 'reward::VARCHAR',
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
    ...{ column: 'candidate_propensities', problem: 'are not all numbers in [0, 1]' },
    isWrong:
      'list_min(candidate_propensities) < 0 OR list_max(candidate_propensities) > 1 OR list_count(candidate_propensities) < len(candidate_propensities)',
    value: 'candidate_propensities::VARCHAR',
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

/** Columns that a log may leave out; where it has one, every row must. */
export const OPTIONAL_COLUMN_CHECKS: Readonly<Record<string, readonly LogCheck[]>> = {
  decision_id: [
    { column: 'decision_id', problem: 'is missing', isWrong: "coalesce(decision_id, '') = ''", value: "''" },
    DUPLICATE_CHECK,
  ],
  user_id: [{ column: 'user_id', problem: 'is missing', isWrong: "coalesce(user_id, '') = ''", value: "''" }],
  timestamp: [
    {
      ...{ column: 'timestamp', problem: 'is no date or time' },
      isWrong: 'moment IS NULL',
      value: 'moment_text',
    },
  ],
  locked: [
    {
      ...{ column: 'locked', problem: 'is neither true nor false' },
      isWrong: 'locked_text IS NOT NULL',
      value: 'locked_text',
    },
  ],
  candidates: [
    { column: 'candidates', problem: 'are no list of texts', isWrong: 'candidates IS NULL', value: "''" },
    {
      ...{ column: 'candidates', problem: 'name one twice or leave one out' },
      isWrong: 'len(list_distinct(candidates)) < len(candidates)',
      value: 'candidates::VARCHAR',
    },
  ],
  candidate_propensities: [
    {
      ...{ column: 'candidate_propensities', problem: 'are no list of numbers' },
      isWrong:
        'candidate_propensities IS NULL AND EXISTS (SELECT 1 FROM log WHERE candidate_propensities IS NOT NULL)',
      value: "''",
    },
  ],
};

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
