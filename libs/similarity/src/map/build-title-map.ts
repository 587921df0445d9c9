import { contentHash } from '@keyart/common';
import { exactNeighbours, firstNeighbours, type Neighbours } from '../neighbours/exact-neighbours';
import { approximateNeighbours } from '../neighbours/approximate-neighbours';
import type { TitleVectors } from '../vectors/build-title-vectors';
import { alignTo } from './align';
import { communityLabels } from './community-labels';
import { communityLevels, type CommunityLevels } from './communities';
import { layOut, type MapPoint } from './lay-out';

/** A title on the map. */
export interface MapTitle extends MapPoint {
  readonly titleId: string;
  /** Community of each zoom level, `[levels]`. */
  readonly communities: readonly number[];
}

/** A community of a zoom level; it lies where its titles do. */
export interface MapCommunity extends MapPoint {
  /** 1: the whole map's regions. */
  readonly level: number;
  readonly community: number;
  /** What its titles have in common; empty: nothing that stands out. */
  readonly label: string;
  readonly titleCount: number;
}

/** A picture of a catalogue: similar titles stand together. */
export interface TitleMap {
  readonly version: string;
  readonly seed: string;
  /** Blocks that the vectors were made of. */
  readonly blocks: readonly string[];
  readonly titles: readonly MapTitle[];
  readonly communities: readonly MapCommunity[];
}

/** A map and what it was made of. */
export interface BuiltMap {
  readonly map: TitleMap;
  /** More of each title than the graph has: what is shown as similar. */
  readonly neighbours: Neighbours;
}

/** How a map is made. */
export interface TitleMapOptions {
  readonly seed: string;
  /** The last one, to stay near to; null: none. */
  readonly previous: Pick<TitleMap, 'titles'> | null;
  /** Told after each stage, fraction in [0, 1]. */
  readonly onProgress?: (fraction: number, stage: string) => void;
}

/** Neighbours of a title that are looked for. */
export const SIMILAR_COUNT = 24;
/** Those of them that make the graph of communities and picture. */
const GRAPH_NEIGHBOUR_COUNT = 10;
/** More titles are searched approximately. */
const MOST_EXACT = 25_000;
const DIGITS = 1e5;

/**
 * The map of a catalogue: exact cosines (approximate ones beyond 25,000 titles), Louvain communities as zoom levels, UMAP for the picture,
 * aligned to the last map. The same, to the byte, for equal vectors, seed and last map.
 */
export function buildTitleMap(
  vectors: TitleVectors,
  { seed, previous, onProgress }: TitleMapOptions,
): BuiltMap {
  const { titles, rows } = vectors;
  const search = titles.length > MOST_EXACT ? approximateNeighbours : exactNeighbours;
  const neighbours = search(rows, SIMILAR_COUNT);
  onProgress?.(0.4, 'neighbours');
  const graph = firstNeighbours(neighbours, GRAPH_NEIGHBOUR_COUNT);
  const levels = communityLevels(graph, titles.length, seed);
  onProgress?.(0.5, 'communities');
  const points = aligned(vectors, layOut(graph, titles.length, seed), previous).map(rounded);
  onProgress?.(1, 'picture');
  const placed = titles.map(({ titleId }, i) => ({
    ...{ titleId, ...points[i] },
    communities: levels.map((level) => level[i]),
  }));
  const content = {
    seed,
    blocks: vectors.blocks,
    titles: placed,
    communities: communitiesOf(vectors, levels, points),
  };
  return { neighbours, map: { version: `map-${contentHash(JSON.stringify(content), 16)}`, ...content } };
}

function rounded({ x, y }: MapPoint): MapPoint {
  return { x: Math.round(x * DIGITS) / DIGITS, y: Math.round(y * DIGITS) / DIGITS };
}

function aligned(
  { titles }: TitleVectors,
  points: readonly MapPoint[],
  previous: TitleMapOptions['previous'],
): MapPoint[] {
  const places = new Map(previous?.titles.map((title) => [title.titleId, title]));
  const common = titles.flatMap(({ titleId }, i) => {
    const before = places.get(titleId);
    return before ? [{ before, now: points[i] }] : [];
  });
  return alignTo(points, { before: common.map(({ before }) => before), now: common.map(({ now }) => now) });
}

function communitiesOf(
  vectors: TitleVectors,
  levels: CommunityLevels,
  points: readonly MapPoint[],
): MapCommunity[] {
  return levels.flatMap((communityOf, at) => {
    const labels = communityLabels(vectors, communityOf);
    const sums = labels.map(() => ({ x: 0, y: 0, count: 0 }));
    communityOf.forEach((community, title) => {
      sums[community].x += points[title].x;
      sums[community].y += points[title].y;
      sums[community].count++;
    });
    return sums.map(({ x, y, count }, community) => ({
      ...{ level: at + 1, community, label: labels[community], titleCount: count },
      ...rounded({ x: x / count, y: y / count }),
    }));
  });
}
