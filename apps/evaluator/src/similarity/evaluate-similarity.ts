import { projectVersion, type ProgressListener } from '@keyart/common';
import {
  approximateNeighbours,
  buildTitleVectors,
  exactNeighbours,
  type Neighbours,
  type SimilarityTitle,
} from '@keyart/similarity';
import { genreHits, withoutGenreWords, type GenreHits } from './genre-hits';
import { readCorpus, type CorpusFolders } from './read-corpus';
import { timeRebuild, type RebuildTime } from './time-rebuild';

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
  /** Without sentence embeddings. */
  readonly rebuilds: readonly RebuildTime[];
  /** Seconds of exact and approximate search of ten neighbours, on the smaller map. */
  readonly searches: { readonly exact: number; readonly approximate: number };
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
    'synopsis without genre words': hitsOf(withoutGenreWords(titles), NO_FACTS, seed),
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
  const { vectors, built, time } = timeRebuild(titles, seed);
  const again = timeRebuild(titles, seed).built;
  onProgress(0.5, 'recall');
  const [exact, exactSeconds] = timed(() => exactNeighbours(vectors.rows, K));
  const [found, approximate] = timed(() => approximateNeighbours(vectors.rows, K));
  onProgress(0.6, 'the large map');
  const large = timeRebuild(await readCorpus(folders, { count: LARGE_COUNT, seed }), seed).time;
  const communityCoverage =
    built.map.titles.filter(({ communities }) => communities[0] >= 0).length / titles.length;
  const tagged = hits['tagged titles, synopsis and tags'];
  const isRepeatable = JSON.stringify(again.map) === JSON.stringify(built.map);
  return {
    ...{ schema: 'similarity-evaluation/1', seed, softwareVersion: projectVersion(), hits },
    ...{ recall: recallOf(exact, found), rebuilds: [time, large] },
    ...{ searches: { exact: exactSeconds, approximate }, isRepeatable, communityCoverage },
    floors: [
      floorOf('genre-hit@10, synopsis alone', hits['synopsis alone'].hitFraction, 0.68),
      ...(tagged ? [floorOf('genre-hit@10, with tags', tagged.hitFraction, 0.78)] : []),
      limitOf(`seconds to rebuild ${time.titleCount} titles`, time.seconds, 20),
      limitOf(`seconds to rebuild ${large.titleCount} titles`, large.seconds, 120),
      floorOf('titles in a community of level 1', communityCoverage, 1),
      floorOf('equal maps of equal seeds', isRepeatable ? 1 : 0, 1),
    ],
  };
}

function timed<T>(work: () => T): [T, seconds: number] {
  const startedMs = performance.now();
  const result = work();
  return [result, (performance.now() - startedMs) / 1000];
}
