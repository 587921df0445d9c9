import type { Analysis } from '../analysis';
import type { HoldoutDescription } from './describe-holdout';
import type { SideCount, UniformRule } from './holdout-manifest';

/** Rewarded pairs below which no policy can be judged: each picks one candidate of several. */
const LEAST_REWARDED_COUNT = 50;

/** What warnings are made from. */
export interface HoldoutFindings {
  readonly pairsAsked: number;
  readonly rule: UniformRule;
  readonly sides: readonly SideCount[];
  readonly description: HoldoutDescription;
}

/** What whoever uses the holdout must know. */
export async function holdoutWarnings(
  analysis: Analysis,
  { pairsAsked, rule, sides, description: { pairCount, candidateCounts } }: HoldoutFindings,
): Promise<string[]> {
  const rewarded = candidateCounts.reduce((sum, { rewardedCount }) => sum + rewardedCount, 0);
  const training = sides.find(({ side }) => side === 'training')?.rowCount ?? 0;
  return [
    ...(pairCount < pairsAsked
      ? [`${pairCount} pairs of ${pairsAsked} asked for: the log has no more, see what each step left`]
      : []),
    ...(rewarded < LEAST_REWARDED_COUNT
      ? [`${rewarded} pairs were rewarded: hardly any policy can be judged on them`]
      : []),
    ...(training === 0
      ? ['nothing is left for training: every decision is of held-out members or time']
      : []),
    ...(rule.kind === 'propensity' ? await warningsOfRule(analysis) : []),
  ];
}

async function warningsOfRule(analysis: Analysis): Promise<string[]> {
  const { unknown } = await analysis.row<{ unknown: number }>(
    'SELECT count(*)::DOUBLE AS unknown FROM log JOIN chosen USING (decision_id) WHERE log.candidate_propensities IS NULL',
  );
  return [
    'the log has no slice: decisions whose propensities are all 1 / candidates stand for it, which are no fair share of the traffic where another policy chose evenly now and then',
    ...(unknown > 0
      ? [
          `in ${unknown} pairs only the propensity of the shown candidate is known: another policy may have given it 1 / candidates by chance`,
        ]
      : []),
  ];
}
