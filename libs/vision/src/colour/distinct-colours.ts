import { squaredDistance, type Oklab } from '../pixels/oklab';
import type { ColourBin } from './colour-histogram';

/** Nearer colours are one colour with noise. */
const LEAST_DISTANCE = 0.05;

/**
 * Widespread colours far from one another: the most frequent one, then again and again the one with the most pixels times squared
 * distance to those chosen. It is k-means++ with the likeliest draw in place of a random one.
 * @param bins at least one
 * @returns between 1 and `most`
 * @see Arthur & Vassilvitskii, k-means++: the advantages of careful seeding, SODA 2007
 */
export function distinctColours(bins: readonly ColourBin[], most: number): Oklab[] {
  const chosen = [bins.reduce((best, bin) => (bin.count > best.count ? bin : best))];
  const distances = bins.map((bin) => squaredDistance(bin, chosen[0]));
  while (chosen.length < most) {
    const next = farthest(bins, distances);
    if (next === null) break;
    chosen.push(next);
    bins.forEach((bin, i) => (distances[i] = Math.min(distances[i], squaredDistance(bin, next))));
  }
  return chosen;
}

function farthest(bins: readonly ColourBin[], distances: readonly number[]): ColourBin | null {
  let best: ColourBin | null = null;
  let most = 0;
  bins.forEach((bin, i) => {
    const gain = bin.count * distances[i];
    if (distances[i] >= LEAST_DISTANCE ** 2 && gain > most) [best, most] = [bin, gain];
  });
  return best;
}
