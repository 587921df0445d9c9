import type { ExpectedWeight } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { PolicySpec } from '../policies/policy-spec';
import { unsupportedMass } from '../policies/unsupported-mass';
import type { PolicySources, PreparedPolicy } from '../policies/policy-table';

/** How far the log covers a policy. */
export interface PolicySupport {
  /** Mean and error of its mean weight under the candidates' propensities; null: it or they are not known whole. */
  readonly expected: ExpectedWeight | null;
  /** See `Diagnostics`. */
  readonly unsupportedMass: number | null;
}

/** A policy and what it was prepared from. */
export interface SupportSources {
  readonly policy: PreparedPolicy;
  readonly spec: PolicySpec;
  readonly sources: PolicySources;
}

/**
 * Support from the table `log` and the policy's distribution. Rows' variances of the weight are summed with the mean over all rows squared, at most too
 * large where rows differ in support.
 */
export async function policySupport(
  analysis: Analysis,
  { policy, spec, sources }: SupportSources,
): Promise<PolicySupport> {
  if (spec.kind === 'logging')
    return { expected: { mean: 1, standardError: 0 }, unsupportedMass: policy.long === null ? null : 0 };
  const { count, unknown } = await analysis.row<Record<'count' | 'unknown', number>>(
    'SELECT count(*)::DOUBLE AS count, (count(*) FILTER (candidate_propensities IS NULL))::DOUBLE AS unknown FROM log',
  );
  if (policy.long === null || !sources.hasCandidatePropensities || unknown > 0)
    return { expected: null, unsupportedMass: await unsupportedMass(analysis, policy, sources) };
  const sums = await analysis.row<Record<'supported' | 'squares' | 'missing', number | null>>(
    `SELECT sum(probability) FILTER (propensity > 0) AS supported, sum(probability * probability / propensity) FILTER (propensity > 0) AS squares, sum(probability) FILTER (coalesce(propensity, 0) = 0) AS missing FROM (SELECT p.probability, log.candidate_propensities[list_position(log.candidates, p.action)] AS propensity FROM ${policy.long} p JOIN log USING (row))`,
  );
  const perRow = (sum: number | null): number => rounded((sum ?? 0) / count);
  const mean = perRow(sums.supported);
  const variance = Math.max(0, perRow(sums.squares) - mean ** 2);
  return {
    expected: { mean, standardError: Math.sqrt(variance / count) },
    unsupportedMass: perRow(sums.missing),
  };
}

/** Sums of a parallel scan differ in their last digits from run to run. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
