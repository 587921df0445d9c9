import { priorStrength } from '@keyart/learning';

/** What a picture of the log earned. */
export interface PictureOutcome {
  readonly title: number;
  readonly picture: number;
  /** Reward less what is expected of the picture above its title's mean. */
  readonly surplus: number;
  /** Importance weight, > 0. */
  readonly weight: number;
}

/** Variances behind outcomes. */
export interface PictureVariances {
  /** v: of pictures around what is expected of them, within a title; ≥ 0, reward². */
  readonly ofPictures: number;
  /** σ²: of an outcome around its picture's mean. */
  readonly ofOutcomes: number;
}

interface Sums {
  weight: number;
  squares: number;
  total: number;
}

function sumsByPicture(outcomes: readonly PictureOutcome[]): Map<number, Map<number, Sums>> {
  const titles = new Map<number, Map<number, Sums>>();
  for (const { title, picture, surplus, weight } of outcomes) {
    const own = titles.get(title) ?? new Map<number, Sums>();
    titles.set(title, own);
    const sums = own.get(picture) ?? { weight: 0, squares: 0, total: 0 };
    own.set(picture, sums);
    sums.weight += weight;
    sums.squares += weight ** 2;
    sums.total += weight * surplus;
  }
  return titles;
}

/** Pooled within pictures, with the degrees of freedom that their means take. */
function outcomeVariance(
  outcomes: readonly PictureOutcome[],
  titles: ReadonlyMap<number, ReadonlyMap<number, Sums>>,
): number {
  let [squares, freedom] = [0, 0];
  for (const { title, picture, surplus, weight } of outcomes) {
    const own = titles.get(title)?.get(picture);
    if (!own) continue;
    squares += weight * (surplus - own.total / own.weight) ** 2;
    freedom += weight * (1 - weight / own.weight);
  }
  return freedom > 0 ? squares / freedom : 0;
}

/**
 * How far pictures lie from what a prior expects of them, from a log of other titles by moments (see `priorStrength`): the variance that a
 * bandit with that prior should start from.
 */
export function pictureVariances(outcomes: readonly PictureOutcome[]): PictureVariances {
  const titles = sumsByPicture(outcomes);
  const ofOutcomes = outcomeVariance(outcomes, titles);
  const groups = [...titles.values()].map((own) =>
    [...own.values()].map(({ weight, squares, total }) => ({
      mean: total / weight,
      count: weight ** 2 / squares,
    })),
  );
  return { ofPictures: ofOutcomes / priorStrength(groups, ofOutcomes), ofOutcomes };
}
