import type { PaletteColour } from '@keyart/contracts';
import { oklabToHex, squaredDistance, type Oklab, type OklabPixels } from '../pixels/oklab';
import { colourHistogram, type ColourBin } from './colour-histogram';
import { distinctColours } from './distinct-colours';

const COLOUR_COUNT = 5;
const MAX_ROUNDS = 30;

/** The bins nearest to one centre: how many pixels they hold, and the sums of those. */
interface Cluster {
  count: number;
  lightness: number;
  greenRed: number;
  blueYellow: number;
}

/**
 * The colours that stand for a picture: k-means in OKLab (Lloyd 1982) over its histogram, seeded with the most widespread distinct
 * colours, so that nothing is drawn by chance.
 * @returns five at most, fewer for a picture of fewer colours; largest share first; shares sum to 1
 */
export function paletteOf(pixels: OklabPixels): PaletteColour[] {
  const bins = colourHistogram(pixels);
  const pixelCount = pixels.lightness.length;
  return settle(bins)
    .map((cluster) => ({ hex: oklabToHex(meanOf(cluster)), fraction: cluster.count / pixelCount }))
    .sort((a, b) => b.fraction - a.fraction);
}

/** Until no bin changes its centre. */
function settle(bins: readonly ColourBin[]): Cluster[] {
  let centres: readonly Oklab[] = distinctColours(bins, COLOUR_COUNT);
  let nearest: number[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = nearest;
    nearest = bins.map((bin) => nearestOf(centres, bin));
    if (nearest.every((centre, i) => centre === before[i])) break;
    centres = clustersOf(bins, nearest).map(meanOf);
  }
  return clustersOf(bins, nearest);
}

function nearestOf(centres: readonly Oklab[], colour: Oklab): number {
  let nearest = 0;
  let least = Infinity;
  centres.forEach((centre, k) => {
    const distance = squaredDistance(colour, centre);
    if (distance >= least) return;
    least = distance;
    nearest = k;
  });
  return nearest;
}

/** None of them empty. */
function clustersOf(bins: readonly ColourBin[], nearest: readonly number[]): Cluster[] {
  const clusters: Cluster[] = [];
  bins.forEach((bin, i) => {
    const cluster = (clusters[nearest[i]] ??= { count: 0, lightness: 0, greenRed: 0, blueYellow: 0 });
    cluster.count += bin.count;
    cluster.lightness += bin.count * bin.lightness;
    cluster.greenRed += bin.count * bin.greenRed;
    cluster.blueYellow += bin.count * bin.blueYellow;
  });
  return clusters.filter(Boolean);
}

function meanOf({ count, lightness, greenRed, blueYellow }: Cluster): Oklab {
  return { lightness: lightness / count, greenRed: greenRed / count, blueYellow: blueYellow / count };
}
