import type { InsightTruth } from '../insights/insight-truth';
import type { SourceFilm } from '../source/source';
import type { WorldTitle } from '../titles/world-title';
import type { WorldViewer } from '../viewers/world-viewer';
import type { World } from '../world';
import { trueTakeProbability, type ViewerBeforeTitle } from './true-model';
import type { RatedFilm } from './true-taste';

/** Logits of a star more or less. */
const LOGITS_PER_STAR = 0.45;
/** Films an average's viewers or films start from. */
const NEUTRAL_COUNT = 5;
const LIKED_TWICE = 2;
const LEAD_CAST_COUNT = 4;

interface Means {
  readonly all: number;
  readonly byFilm: Float64Array;
  readonly byViewer: Float64Array;
}

function shrunkMeans(rated: readonly (readonly RatedFilm[])[], filmCount: number): Means {
  const entries = rated.flat();
  const all = entries.reduce((sum, { stars }) => sum + stars, 0) / Math.max(1, entries.length);
  const [sums, counts] = [new Float64Array(filmCount), new Float64Array(filmCount)];
  for (const { film, stars } of entries) {
    sums[film] += stars - all;
    counts[film]++;
  }
  const byViewer = Float64Array.from(rated, (own) => {
    const surplus = own.reduce((sum, { stars }) => sum + stars - all, 0);
    return surplus / (NEUTRAL_COUNT + own.length);
  });
  return { all, byFilm: sums.map((sum, i) => sum / (NEUTRAL_COUNT + counts[i])), byViewer };
}

/** Liked films by actor of a viewer: rated at the own mean or above. */
function likedByActor(rated: readonly RatedFilm[], films: readonly SourceFilm[]): Map<string, Set<number>> {
  const mean = rated.reduce((sum, { stars }) => sum + stars, 0) / Math.max(1, rated.length);
  const liked = new Map<string, Set<number>>();
  for (const { film, stars } of rated) {
    if (stars < mean) continue;
    for (const actor of films[film].cast.slice(0, LEAD_CAST_COUNT)) {
      liked.set(actor, (liked.get(actor) ?? new Set()).add(film));
    }
  }
  return liked;
}

/** The truth column: what every viewer would do before every picture. */
export class ViewerTruth {
  private readonly means: Means;
  private readonly liked: readonly Map<string, Set<number>>[];

  /** @param insights what is planted for title intelligence; default: nothing */
  constructor(
    private readonly world: World,
    private readonly insights: InsightTruth | null = null,
  ) {
    const rated = world.viewers.map((viewer) => viewer.rated);
    this.means = shrunkMeans(rated, world.source.films.length);
    this.liked = rated.map((own) => likedByActor(own, world.source.films));
  }

  /**
   * True take probabilities of a title's pictures, `[K]`, each in (0, 1).
   * @param timeFraction how far the log's time has gone, in [0, 1]; matters only where the world drifts
   */
  takes(viewer: number, title: WorldTitle, timeFraction = 1): Float64Array {
    const before = this.beforeTitle(viewer, title, timeFraction);
    const { knobs } = this.world.settings;
    const insight = this.insights?.logits(viewer, title);
    return Float64Array.from(title.truths, (truth, k) =>
      trueTakeProbability(knobs, before, insight ? { ...truth, insight: insight[k] } : truth),
    );
  }

  private beforeTitle(
    viewer: number,
    { film, filmIndex }: WorldTitle,
    timeFraction: number,
  ): ViewerBeforeTitle {
    const liked = this.liked[viewer];
    const isLiked = (actor: string): boolean => {
      const films = liked.get(actor);
      return films !== undefined && films.size - Number(films.has(filmIndex)) >= LIKED_TWICE;
    };
    return {
      taste: this.world.trueTaste.of(viewer, filmIndex),
      likedActors: new Set(film.cast.filter(isLiked)),
      appeal: LOGITS_PER_STAR * this.surplusStars(this.world.viewers[viewer], viewer, filmIndex),
      timeFraction,
    };
  }

  /** Stars above the mean of all ratings: the viewer's own rating where there is one, else film and viewer means. */
  private surplusStars({ rated }: WorldViewer, viewer: number, film: number): number {
    const own = rated.find((entry) => entry.film === film);
    return own ? own.stars - this.means.all : this.means.byFilm[film] + this.means.byViewer[viewer];
  }
}
