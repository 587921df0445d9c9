import { freezeBatch, holdoutLift, type CampaignArm, type ResponseCount } from '@keyart/campaigns';
import { createRandom, pickIndex, type Random } from '@keyart/common';
import { wilsonInterval, type ArmSums } from '@keyart/evaluation';
import { normalDraw } from './normal-draw';
import { plantCampaign, type PlantedCampaign } from './planted-campaign';

/** How often nothing was taken for something. */
export interface LevelResult {
  readonly runCount: number;
  /** Share of the runs with p < .05. */
  readonly falseFraction: number;
  /** 95%, Wilson. */
  readonly interval: readonly [number, number];
  /** Runs by what was said in the end. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly meanDesignEffect: number;
}

/** What to simulate. */
export interface LevelQuestion {
  readonly seed: string;
  readonly runCount: number;
  readonly onProgress: (fraction: number) => void;
}

const LEVEL = 0.05;
const SHAPE = { segmentCount: 2, creativeCount: 3, baseRate: 0.05, lead: null, prior: 'none' } as const;
const [VIEWER_COUNT, BATCH_COUNT, VISIT_FRACTION] = [8000, 4, 0.6];
/** Standard deviation of viewers' own log odds: some take much more than others. */
const VIEWER_SD = 0.7;

/**
 * A/A: campaigns whose creatives are all alike, learning from noise as real ones do, analysed once they are over. Viewers come up to four times and differ in
 * how much they take of anything.
 */
export function simulateLevel({ seed, runCount, onProgress }: LevelQuestion): LevelResult {
  let [falseCount, designEffects] = [0, 0];
  const verdicts: Record<string, number> = {};
  for (let run = 0; run < runCount; run++) {
    onProgress(run / runCount);
    const random = createRandom(`${seed}/level/${run}`);
    const { campaign } = plantCampaign(SHAPE, random);
    const arms = playAlike(campaign, random);
    const lift = holdoutLift({
      goal: campaign.goal,
      holdoutShare: campaign.holdoutShare,
      arms,
      isOver: true,
    });
    verdicts[lift.verdict] = (verdicts[lift.verdict] ?? 0) + 1;
    designEffects += lift.designEffect ?? 1;
    if ((lift.comparison.pValue ?? 1) < LEVEL) falseCount++;
  }
  return {
    ...{ runCount, falseFraction: falseCount / runCount, interval: wilsonInterval(falseCount, runCount) },
    ...{ verdicts, meanDesignEffect: designEffects / runCount },
  };
}

interface Viewer {
  readonly arm: CampaignArm;
  readonly segment: number;
  readonly rate: number;
  impressionCount: number;
  takeCount: number;
}

function playAlike(campaign: PlantedCampaign['campaign'], random: Random): Record<CampaignArm, ArmSums> {
  const viewers = Array.from({ length: VIEWER_COUNT }, () => newViewer(campaign, random));
  const counts = campaign.segments.map(() =>
    campaign.creatives.map((): ResponseCount => ({ impressionCount: 0, takeCount: 0 })),
  );
  for (let batch = 0; batch < BATCH_COUNT; batch++) {
    const { segments } = freezeBatch(campaign, counts);
    const shares = segments.map(({ creatives }) => creatives.map(({ probability }) => probability));
    for (const viewer of viewers) {
      if (random.next() >= VISIT_FRACTION) continue;
      const took = random.next() < viewer.rate ? 1 : 0;
      viewer.impressionCount++;
      viewer.takeCount += took;
      if (viewer.arm === 'holdout') continue;
      const k = pickIndex(shares[viewer.segment], random);
      const { impressionCount, takeCount } = counts[viewer.segment][k];
      counts[viewer.segment][k] = { impressionCount: impressionCount + 1, takeCount: takeCount + took };
    }
  }
  return { campaign: sumsOf(viewers, 'campaign'), holdout: sumsOf(viewers, 'holdout') };
}

function newViewer({ segments, goal, holdoutShare }: PlantedCampaign['campaign'], random: Random): Viewer {
  const logOdds = Math.log(goal.baseRate / (1 - goal.baseRate)) + VIEWER_SD * normalDraw(random);
  return {
    arm: random.next() < holdoutShare ? 'holdout' : 'campaign',
    segment: Math.floor(random.next() * segments.length),
    rate: 1 / (1 + Math.exp(-logOdds)),
    ...{ impressionCount: 0, takeCount: 0 },
  };
}

function sumsOf(viewers: readonly Viewer[], arm: CampaignArm): ArmSums {
  const seen = viewers.filter((viewer) => viewer.arm === arm && viewer.impressionCount > 0);
  const total = (of: (viewer: Viewer) => number): number => seen.reduce((sum, viewer) => sum + of(viewer), 0);
  return {
    n: seen.length,
    sum: total(({ takeCount }) => takeCount),
    sumSquares: total(({ takeCount }) => takeCount ** 2),
    denominatorSum: total(({ impressionCount }) => impressionCount),
    denominatorSumSquares: total(({ impressionCount }) => impressionCount ** 2),
    crossSum: total(({ takeCount, impressionCount }) => takeCount * impressionCount),
  };
}
