import type { Verdict } from '../verdict/verdict';
import { adjustByBenjaminiHochberg } from './adjust-by-benjamini-hochberg';
import { adjustByHolm } from './adjust-by-holm';
import { checkExperiment } from './check-experiment';
import { sampleRatio } from './checks/sample-ratio';
import { compareArms, type RawComparison } from './compare-arms';
import type { ComparisonResult, ExperimentResult } from './comparison-result';
import type { Correction, ExperimentPlan, MeasuredMetric } from './experiment-plan';
import { armsNotCompared, shortageOf } from './not-compared';

type Judged = RawComparison & Pick<MeasuredMetric, 'better'>;

/**
 * A randomised test from sums alone: the sample ratio of all arms first, then every arm that is large enough to be measured against the control
 * on every metric, corrected together; arms that are not are named. With a
 * sample ratio mismatch, leaked traffic or many members in several arms effects are still shown, but no verdict: nobody knows who is missing.
 * @throws StatisticInputError naming metric, arm and field of numbers that cannot be
 */
export function analyzeExperiment(
  plan: ExperimentPlan,
  metrics: readonly MeasuredMetric[],
): ExperimentResult {
  checkExperiment(plan, metrics);
  const groups = metrics[0].arms.map(({ n }, i) => ({ count: n, expectedShare: plan.weights[i] }));
  const ratio = sampleRatio(groups);
  const isSound = !ratio.isMismatch && ratio.leakedTraffic.length === 0 && !plan.multipleExposure?.isBroken;
  const compared = metrics.flatMap((metric) =>
    metric.arms
      .slice(1)
      .filter((arm) => shortageOf(metric.type, arm, plan.fewestUnits) === null)
      .map((arm): Judged => ({ ...compareArms(plan, metric, arm), better: metric.better })),
  );
  const adjusted = adjust(compared, plan.correction);
  return {
    sampleRatio: ratio,
    metrics: compared.map((comparison, i) => judge(comparison, adjusted[i], { alpha: plan.alpha, isSound })),
    notCompared: armsNotCompared(plan, metrics),
  };
}

function adjust(compared: readonly Judged[], correction: Correction): (number | null)[] {
  if (correction === 'none') return compared.map(() => null);
  const goals = compared.map(({ guardrail, pValue }) => (guardrail ? null : pValue));
  return correction === 'holm' ? adjustByHolm(goals) : adjustByBenjaminiHochberg(goals);
}

function judge(
  { better, ...comparison }: Judged,
  adjustedPValue: number | null,
  { alpha, isSound }: { alpha: number; isSound: boolean },
): ComparisonResult {
  const { effect, pValue } = comparison;
  const isShown = (adjustedPValue ?? pValue ?? 1) < alpha;
  const isGood = effect !== null && effect > 0 === (better === 'higher');
  const shown: Verdict = isGood ? 'better' : 'worse';
  const verdict: Verdict =
    !isSound || pValue === null ? 'insufficient evidence' : isShown ? shown : 'no difference shown';
  return { ...comparison, adjustedPValue, verdict };
}
