import { createRandom, type Random } from '@keyart/common';
import type { ArtworkRecord } from '@keyart/contracts';
import { FACETS, type Facet } from '@keyart/features';
import type { RewardRung } from '@keyart/learning';
import type { SimulatedViewer } from './simulated-viewer';

/** What viewers truly do; the service never sees it. */
export interface TrueTakes {
  /** How far this viewer gets with this picture, drawn. */
  outcomeOf(viewer: SimulatedViewer, artwork: ArtworkRecord, random: Random): RewardRung;
}

/** Log-odds. */
const CLICK_LEVEL = -1.6;
const QUALITY_LEVEL = 0.4;
const MATCH_STRENGTH = 1.2;
const FACET_STRENGTH = 1.6;
const TITLE_STRENGTH = 0.5;
const PLAY_AFTER_CLICK_FRACTION = 0.8;
/** Everybody clicks the planted picture, and hardly anybody stays. */
const CLICKBAIT = { click: 0.75, quality: 0.03 } as const;

/**
 * The log-odds of a click: level + title + Σ_f a_f (match_f · t_f + appeal_f), with taste t and the picture's facets a. How
 * much a facet's match counts differs between facets (some not at all), and some facets please or repel everybody: what
 * content alone does not tell and only the log can teach.
 * @param clickbaitId the artwork that promises another film
 */
export function trueTakes(seed: string, clickbaitId: string): TrueTakes {
  const random = createRandom(`${seed}/truth`);
  const matches = byFacet(() => 2 * MATCH_STRENGTH * random.next());
  const appeals = byFacet(() => FACET_STRENGTH * (2 * random.next() - 1));
  const titleEffect = (titleId: string): number =>
    TITLE_STRENGTH * (2 * createRandom(`${seed}/title/${titleId}`).next() - 1);
  const logOdds = ({ taste }: SimulatedViewer, { titleId, facets }: ArtworkRecord): number =>
    FACETS.reduce(
      (sum, facet) => sum + (facets[facet] ?? 0) * (matches[facet] * (taste[facet] ?? 0) + appeals[facet]),
      titleEffect(titleId),
    );
  return {
    outcomeOf(viewer, artwork, draws) {
      const fit = logOdds(viewer, artwork);
      const isBait = artwork.artworkId === clickbaitId;
      const click = isBait ? CLICKBAIT.click : sigmoid(CLICK_LEVEL + fit);
      if (draws.next() >= click) return 'none';
      if (draws.next() >= PLAY_AFTER_CLICK_FRACTION) return 'click';
      const quality = isBait ? CLICKBAIT.quality : sigmoid(QUALITY_LEVEL + fit);
      if (draws.next() < quality) return 'quality-play';
      return isBait ? 'quick-abandon' : 'play';
    },
  };
}

function byFacet(valueOf: () => number): Record<Facet, number> {
  return Object.fromEntries(FACETS.map((facet) => [facet, valueOf()])) as Record<Facet, number>;
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
