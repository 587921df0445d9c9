import { CampaignInputError } from '../errors';

/** How a segment answered a creative; fractions where old answers count for less. */
export interface ResponseCount {
  readonly impressionCount: number;
  /** At most the impressions. */
  readonly takeCount: number;
}

/** `[S][K]`: segments by creatives, in the campaign's order. */
export type ResponseTable = readonly (readonly ResponseCount[])[];

/** Days after which an answer counts for half: a campaign's pictures wear out in weeks, not in days. A choice of ours. */
export const RESPONSE_HALF_LIFE_DAYS = 14;

/** What a count of some age is multiplied by: `2^(−age / half-life)`. @param ageDays ≥ 0 @param halfLifeDays > 0 */
export function discountOf(ageDays: number, halfLifeDays: number = RESPONSE_HALF_LIFE_DAYS): number {
  return 2 ** (-ageDays / halfLifeDays);
}

/**
 * The counts when time has passed: both are multiplied by the discount, so that the posterior goes back towards its prior and the newest
 * answers weigh most.
 * Source: Raj and Kalyani, "Taming non-stationary bandits: a Bayesian approach" (2017), algorithm 1.
 * @param factor in [0, 1], see `discountOf`
 */
export function discounted(table: ResponseTable, factor: number): ResponseTable {
  return table.map((row) =>
    row.map(({ impressionCount, takeCount }) => ({
      impressionCount: factor * impressionCount,
      takeCount: factor * takeCount,
    })),
  );
}

/** @throws CampaignInputError naming segment and creative of a count that cannot be */
export function checkResponses(table: ResponseTable, [segments, creatives]: readonly [number, number]): void {
  if (table.length !== segments || table.some((row) => row.length !== creatives))
    throw new CampaignInputError('counts', `must be ${segments} segments by ${creatives} creatives`);
  table.forEach((row, s) =>
    row.forEach(({ impressionCount, takeCount }, k) => {
      const isFine = takeCount >= 0 && takeCount <= impressionCount && Number.isFinite(impressionCount);
      if (!isFine)
        throw new CampaignInputError(
          `counts[${s}][${k}]`,
          `${takeCount} takes of ${impressionCount} impressions`,
        );
    }),
  );
}
