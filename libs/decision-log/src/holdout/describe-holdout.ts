import { detectableInErrors, relativeStandardError } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { CandidateCount, HoldoutManifest, HoldoutPower } from './holdout-manifest';

const LEVEL = 0.05;
/** Supposed where nothing is known of the policies; a smaller share shows smaller lifts. */
const DISAGREEMENT = 0.5;
const SMALLEST_LIFT = 0.05;

/** What the table `chosen` holds. */
export type HoldoutDescription = Pick<
  HoldoutManifest,
  'pairCount' | 'memberCount' | 'titleCount' | 'firstAt' | 'lastAt' | 'power' | 'candidateCounts'
>;

interface Totals {
  readonly pairs: number;
  readonly members: number;
  readonly titles: number;
  readonly first: number;
  readonly last: number;
  readonly reward: number;
  /** En[K r²], what the paired difference's variance is made of. */
  readonly spread: number;
}

/** Reads what the holdout is like. */
export async function describeHoldout(analysis: Analysis): Promise<HoldoutDescription> {
  const totals = await analysis.row<Totals>(
    `SELECT count(*)::DOUBLE AS pairs, count(DISTINCT user_id)::DOUBLE AS members, count(DISTINCT title_id)::DOUBLE AS titles, epoch_ms(min(moment))::DOUBLE AS first, epoch_ms(max(moment))::DOUBLE AS last, ${mean('reward')} AS reward, ${mean('candidate_count * reward * reward')} AS spread FROM chosen`,
  );
  const candidateCounts = await analysis.rows<CandidateCount>(
    `SELECT candidate_count AS "candidateCount", count(*)::DOUBLE AS "pairCount", (count(*) FILTER (reward <> 0))::DOUBLE AS "rewardedCount" FROM chosen GROUP BY candidate_count ORDER BY candidate_count`,
  );
  return {
    ...{ pairCount: totals.pairs, memberCount: totals.members, titleCount: totals.titles },
    ...{ firstAt: new Date(totals.first).toISOString(), lastAt: new Date(totals.last).toISOString() },
    ...{ power: powerOf(totals), candidateCounts },
  };
}

function mean(sql: string): string {
  return `(sum((${sql})::DECIMAL(38, 18))::DOUBLE / count(*))`;
}

/** `√(2 d K p / n) / p`, with En[K r²] for K p: the same for rewards of 0 and 1, and right for others. */
function powerOf({ pairs, reward, spread }: Totals): HoldoutPower | null {
  if (!(reward > 0)) return null;
  const design = {
    ...{ actionCount: spread / reward, baseRate: reward, disagreement: DISAGREEMENT, alpha: LEVEL },
  };
  const least = detectableInErrors(LEVEL) * relativeStandardError(design, pairs);
  return {
    ...{ disagreement: DISAGREEMENT, meanReward: reward, rewardedCandidateCount: spread / reward },
    ...{ minimumDetectableEffect: least, smallestLift: SMALLEST_LIFT },
    requiredPairCount: Math.ceil(pairs * (least / SMALLEST_LIFT) ** 2),
  };
}
