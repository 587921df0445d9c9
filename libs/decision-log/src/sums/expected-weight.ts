import type { ExpectedWeight } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { PreparedPolicy } from '../policies/policy-table';

/**
 * Mean and error that a policy's mean weight has under the candidates' propensities, from the tables `log` and `ROLE_long`. Rows' variances
 * are summed with the mean over all rows squared, at most too large where rows differ in support.
 * @returns null: the policy or some candidates' propensities are not known
 */
export async function expectedWeight(
  analysis: Analysis,
  { role, isWhole }: PreparedPolicy,
  hasCandidatePropensities: boolean,
): Promise<ExpectedWeight | null> {
  if (!isWhole || !hasCandidatePropensities) return null;
  const { count, unknown } = await analysis.row<{ count: number; unknown: number }>(
    'SELECT count(*)::DOUBLE AS count, (count(*) FILTER (candidate_propensities IS NULL))::DOUBLE AS unknown FROM log',
  );
  if (unknown > 0) return null;
  const { sum, squares } = await analysis.row<{ sum: number | null; squares: number | null }>(
    `SELECT sum(probability) AS sum, sum(probability * probability / propensity) AS squares FROM (SELECT p.probability, log.candidate_propensities[list_position(log.candidates, p.action)] AS propensity FROM ${role}_long p JOIN log USING (row) WHERE p.probability > 0) WHERE propensity > 0`,
  );
  const mean = rounded((sum ?? 0) / count);
  const variance = rounded((squares ?? 0) / count) - mean ** 2;
  return { mean, standardError: Math.sqrt(Math.max(0, variance) / count) };
}

/** Sums of a parallel scan differ in their last digits from run to run. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
