import { projectVersion, type ProgressListener } from '@keyart/common';
import {
  approximateNeighbours,
  buildTitleMap,
  buildTitleVectors,
  exactNeighbours,
  firstNeighbours,
  type Neighbours,
  type SimilarityTitle,
} from '@keyart/similarity';
import { genreHits, withoutGenreWords, type GenreHits } from './genre-hits';
import { readCorpus, type CorpusFolders } from './read-corpus';

/** A measured figure and what it must reach. */
export interface SimilarityFloor {
  readonly what: string;
  readonly value: number;
  readonly floor: number;
  /** Whether larger is better. */
  readonly isLeast: boolean;
  readonly isMet: boolean;
}

/** What was measured. */
export interface SimilarityEvaluation {
  readonly schema: 'similarity-evaluation/1';
  readonly seed: string;
  readonly softwareVersion: string;
  readonly hits: Readonly<Record<string, GenreHits>>;
  readonly recall: number;
  readonly rebuilds: readonly { readonly titleCount: number; readonly seconds: number }[];
  readonly isRepeatable: boolean;
  readonly communityCoverage: number;
  readonly floors: readonly SimilarityFloor[];
}

/** Where from, and how. */
export interface SimilarityQuestion {
  readonly folders: CorpusFolders;
  readonly seed: string;
  readonly onProgress: ProgressListener;
}

const K = 10;
const COUNT = 5000;
const LARGE_COUNT = 20_000;
const NO_FACTS = { facts: [], weights: { facts: 0 } } as const;

function hitsOf(
  titles: readonly SimilarityTitle[],
  options: Omit<Parameters<typeof buildTitleVectors>[1], 'seed'>,
  seed: string,
): GenreHits {
  return genreHits(titles, exactNeighbours(buildTitleVectors(titles, { seed, ...options }).rows, K), seed);
}

/** recall@10: share of the ten nearest that the approximate search finds. */
function recallOf(exact: Neighbours, found: Neighbours): number {
  let hits = 0;
  for (let from = 0; from < exact.places.length; from += K) {
    const right = new Set(exact.places.subarray(from, from + K));
    hits += found.places.subarray(from, from + K).filter((place) => place >= 0 && right.has(place)).length;
  }
  return hits / exact.places.length;
}

function secondsSince(startedMs: number): number {
  return (performance.now() - startedMs) / 1000;
}

function floorOf(what: string, value: number, floor: number): SimilarityFloor {
  return { what, value, floor, isLeast: true, isMet: value >= floor };
}

function limitOf(what: string, value: number, floor: number): SimilarityFloor {
  return { what, value, floor, isLeast: false, isMet: value < floor };
}

/** Genre hits, recall of the approximate search, time of a rebuild, and whether it repeats; no sentence embeddings. */
export async function evaluateSimilarity({
  folders,
  seed,
  onProgress,
}: SimilarityQuestion): Promise<SimilarityEvaluation> {
  const titles = await readCorpus(folders, { count: COUNT, seed });
  onProgress(0.1, 'genre hits');
  const hits: Record<string, GenreHits> = {
    'synopsis alone': hitsOf(titles, NO_FACTS, seed),
    'synopsis without genre words': hitsOf(titles.map(withoutGenreWords), NO_FACTS, seed),
  };
  if (folders.tmdb !== undefined) {
    const tagged = await readCorpus(folders, { count: COUNT, seed, isTagged: true });
    hits['tagged titles, synopsis alone'] = hitsOf(tagged, NO_FACTS, seed);
    hits['tagged titles, synopsis and tags'] = hitsOf(
      tagged,
      { facts: ['tag', 'person', 'country', 'decade'] },
      seed,
    );
  }
  onProgress(0.3, 'maps');
  const startedMs = performance.now();
  const vectors = buildTitleVectors(titles, { seed });
  const built = buildTitleMap(vectors, { seed, previous: null });
  const seconds = secondsSince(startedMs);
  const again = buildTitleMap(buildTitleVectors(titles, { seed }), { seed, previous: null });
  onProgress(0.5, 'the large map');
  const large = await readCorpus(folders, { count: LARGE_COUNT, seed });
  const largeStartedMs = performance.now();
  buildTitleMap(buildTitleVectors(large, { seed }), { seed, previous: null });
  const largeSeconds = secondsSince(largeStartedMs);
  const recall = recallOf(firstNeighbours(built.neighbours, K), approximateNeighbours(vectors.rows, K));
  const communityCoverage =
    built.map.titles.filter(({ communities }) => communities[0] >= 0).length / titles.length;
  const tagged = hits['tagged titles, synopsis and tags'];
  return {
    ...{ schema: 'similarity-evaluation/1', seed, softwareVersion: projectVersion(), hits, recall },
    rebuilds: [
      { titleCount: titles.length, seconds },
      { titleCount: large.length, seconds: largeSeconds },
    ],
    ...{ isRepeatable: again.map.version === built.map.version, communityCoverage },
    floors: [
      floorOf('genre-hit@10, synopsis alone', hits['synopsis alone'].hitFraction, 0.68),
      ...(tagged ? [floorOf('genre-hit@10, with tags', tagged.hitFraction, 0.78)] : []),
      limitOf('seconds to rebuild 5,000 titles', seconds, 20),
      limitOf('seconds to rebuild 20,000 titles', largeSeconds, 120),
      floorOf('titles in a community of level 1', communityCoverage, 1),
      floorOf('equal maps of equal seeds', again.map.version === built.map.version ? 1 : 0, 1),
    ],
  };
}
