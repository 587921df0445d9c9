import { createRandom } from '@keyart/common';
import { plantCampaign, PLANTED_PRIORS, type PlantedPrior } from './planted-campaign';
import { playCampaign, type PlayedSegment } from './play-campaign';

/** Leads of the best creative over the second; null: as drawn. */
export const LEADS = [0.1, 0.2, 0.3, null] as const;
/** The lead that floors are judged at: two creatives of 10,000 impressions each show 18% with 80% power. */
export const JUDGED_LEAD = 0.2;
/** What is planted. */
export const PLANTED_SIZE = { segmentCount: 4, creativeCount: 4, baseRate: 0.05 } as const;
/** How long it is played. */
export const PLAY_LENGTH = { impressionCount: 20_000, batchSize: 1000 } as const;

/** Planted campaigns of a kind, played to the end. */
export interface ChoiceRow {
  readonly lead: number | null;
  readonly prior: PlantedPrior;
  readonly segmentCount: number;
  /** Share of segments whose chosen creative is the best. */
  readonly rightFraction: number;
  /** Standard error, campaigns being independent. */
  readonly standardError: number;
  /** Of the best's takes, by choosing another; mean over segments. */
  readonly lostFraction: number;
  /** Regret as a share of that of showing all alike. */
  readonly regretShare: number;
}

/** What to simulate. */
export interface ChoiceQuestion {
  readonly seed: string;
  /** Of each kind. */
  readonly campaignCount: number;
  readonly onProgress: (fraction: number) => void;
}

/** Plays campaigns of each lead and each kind of prior. */
export function simulateChoices({ seed, campaignCount, onProgress }: ChoiceQuestion): ChoiceRow[] {
  const kinds = LEADS.flatMap((lead) => PLANTED_PRIORS.map((prior) => ({ lead, prior })));
  return kinds.map(({ lead, prior }, row) => {
    const played = Array.from({ length: campaignCount }, (_, i) => {
      onProgress((row + i / campaignCount) / kinds.length);
      const random = createRandom(`${seed}/choices/${lead ?? 'drawn'}/${prior}/${i}`);
      return playCampaign(plantCampaign({ ...PLANTED_SIZE, lead, prior }, random), PLAY_LENGTH, random);
    });
    return { lead, prior, ...summaryOf(played) };
  });
}

function summaryOf(played: readonly (readonly PlayedSegment[])[]): Omit<ChoiceRow, 'lead' | 'prior'> {
  const segments = played.flat();
  const total = (of: (segment: PlayedSegment) => number): number =>
    segments.reduce((sum, segment) => sum + of(segment), 0);
  const shares = played.map((own) => own.filter(({ isRight }) => isRight).length / own.length);
  return {
    segmentCount: segments.length,
    rightFraction: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    standardError: standardErrorOf(shares),
    lostFraction: total(({ lostFraction }) => lostFraction) / segments.length,
    regretShare: total(({ regret }) => regret) / total(({ uniformRegret }) => uniformRegret),
  };
}

function standardErrorOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
}
