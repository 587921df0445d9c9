import { rowOf } from '@keyart/similarity';
import type { MarketCounts } from './audience-core';
import type { AudienceTitle } from './audience-title';
import { logAge } from './title-age';

/** A launched title that a forecast leans on. */
export interface NearDonor {
  /** Place among the donors. */
  readonly place: number;
  /** > 0 */
  readonly weight: number;
}

/** Who is asked about, and by what vector. */
export interface DonorQuestion {
  readonly title: AudienceTitle;
  readonly vector: Float32Array;
  /** Place of the title itself among the donors, which does not count; −1: it is none of them. */
  readonly own: number;
}

const DONOR_COUNT = 40;
/** Weight is cosine to this power: the near ones carry the forecast. */
const SHARPNESS = 4;
/** Years apart, in ln(1 + years), at which a donor counts e⁻¹ as much. */
const AGE_SCALE = 0.5;
/** A film says less of a series. */
const OTHER_KIND = 0.3;

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Nearest launched titles by vector, age at launch and kind; nearest first, none without likeness. */
export function nearestDonors({ title, vector, own }: DonorQuestion, counts: MarketCounts): NearDonor[] {
  const ageOf = (ageYears: number | null): number =>
    ageYears === null ? counts.meanLogAge : logAge(ageYears);
  const age = ageOf(title.ageYears);
  return counts.donors
    .map((donor, place) => {
      const likeness = place === own ? 0 : Math.max(0, cosine(vector, rowOf(counts.vectors, place)));
      const kind = donor.isSeries === title.isSeries ? 1 : OTHER_KIND;
      const apart = (ageOf(donor.ageYears) - age) ** 2;
      return { place, weight: likeness ** SHARPNESS * kind * Math.exp(-apart / AGE_SCALE) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, DONOR_COUNT);
}

/** Equally weighted titles that would say as much, (Σw)² / Σw² (Kish 1965); 0 of none. */
export function effectiveCount(donors: readonly NearDonor[]): number {
  const sum = donors.reduce((total, { weight }) => total + weight, 0);
  const squares = donors.reduce((total, { weight }) => total + weight ** 2, 0);
  return squares === 0 ? 0 : sum ** 2 / squares;
}
