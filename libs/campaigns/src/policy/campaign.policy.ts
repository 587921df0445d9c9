import {
  isEligible,
  UNAVAILABLE_REASONS,
  unavailable,
  UNIFORM_VERSION,
  type Candidate,
  type DecisionContext,
  type Policy,
  type PolicyDistribution,
} from '@keyart/ranking';
import type { Campaign } from '../campaign';
import type { CampaignArm } from '../holdout/campaign-arm';
import { isOpenIn } from '../window/campaign-window';
import { choiceProbabilities } from './choice-probabilities';
import type { FrozenBatch, FrozenCreative } from './frozen-batch';

/** Why a campaign does not answer; the tiers after it do. */
export const CAMPAIGN_UNAVAILABLE_REASONS = {
  otherTitle: 'not-of-the-campaign',
  /** Not the window of the viewer's country. */
  closed: 'campaign-closed',
  /** The viewer belongs to none of its segments. */
  noSegment: 'no-segment',
  /** None of its creatives may be shown to the viewer. */
  noCreative: 'no-eligible-creative',
} as const;

/** A running campaign. */
export interface ServedCampaign {
  readonly campaign: Pick<Campaign, 'titleId' | 'windows' | 'creatives'>;
  readonly batch: FrozenBatch;
  /** The viewer's segment; null: none. A pure function. */
  readonly segmentOf: (memberId: string) => string | null;
  /** See `campaignArm`. */
  readonly armOf: (memberId: string) => CampaignArm;
}

type CreativeChoice = Pick<PolicyDistribution, 'probabilities' | 'scores' | 'source' | 'modelVersion'>;

/**
 * A campaign as a policy, to be the first tier of a composed one: of its viewers the holdout gets its eligible creatives uniformly, the others by the
 * batch's distribution of their segment. Where some creative may not be shown, the probabilities to be best are those among the rest, floor
 * included. Artworks outside of the campaign have probability 0 here; what lies around it (stickiness, pins, the
 * service's own floor) may give them some, and the propensity is that of the whole.
 * Unavailable: the reasons above, and `no-eligible-artwork`.
 */
export function campaignPolicy(served: ServedCampaign): Policy {
  const segments = new Map(served.batch.segments.map(({ name, creatives }) => [name, creatives]));
  return {
    name: `campaign(${served.batch.campaignId})`,
    distribute(context, candidates) {
      const reason = reasonAgainst(served, context);
      if (reason !== null) return unavailable('campaign', reason);
      if (!candidates.some(isEligible)) return unavailable('campaign', UNAVAILABLE_REASONS.noEligibleArtwork);
      const creatives = segments.get(served.segmentOf(context.viewer.memberId) ?? '');
      if (!creatives) return unavailable('campaign', CAMPAIGN_UNAVAILABLE_REASONS.noSegment);
      const shown = creatives.filter((creative) => positionOf(creative, candidates) >= 0);
      if (shown.length === 0) return unavailable('campaign', CAMPAIGN_UNAVAILABLE_REASONS.noCreative);
      const isHoldout = served.armOf(context.viewer.memberId) === 'holdout';
      const choice = isHoldout
        ? uniformChoice(shown, candidates)
        : batchChoice({ batch: served.batch, creatives, shown, candidates });
      return { ...UNCHANGED, ...choice };
    },
  };
}

const UNCHANGED = { kind: 'distribution', stickyOutcome: 'none', isLocked: false, tierFailures: [] } as const;

function reasonAgainst({ campaign }: ServedCampaign, context: DecisionContext): string | null {
  if (context.titleId !== campaign.titleId) return CAMPAIGN_UNAVAILABLE_REASONS.otherTitle;
  const isOpen = isOpenIn(campaign.windows, context.region, context.nowMs);
  return isOpen ? null : CAMPAIGN_UNAVAILABLE_REASONS.closed;
}

function uniformChoice(shown: readonly FrozenCreative[], candidates: readonly Candidate[]): CreativeChoice {
  return {
    probabilities: spread(candidates, { shown, values: shown.map(() => 1 / shown.length), rest: 0 }),
    scores: candidates.map(() => null),
    source: 'random',
    modelVersion: UNIFORM_VERSION,
  };
}

interface BatchChoice {
  readonly batch: FrozenBatch;
  readonly creatives: readonly FrozenCreative[];
  readonly shown: readonly FrozenCreative[];
  readonly candidates: readonly Candidate[];
}

function batchChoice({ batch, creatives, shown, candidates }: BatchChoice): CreativeChoice {
  const values =
    shown.length === creatives.length
      ? shown.map(({ probability }) => probability)
      : choiceProbabilities(
          shown.map(({ posterior }) => posterior),
          batch.epsilon,
        );
  const means = shown.map(({ posterior: { alpha, beta } }) => alpha / (alpha + beta));
  return {
    probabilities: spread(candidates, { shown, values, rest: 0 }),
    scores: spread<number | null>(candidates, { shown, values: means, rest: null }),
    source: 'campaign',
    modelVersion: batch.version,
  };
}

function positionOf({ artworkId }: FrozenCreative, candidates: readonly Candidate[]): number {
  return candidates.findIndex((one) => one.descriptor.artworkId === artworkId && isEligible(one));
}

interface Spread<T> {
  readonly shown: readonly FrozenCreative[];
  readonly values: readonly T[];
  readonly rest: T;
}

function spread<T>(candidates: readonly Candidate[], { shown, values, rest }: Spread<T>): T[] {
  const all = candidates.map(() => rest);
  shown.forEach((creative, i) => (all[positionOf(creative, candidates)] = values[i]));
  return all;
}
