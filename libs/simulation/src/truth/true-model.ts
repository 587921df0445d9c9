import { FACETS, type Facet } from '@keyart/features';
import type { WorldKnobs } from './world-knobs';

/** What only the truth knows of a picture. */
export interface ArtworkTruth {
  readonly artworkId: string;
  /** What it really shows, `[F]`, each in [0, 1]. */
  readonly facets: Float64Array;
  /** About standard normal. */
  readonly quality: number;
  /** It promises what the film has not. */
  readonly isMisleading: boolean;
  /** Lead actor it shows; null: nobody known. */
  readonly actor: string | null;
  /** Facet its caption speaks of; another one than it shows where the caption is wrong. */
  readonly captionFacet: Facet;
}

/** What the truth knows of a viewer before a title. */
export interface ViewerBeforeTitle {
  /** `[F]`, see `TrueTaste`. */
  readonly taste: Float64Array;
  /** Actors the viewer likes, without those known from this film alone. */
  readonly likedActors: ReadonlySet<string>;
  /** What the title is worth to the viewer whatever its picture, logits. */
  readonly appeal: number;
  /** How far the log's time has gone, in [0, 1]. */
  readonly timeFraction: number;
}

/** Takes of an average title by an average viewer under an average picture: about one in eight. */
const BASE_LOGIT = -2.15;
/** Logits of one standard deviation of taste on a picture that is all facet. */
const TASTE_LOGITS = 0.75;
const LIKED_ACTOR_LOGITS = 1;

/** What pleases everybody, per facet that a picture shows; part of a picture's quality. */
const GENERAL_APPEAL: Readonly<Partial<Record<Facet, number>>> = {
  star: 0.6,
  lettering: -1,
  landscape: -0.5,
  animals: 0.4,
  ensemble: -0.3,
  spectacle: 0.3,
};
const APPEAL_VECTOR = FACETS.map((facet) => GENERAL_APPEAL[facet] ?? 0);
/** What drifts: spectacle goes out of fashion, faces come in. */
const DRIFT_VECTOR = FACETS.map((facet) => ({ spectacle: -1, star: 1 })[facet as string] ?? 0);

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * The true choice model, all of it; made up, and seen by nobody but the truth column of reports:
 *
 * logit = −2.15 + appeal(viewer, title) + w (.75 Σ_f a_f taste_f + [a liked actor is on it])
 *         + u (quality + Σ_f a_f appeal_f) − m [misleading] + drift · time · Σ_f a_f δ_f + insight
 * P(take) = (1 − noise) σ(logit) + noise · σ(−2.15)
 *
 * with a the facets the picture really shows, and insight what title, scene and place add (`InsightTruth`; 0 unless planted). A take is a
 * quality play.
 * @returns in (0, 1)
 */
export function trueTakeProbability(
  knobs: WorldKnobs,
  { taste, likedActors, appeal, timeFraction }: ViewerBeforeTitle,
  artwork: ArtworkTruth & { readonly insight?: number },
): number {
  const { facets, quality, isMisleading, actor } = artwork;
  const isLiked = actor !== null && likedActors.has(actor);
  const personal = TASTE_LOGITS * dot(facets, taste) + (isLiked ? LIKED_ACTOR_LOGITS : 0);
  const general = quality + dot(facets, APPEAL_VECTOR);
  const logit =
    BASE_LOGIT +
    appeal +
    knobs.tasteWeight * personal +
    knobs.qualityWeight * general -
    (isMisleading ? knobs.misleadingWeight : 0) +
    knobs.drift * timeFraction * dot(facets, DRIFT_VECTOR) +
    (artwork.insight ?? 0);
  return (1 - knobs.noiseFraction) * sigmoid(logit) + knobs.noiseFraction * sigmoid(BASE_LOGIT);
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
