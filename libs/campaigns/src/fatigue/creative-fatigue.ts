import { adjustByHolm, normalSurvival } from '@keyart/evaluation';
import { CampaignInputError } from '../errors';
import { riskRatio, type RatioStratum, type RiskRatio } from './risk-ratio';

/** How often a viewer had seen the creative before, in classes. */
export const REPEAT_CLASSES = [
  { name: '2nd', from: 1, to: 1 },
  { name: '3rd–4th', from: 2, to: 3 },
  { name: '5th and later', from: 4, to: Infinity },
] as const;

/** Two-sided, over all creatives of a campaign together (Holm). */
const LEVEL = 0.05;

/** How viewers answered a creative at one stage. */
export interface FatigueCell {
  readonly artworkId: string;
  /** Within it fresh and repeated impressions are comparable: segment, and how many impressions of the campaign the viewer had before. */
  readonly stratum: string;
  /** How often the viewer had seen this creative before, 0 is fresh. */
  readonly repeatCount: number;
  /** Discounted by age, see `discountOf`. */
  readonly impressionCount: number;
  readonly takeCount: number;
}

/** Rate of repeated impressions relative to fresh ones, in like circumstances. */
export interface WearOfClass extends RiskRatio {
  readonly name: string;
}

/** What repetition does to a creative. */
export interface CreativeFatigue {
  readonly artworkId: string;
  /** All repeated impressions against fresh ones; null: none that can be compared. */
  readonly overall: RiskRatio | null;
  readonly classes: readonly WearOfClass[];
  /** Holm over the creatives; null without an overall. */
  readonly adjustedPValue: number | null;
  /** `tired`: shown to be below its fresh level; `holds`: not shown. */
  readonly verdict: 'tired' | 'holds' | 'too little data';
}

/**
 * Whether creatives tire: takes of viewers who had seen the creative before, relative to viewers who had not, within strata of segment and number of
 * campaign impressions before. Without these, a creative would seem to tire since those who take leave, and who stays takes less of anything.
 * Valid where, within a stratum, chance decided which of the creatives a viewer had seen, as a campaign's draws do.
 * Discounted counts give intervals that are a little too wide, never too narrow.
 * @throws CampaignInputError for counts that cannot be
 */
export function creativeFatigue(
  artworkIds: readonly string[],
  cells: readonly FatigueCell[],
): CreativeFatigue[] {
  cells.forEach(checkCell);
  const found = artworkIds.map((artworkId) => wearOf(cells.filter((cell) => cell.artworkId === artworkId)));
  const adjusted = adjustByHolm(found.map(({ overall }) => overall && pValueOf(overall)));
  return artworkIds.map((artworkId, k) => {
    const { overall, classes } = found[k];
    const adjustedPValue = adjusted[k];
    const isTired = overall !== null && overall.ratio < 1 && (adjustedPValue ?? 1) < LEVEL;
    const verdict = overall === null ? 'too little data' : isTired ? 'tired' : 'holds';
    return { artworkId, overall, classes, adjustedPValue, verdict };
  });
}

function wearOf(cells: readonly FatigueCell[]): Pick<CreativeFatigue, 'overall' | 'classes'> {
  const within = (from: number, to: number): RiskRatio | null => riskRatio(strataOf(cells, [from, to]));
  const classes = REPEAT_CLASSES.flatMap(({ name, from, to }) => {
    const ratio = within(from, to);
    return ratio ? [{ name, ...ratio }] : [];
  });
  return { overall: within(1, Infinity), classes };
}

function strataOf(cells: readonly FatigueCell[], [from, to]: readonly [number, number]): RatioStratum[] {
  const strata = new Map<string, RatioStratum>();
  const nothing = { exposedCount: 0, exposedHits: 0, freshCount: 0, freshHits: 0 };
  for (const { stratum, repeatCount, impressionCount, takeCount } of cells) {
    const before = strata.get(stratum) ?? nothing;
    if (repeatCount === 0)
      strata.set(stratum, {
        ...before,
        freshCount: before.freshCount + impressionCount,
        freshHits: before.freshHits + takeCount,
      });
    else if (repeatCount >= from && repeatCount <= to)
      strata.set(stratum, {
        ...before,
        exposedCount: before.exposedCount + impressionCount,
        exposedHits: before.exposedHits + takeCount,
      });
  }
  return [...strata.values()];
}

function pValueOf({ ratio, logStandardError }: RiskRatio): number {
  return 2 * normalSurvival(Math.abs(Math.log(ratio)) / logStandardError);
}

function checkCell({ artworkId, repeatCount, impressionCount, takeCount }: FatigueCell): void {
  const isFine = repeatCount >= 0 && takeCount >= 0 && takeCount <= impressionCount;
  if (!isFine || !Number.isFinite(impressionCount))
    throw new CampaignInputError(
      `fatigue of ${artworkId}`,
      `${takeCount} takes of ${impressionCount} impressions after ${repeatCount}`,
    );
}
