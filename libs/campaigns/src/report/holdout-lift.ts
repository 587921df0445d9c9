import {
  analyzeExperiment,
  asymptoticCs,
  WELCH,
  type ArmSums,
  type ComparisonResult,
  type ExperimentPlan,
  type SampleRatio,
} from '@keyart/evaluation';
import type { Campaign } from '../campaign';
import type { CampaignArm } from '../holdout/campaign-arm';

/** Sums over viewers: takes Y, impressions D. */
export type ArmResponses = Readonly<Record<CampaignArm, ArmSums>>;

/** `under-powered`: whatever was seen, too little was seen to say; `unsound`: the arms do not have their sizes. */
export type LiftVerdict = 'better' | 'worse' | 'no difference shown' | 'under-powered' | 'unsound';

/** What the campaign brought over its holdout. */
export interface HoldoutLift {
  /** Takes per impression, relative; interval, p and the effect that such a test shows with 80% power. */
  readonly comparison: ComparisonResult;
  readonly sampleRatio: SampleRatio;
  /** How many times the variance of as many impressions of different viewers; null without an error. What the next campaign is planned with. */
  readonly designEffect: number | null;
  readonly verdict: LiftVerdict;
  /** In plain words where there is no verdict, or none of a lift. */
  readonly reason: string | null;
}

/** What a lift is read from. */
export interface LiftQuestion {
  readonly goal: Campaign['goal'];
  readonly holdoutShare: number;
  readonly arms: ArmResponses;
  /** All windows are over: one look, a fixed test. Before, an interval that holds at every look. */
  readonly isOver: boolean;
}

/**
 * Lift of the campaign's viewers over the holdout's, by the evaluator's A/B functions; viewers are what was randomised, impressions are what is
 * counted. A verdict is refused while the smallest lift of interest would not be shown with 80% power, significant or not: what is significant in too
 * small a test is mostly exaggerated.
 * Source: Gelman and Carlin, "Beyond power calculations: assessing type S (sign) and type M (magnitude) errors" (2014).
 * @throws StatisticInputError for sums that cannot be, and a holdout of fewer than two viewers
 */
export function holdoutLift({ goal, holdoutShare, arms, isOver }: LiftQuestion): HoldoutLift {
  const plan: ExperimentPlan = {
    ...{ isRelative: true, isCuped: false, correction: 'none', alternative: 'two-sided', alpha: 0.05 },
    method: isOver ? WELCH : asymptoticCs(arms.campaign.n + arms.holdout.n),
    weights: [holdoutShare, 1 - holdoutShare],
  };
  const { sampleRatio, metrics } = analyzeExperiment(plan, [
    {
      ...{ name: 'take fraction', type: 'ratio', better: 'higher' },
      arms: [
        { name: 'holdout', ...arms.holdout },
        { name: 'campaign', ...arms.campaign },
      ],
    },
  ]);
  const [comparison] = metrics;
  const judged = judge(comparison, { isSound: !sampleRatio.isMismatch, goal });
  return { comparison, sampleRatio, designEffect: designEffectOf(comparison, arms), ...judged };
}

function designEffectOf(
  { standardError, controlMean, treatmentMean }: ComparisonResult,
  { campaign, holdout }: ArmResponses,
): number | null {
  if (standardError === null) return null;
  const perImpression = (mean: number, sums: ArmSums): number =>
    (mean * (1 - mean)) / (sums.denominatorSum ?? 1);
  const carry = (treatmentMean / controlMean) ** 2;
  const independent = perImpression(treatmentMean, campaign) + carry * perImpression(controlMean, holdout);
  return (standardError * controlMean) ** 2 / independent;
}

function judge(
  { minimumDetectableEffect, verdict, problem }: ComparisonResult,
  { isSound, goal }: { readonly isSound: boolean; readonly goal: Campaign['goal'] },
): Pick<HoldoutLift, 'verdict' | 'reason'> {
  if (!isSound) return { verdict: 'unsound', reason: 'the arms do not have their planned sizes' };
  const shown = (share: number): string => `${(100 * share).toPrecision(2)}%`;
  const smallest = `the smallest lift of interest is ${shown(goal.smallestLift)}`;
  if (minimumDetectableEffect === null)
    return { verdict: 'under-powered', reason: problem ?? 'nothing can be tested yet' };
  if (minimumDetectableEffect > goal.smallestLift)
    return {
      verdict: 'under-powered',
      reason: `only a lift of ${shown(minimumDetectableEffect)} would be shown; ${smallest}`,
    };
  if (verdict === 'better' || verdict === 'worse') return { verdict, reason: null };
  return { verdict: 'no difference shown', reason: `${smallest}, and would have been shown` };
}
