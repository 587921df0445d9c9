import {
  adjustByHolm,
  columnOf,
  differenceOf,
  measureAll,
  NORMALISED_IPS,
  pValueOf,
  termKey,
  total,
  valueOf,
  withinCandidates,
  type Estimator,
  type LogSums,
  type Measured,
  type PolicyRole,
} from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { readSums } from '../sums/read-sums';
import { matchVerdictOf } from './match-verdict';
import type { MatchResult, MatchStratum } from './match-result';
import { readStratumCounts, type StratumCounts } from './stratum-counts';

/**
 * Normalised IPS of both policies and their paired difference, over all decisions of the table `judged` and by number of candidates, with
 * intervals clustered by member.
 * @param alpha intervals miss with this probability, in (0, 1)
 */
export async function evaluateMatch(analysis: Analysis, alpha: number): Promise<MatchResult> {
  const [ofAll, ...ofStrata] = await readStratumCounts(analysis);
  // A single stratum is the whole.
  const counts = ofStrata.length === 1 ? [ofAll] : [ofAll, ...ofStrata];
  const estimators = counts.map(({ range }) =>
    range ? withinCandidates(NORMALISED_IPS, range) : NORMALISED_IPS,
  );
  const sums = await readSums(analysis, estimators);
  const whole = chanceIn(sums, NORMALISED_IPS);
  const measured: MatchStratum[] = [];
  for (const [i, estimator] of estimators.entries())
    measured.push(await measureStratum(sums, estimator, { counts: counts[i], alpha, whole }));
  const [overall, ...others] = measured;
  const strata = ofStrata.length === 1 ? [{ ...overall, candidates: ofStrata[0].candidates }] : others;
  const adjusted = adjustByHolm(strata.map(({ pValue }) => pValue));
  return {
    overall: withVerdict(overall, alpha),
    strata: strata.map((one, i) => withVerdict({ ...one, pValue: adjusted[i] }, alpha)),
  };
}

function withVerdict(stratum: MatchStratum, alpha: number): MatchStratum {
  return { ...stratum, verdict: matchVerdictOf(stratum, alpha) };
}

/** Σ r / (K p): what choosing at random earns. */
function chanceIn(sums: LogSums, { terms }: Estimator): number {
  return total(columnOf(sums, termKey('baseline', terms[1])));
}

interface StratumParts {
  readonly counts: StratumCounts;
  readonly alpha: number;
  /** What choosing at random earns in all decisions. */
  readonly whole: number;
}

async function measureStratum(
  sums: LogSums,
  estimator: Estimator,
  { counts, alpha, whole }: StratumParts,
): Promise<MatchStratum> {
  const { candidates, sampleCount, memberCount, rewardedRowCount, effectiveRewardedCount } = counts;
  const chance = chanceIn(sums, estimator);
  const functionals = [valueOf(estimator, 'target'), valueOf(estimator, 'baseline'), differenceOf(estimator)];
  const [target, baseline, difference] =
    chance > 0 ? await measureAll(sums, functionals, { alpha, drawCount: 0, seed: 0 }) : [null, null, null];
  const isRewarded = rewardedRowCount.target > 0 && rewardedRowCount.baseline > 0;
  return {
    ...{ candidates, sampleCount, memberCount, rewardedRowCount, effectiveRewardedCount },
    chanceShare: whole > 0 ? chance / whole : null,
    target: target && boundedValue(target, { role: 'target', counts, chance }),
    baseline: baseline && boundedValue(baseline, { role: 'baseline', counts, chance }),
    difference: difference && (isRewarded ? difference : withoutError(difference)),
    pValue: difference && isRewarded ? pValueOf(sums, differenceOf(estimator)) : null,
    verdict: 'insufficient evidence',
  };
}

/** Never [0, 0]: that nothing was earned does not say that nothing will be. */
function boundedValue(
  value: Measured,
  { role, counts, chance }: { role: PolicyRole; counts: StratumCounts; chance: number },
): Measured {
  if (counts.rewardedRowCount[role] > 0) return value;
  const bound = counts.noRewardBound[role];
  return { ...withoutError(value), interval: bound && [0, (bound[1] * counts.sampleCount) / chance] };
}

function withoutError({ value }: Measured): Measured {
  return { value, standardError: null, interval: null, bootstrapInterval: null };
}
