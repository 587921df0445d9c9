import { contentHash, pick, pickIndex, type Random } from '@keyart/common';
import { FACETS, type ArtworkDescriptor, type Facet } from '@keyart/features';
import { composeCaption } from '../captions/compose-caption';
import type { KernelPools } from '../captions/kernels-of-facet';
import { normal } from '../random/normal';
import type { SourceFilm } from '../source/source';
import type { FacetStrengthVector } from '../truth/film-facets';
import type { ArtworkTruth } from '../truth/true-model';
import type { WorldKnobs } from '../truth/world-knobs';
import { drawLook } from './draw-look';

/** A title's pictures are drawn for. */
export interface TitleToDraw {
  readonly titleId: string;
  readonly film: SourceFilm;
  readonly facets: FacetStrengthVector;
  readonly isCold: boolean;
}

/** What pictures are drawn from. */
export interface ArtworkDrawing {
  readonly knobs: WorldKnobs;
  readonly pools: KernelPools;
}

/** A picture and the truth about it. */
export interface DrawnArtwork {
  readonly artwork: ArtworkDescriptor;
  readonly truth: ArtworkTruth;
}

const CAPTION_VERSION = 'world-captions/1';
const MEDIAN_COUNT = 5.5;
const COUNT_SPREAD = 0.6;
const MISLEADING_FRACTION = 0.08;
const SECOND_FACET_FRACTION = 0.3;
/** A second picture of the same facet is drawn less readily. */
const REPEAT_DAMPING = 0.35;
const LEAD_ACTOR_COUNT = 3;

function drawCount([least, most]: readonly [number, number], random: Random): number {
  const count = Math.round(MEDIAN_COUNT * Math.exp(COUNT_SPREAD * normal(random)));
  return Math.min(most, Math.max(least, count));
}

/** The facets of a title's pictures, one each; `isMisleading` where the film has nothing of it. */
function drawFacets(
  facets: FacetStrengthVector,
  count: number,
  random: Random,
): { at: number; isMisleading: boolean }[] {
  const odds = [...facets];
  const missing = FACETS.map((_, at) => at).filter((at) => facets[at] === 0);
  return Array.from({ length: count }, () => {
    const isMisleading = missing.length > 0 && random.next() < MISLEADING_FRACTION;
    if (isMisleading) return { at: pick(missing, random), isMisleading };
    const at = pickIndex(odds, random);
    odds[at] *= REPEAT_DAMPING;
    return { at, isMisleading };
  });
}

function drawSecond(facets: FacetStrengthVector, at: number, random: Random): number | null {
  const odds = [...facets].map((strength, f) =>
    f === at || FACETS[f] === 'star' || FACETS[f] === 'lettering' ? 0 : strength,
  );
  const isDrawn = random.next() < SECOND_FACET_FRACTION && odds.some((odd) => odd > 0);
  return isDrawn ? pickIndex(odds, random) : null;
}

function shownFacets(at: number, second: number | null, random: Random): Float64Array {
  const shown = new Float64Array(FACETS.length);
  shown[at] = 0.75 + 0.25 * random.next();
  if (second !== null) shown[second] = 0.3 + 0.3 * random.next();
  return shown;
}

/** Draws a title's 2–40 pictures: facets the film has (now and then one it has not), caption, look, quality. */
export function drawArtworks(
  { knobs, pools }: ArtworkDrawing,
  { titleId, film, facets, isCold }: TitleToDraw,
  random: Random,
): DrawnArtwork[] {
  const drawn = drawFacets(facets, drawCount(knobs.candidateCounts, random), random);
  return drawn.map(({ at, isMisleading }, i): DrawnArtwork => {
    const second = drawSecond(facets, at, random);
    const quality = normal(random);
    const actor = FACETS[at] === 'star' ? (pick(film.cast.slice(0, LEAD_ACTOR_COUNT), random) ?? null) : null;
    const captionFacet: Facet =
      random.next() < knobs.wrongCaptionFraction ? pick(FACETS, random) : FACETS[at];
    const secondFacet = second === null ? null : FACETS[second];
    const pool = isCold ? 'unseen' : 'familiar';
    const caption = composeCaption({ pools, pool, facet: captionFacet, second: secondFacet, actor }, random);
    const artworkId = `${titleId}-${String(i + 1).padStart(2, '0')}`;
    return {
      artwork: {
        ...{
          artworkId,
          titleId,
          facets: {},
          caption,
          captionVersion: `${CAPTION_VERSION}:${contentHash(caption, 8)}`,
        },
        ...{ isEditorialDefault: i === 0, look: drawLook(FACETS[at], quality, random) },
      },
      truth: {
        artworkId,
        facets: shownFacets(at, second, random),
        quality,
        isMisleading,
        actor,
        captionFacet,
      },
    };
  });
}
