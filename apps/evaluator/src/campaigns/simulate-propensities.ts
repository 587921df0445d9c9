import {
  campaignArm,
  campaignPolicy,
  freezeBatch,
  type FrozenBatch,
  type ResponseCount,
} from '@keyart/campaigns';
import { createRandom, type Random } from '@keyart/common';
import { chiSquaredSurvival } from '@keyart/evaluation';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import { chooseArtwork, type Candidate, type ChosenArtwork, type Policy } from '@keyart/ranking';
import { plantCampaign, type PlantedCampaign } from './planted-campaign';

/** Whether logged propensities are the truth. */
export interface PropensityResult {
  readonly decisionCount: number;
  /** Batches × segments, and the holdout of each. */
  readonly groupCount: number;
  /** Largest |Σ p − 1| of a logged distribution. */
  readonly largestSumError: number;
  /** Pearson's, over all groups. */
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

const SHAPE = { segmentCount: 3, creativeCount: 4, baseRate: 0.05, lead: null, prior: 'wrong' } as const;
const BATCH_COUNT = 10;

/** Observed choices beside the sums of the probabilities that were logged for them. */
interface Group {
  readonly observed: number[];
  readonly expected: number[];
}

/**
 * Decisions as the service makes them: policy, one draw by decision id, record. Within a batch and segment each artwork must be chosen as often as logged.
 */
export function simulatePropensities(seed: string, decisionCount: number): PropensityResult {
  const batchSize = Math.ceil(decisionCount / BATCH_COUNT);
  const random = createRandom(`${seed}/propensities`);
  const planted = plantCampaign(SHAPE, random);
  const counts = planted.rates.map((row) =>
    row.map((): ResponseCount => ({ impressionCount: 0, takeCount: 0 })),
  );
  const groups = new Map<string, Group>();
  let largestSumError = 0;
  for (let b = 0; b < BATCH_COUNT; b++) {
    const batch = freezeBatch(planted.campaign, counts);
    const policies = planted.rates.map((_, segment) => policyOf(planted, batch, segment));
    for (let i = 0; i < batchSize; i++) {
      const segment = i % SHAPE.segmentCount;
      const chosen = decide(planted, policies[segment], `${seed}/${b}/${i}`);
      const total = chosen.candidates.reduce((sum, { probability }) => sum + probability, 0);
      largestSumError = Math.max(largestSumError, Math.abs(total - 1));
      note(groups, `${b}/${segment}/${chosen.distribution.source}`, chosen);
      if (chosen.distribution.source === 'campaign') answer({ planted, counts, segment, chosen }, random);
    }
  }
  return { decisionCount: BATCH_COUNT * batchSize, largestSumError, ...pearson([...groups.values()]) };
}

function policyOf({ campaign }: PlantedCampaign, batch: FrozenBatch, segment: number): Policy {
  const deal = { campaignId: campaign.id, salt: 'propensities', holdoutShare: campaign.holdoutShare };
  return campaignPolicy({
    ...{ campaign, batch },
    segmentOf: () => campaign.segments[segment].name,
    armOf: (memberId) => campaignArm(deal, memberId),
  });
}

function decide({ campaign }: PlantedCampaign, policy: Policy, decisionId: string): ChosenArtwork {
  const viewer = { memberId: `viewer of ${decisionId}`, taste: NEW_VIEWER_TASTE };
  const nothing = {
    labelScores: null,
    studentScores: null,
    shownBefore: null,
    pinnedArtworkId: null,
    neighbours: [],
  };
  const nowMs = Date.parse(`${campaign.windows[0].firstDay}T12:00:00Z`);
  const context = {
    viewer,
    titleId: campaign.titleId,
    region: campaign.windows[0].country,
    nowMs,
    ...nothing,
  };
  const candidates = campaign.creatives.map(({ artworkId }) => candidateOf(artworkId));
  const chosen = chooseArtwork({ policy, context, candidates, decisionId, salt: 'propensities' });
  if (chosen.kind === 'chosen') return chosen;
  throw new Error(`the campaign did not answer: ${JSON.stringify(chosen.failures)}`);
}

function candidateOf(artworkId: string): Candidate {
  const described = { titleId: 'title', facets: {}, caption: '', captionVersion: '1', look: null };
  return { descriptor: { artworkId, isEditorialDefault: false, ...described }, ineligibleReasons: [] };
}

function note(groups: Map<string, Group>, name: string, { candidates, artworkId }: ChosenArtwork): void {
  const none = { observed: candidates.map(() => 0), expected: candidates.map(() => 0) };
  const group = groups.get(name) ?? none;
  candidates.forEach((candidate, k) => {
    group.observed[k] += candidate.artworkId === artworkId ? 1 : 0;
    group.expected[k] += candidate.probability;
  });
  groups.set(name, group);
}

interface Answered {
  readonly planted: PlantedCampaign;
  readonly counts: ResponseCount[][];
  readonly segment: number;
  readonly chosen: ChosenArtwork;
}

function answer({ planted, counts, segment, chosen }: Answered, random: Random): void {
  const k = planted.campaign.creatives.findIndex(({ artworkId }) => artworkId === chosen.artworkId);
  const { impressionCount, takeCount } = counts[segment][k];
  const took = random.next() < planted.rates[segment][k] ? 1 : 0;
  counts[segment][k] = { impressionCount: impressionCount + 1, takeCount: takeCount + took };
}

function pearson(
  groups: readonly Group[],
): Pick<PropensityResult, 'groupCount' | 'chiSquared' | 'degreesOfFreedom' | 'pValue'> {
  const terms = groups.flatMap(({ observed, expected }) =>
    expected.map((value, k) => (observed[k] - value) ** 2 / value),
  );
  const chiSquared = terms.reduce((sum, term) => sum + term, 0);
  const degreesOfFreedom = terms.length - groups.length;
  return {
    ...{ groupCount: groups.length, chiSquared, degreesOfFreedom },
    pValue: chiSquaredSurvival(chiSquared, degreesOfFreedom),
  };
}
