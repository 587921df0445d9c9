import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom, type Random } from '@keyart/common';
import { FACETS, type ArtworkDescriptor, type FacetWeights, type TasteProfile } from '@keyart/features';
import type { Candidate, DecisionContext } from '@keyart/ranking';

/** One decision to make: the same for every contender. */
export interface BenchCase {
  readonly context: DecisionContext;
  readonly candidates: readonly Candidate[];
  readonly decisionId: string;
}

interface FixtureArtwork {
  readonly caption: string;
  readonly facets: FacetWeights;
}

const NOW_MS = 1_700_000_000_000;
const HOUR_MS = 3_600_000;
const VIEWER_COUNT = 2000;
const TASTE_FACET_COUNT = 10;
/** K: candidates of every title. */
export const CANDIDATE_COUNT = 5;

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random.next() * items.length)];
}

function fixtureArtworks(): readonly FixtureArtwork[] {
  const file = path.join(process.cwd(), 'artwork-fixtures', 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { titles: { artworks: FixtureArtwork[] }[] };
  return manifest.titles.flatMap((title) => title.artworks);
}

function tasteOf(random: Random): TasteProfile {
  const facets: Partial<Record<(typeof FACETS)[number], number>> = {};
  while (Object.keys(facets).length < TASTE_FACET_COUNT) facets[pick(random, FACETS)] = random.next() * 2 - 1;
  return {
    version: 'bench',
    historyCount: 50,
    facets,
    loves: [],
    likes: [],
    avoids: [],
    people: [],
    eras: [],
  };
}

/** A title of K pictures with captions and facets of real ones, by artwork id as the catalogue keeps them. */
function titleOf(random: Random, titleId: string, pictures: readonly FixtureArtwork[]): Candidate[] {
  return Array.from({ length: CANDIDATE_COUNT }, (_, i) => {
    const { caption, facets } = pick(random, pictures);
    const shared = { caption, facets, captionVersion: 'bench', isEditorialDefault: i === 0, look: null };
    const descriptor: ArtworkDescriptor = { artworkId: `${titleId}-${i}`, titleId, ...shared };
    return { descriptor, ineligibleReasons: [] };
  });
}

/**
 * Decisions over a catalogue; half of the viewers have seen a picture of the title before.
 * @param count decisions
 * @param titleCount titles they spread over
 */
export function benchCases(count: number, titleCount: number): BenchCase[] {
  const random = createRandom(`bench/policy/${titleCount}`);
  const pictures = fixtureArtworks();
  const titles = Array.from({ length: titleCount }, (_, t) => titleOf(random, `title-${t}`, pictures));
  const viewers = Array.from({ length: VIEWER_COUNT }, (_, v) => ({
    memberId: `m-${v}`,
    taste: tasteOf(random),
  }));
  return Array.from({ length: count }, (_, i) => {
    const candidates = titles[i % titleCount];
    const { artworkId, titleId } = pick(random, candidates).descriptor;
    const shownBefore = { artworkId, shownAtMs: NOW_MS - random.next() * HOUR_MS, lockedUntilMs: null };
    const viewer = pick(random, viewers);
    const isReturning = random.next() < 0.5;
    const context = {
      viewer,
      titleId,
      region: 'PT',
      nowMs: NOW_MS,
      shownBefore: isReturning ? shownBefore : null,
    };
    return {
      context: { ...context, labelScores: null, studentScores: null, pinnedArtworkId: null, neighbours: [] },
      candidates,
      decisionId: randomUUID(),
    };
  });
}
