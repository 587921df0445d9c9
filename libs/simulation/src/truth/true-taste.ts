import { FACETS, type Facet } from '@keyart/features';
import type { FacetStrengthVector } from './film-facets';

/** A film that a viewer rated, by the film's place in the world's list. */
export interface RatedFilm {
  readonly film: number;
  /** Stars in [0.5, 5]. */
  readonly stars: number;
}

const F = FACETS.length;
/** Films without leaning that every facet starts from. */
const NEUTRAL_FILM_COUNT = 4;
/** Nobody has a taste for title cards, and whose face is on a picture is a matter of its own. */
const NO_TASTE: readonly Facet[] = ['lettering', 'star'];
const MOST = 2.5;

/** Sums over a viewer's films, from which one film can be taken away again. */
interface TasteSums {
  readonly mean: number;
  readonly count: number;
  /** Σ s_f, `[F]`. */
  readonly strengths: Float64Array;
  /** Σ s_f (stars − mean), `[F]`. */
  readonly surplus: Float64Array;
}

interface Scale {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function sumsOf(rated: readonly RatedFilm[], facets: readonly FacetStrengthVector[]): TasteSums {
  const mean = rated.reduce((sum, { stars }) => sum + stars, 0) / Math.max(1, rated.length);
  const [strengths, surplus] = [new Float64Array(F), new Float64Array(F)];
  for (const { film, stars } of rated) {
    for (let f = 0; f < F; f++) {
      strengths[f] += facets[film][f];
      surplus[f] += facets[film][f] * (stars - mean);
    }
  }
  return { mean, count: rated.length, strengths, surplus };
}

function without(
  sums: TasteSums,
  { film, stars }: RatedFilm,
  facets: readonly FacetStrengthVector[],
): TasteSums {
  const { mean, count } = sums;
  const strengths = sums.strengths.map((value, f) => value - facets[film][f]);
  const surplus = sums.surplus.map((value, f) => value - facets[film][f] * (stars - mean));
  return { mean, count: count - 1, strengths, surplus };
}

function scaleOf(vectors: readonly Float64Array[]): Scale {
  const n = Math.max(1, vectors.length);
  const mean = new Float64Array(F).map((_, f) => vectors.reduce((sum, vector) => sum + vector[f], 0) / n);
  const deviation = mean.map((centre, f) =>
    Math.sqrt(vectors.reduce((sum, vector) => sum + (vector[f] - centre) ** 2, 0) / n),
  );
  return { mean, deviation };
}

function scaled(vector: Float64Array, { mean, deviation }: Scale): Float64Array {
  return vector.map((value, f) => (deviation[f] > 0 ? (value - mean[f]) / deviation[f] : 0));
}

/**
 * What viewers really like, from all of their ratings but the one of the film at hand; the service sees the first 70% of
 * them, and sees genres where this sees what the films have. For viewer v and facet f, over the films j rated by v:
 * like = Σ s_jf (r_vj − r̄_v) / (4 + Σ s_jf); choice = ln((Σ s_jf + 4 π_f) / ((n_v + 4) π_f)), π_f the mean strength of
 * all ratings' films; both standardised over the viewers; taste = (like + choice) / √2, cut at ±2.5; 0 for `star` and `lettering`.
 */
export class TrueTaste {
  private readonly sums: readonly TasteSums[];
  private readonly shares: Float64Array;
  private readonly likeScale: Scale;
  private readonly choiceScale: Scale;

  /**
   * @param ratedByViewer per viewer, every rating
   * @param facets per film, `[F]`
   */
  constructor(
    private readonly ratedByViewer: readonly (readonly RatedFilm[])[],
    private readonly facets: readonly FacetStrengthVector[],
  ) {
    this.sums = ratedByViewer.map((rated) => sumsOf(rated, facets));
    const total = this.sums.reduce((sum, { count }) => sum + count, 0);
    this.shares = new Float64Array(F).map(
      (_, f) => this.sums.reduce((sum, { strengths }) => sum + strengths[f], 0) / Math.max(1, total),
    );
    this.likeScale = scaleOf(this.sums.map((sums) => this.like(sums)));
    this.choiceScale = scaleOf(this.sums.map((sums) => this.choice(sums)));
  }

  /** Taste of a viewer where the film at hand does not count, `[F]`, about standard normal, in [-2.5, 2.5]. */
  of(viewer: number, filmAtHand: number): Float64Array {
    const own = this.ratedByViewer[viewer].find(({ film }) => film === filmAtHand);
    const sums = own ? without(this.sums[viewer], own, this.facets) : this.sums[viewer];
    const like = scaled(this.like(sums), this.likeScale);
    const choice = scaled(this.choice(sums), this.choiceScale);
    return like.map((value, f) => {
      if (NO_TASTE.includes(FACETS[f])) return 0;
      return Math.max(-MOST, Math.min(MOST, (value + choice[f]) / Math.SQRT2));
    });
  }

  private like({ strengths, surplus }: TasteSums): Float64Array {
    return surplus.map((value, f) => value / (NEUTRAL_FILM_COUNT + strengths[f]));
  }

  private choice({ strengths, count }: TasteSums): Float64Array {
    return strengths.map((value, f) => {
      const share = this.shares[f];
      if (share === 0) return 0;
      return Math.log((value + NEUTRAL_FILM_COUNT * share) / ((count + NEUTRAL_FILM_COUNT) * share));
    });
  }
}
