import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { createRandom } from '@keyart/common';
import type { Neighbours } from '../neighbours/exact-neighbours';

/** A weighted edge of the neighbour graph, by places. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Communities of each zoom level, nested: `[levels][n]`, numbered from 0, the largest first. */
export type CommunityLevels = readonly Int32Array[];

/** Levels of a map: some dozen regions, then their parts, and the parts of these. */
const LEVEL_COUNT = 3;
/** A community of fewer titles is not divided. */
const LEAST_DIVIDED = 12;

function edgesOf({ k, places, similarities }: Neighbours): Edge[] {
  const edges = new Map<string, Edge>();
  for (let at = 0; at < places.length; at++) {
    const [own, other] = [Math.floor(at / k), places[at]];
    if (other < 0) continue;
    const [from, to] = own < other ? [own, other] : [other, own];
    edges.set(`${from} ${to}`, { from, to, weight: similarities[at] });
  }
  return [...edges.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** What nothing is similar to. */
const ALONE = -1;

/** Louvain on the graph of some places; each gets a community, lone ones one of their own. */
function divide(places: readonly number[], edges: readonly Edge[], seed: string): Map<number, number> {
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const graph = new UndirectedGraph();
  for (const place of places) if (joined.has(place)) graph.addNode(String(place));
  for (const { from, to, weight } of edges) graph.addEdge(String(from), String(to), { weight });
  const random = createRandom(seed);
  const found = louvain(graph, { rng: () => random.next(), getEdgeWeight: 'weight' });
  return new Map(places.map((place) => [place, found[String(place)] ?? ALONE]));
}

/** Numbers communities by size, ties by their first member. */
function numbered(communityOf: readonly (number | string)[]): Int32Array {
  const members = new Map<number | string, { first: number; count: number }>();
  communityOf.forEach((community, place) => {
    const known = members.get(community) ?? { first: place, count: 0 };
    known.count++;
    members.set(community, known);
  });
  const order = [...members].sort(([, a], [, b]) => b.count - a.count || a.first - b.first);
  const number = new Map(order.map(([community], i) => [community, i]));
  return Int32Array.from(communityOf, (community) => number.get(community) ?? 0);
}

function divided(level: Int32Array, edges: readonly Edge[], seed: string): Int32Array {
  const members = new Map<number, number[]>();
  level.forEach((community, place) => {
    const own = members.get(community) ?? [];
    own.push(place);
    members.set(community, own);
  });
  const inside = new Map<number, Edge[]>();
  for (const edge of edges) {
    const community = level[edge.from];
    if (community !== level[edge.to]) continue;
    const own = inside.get(community) ?? [];
    own.push(edge);
    inside.set(community, own);
  }
  const names = new Array<string>(level.length);
  for (const [community, places] of members) {
    const parts =
      places.length < LEAST_DIVIDED
        ? null
        : divide(places, inside.get(community) ?? [], `${seed}/${community}`);
    for (const place of places) names[place] = `${community}/${parts?.get(place) ?? 0}`;
  }
  return numbered(names);
}

/**
 * Communities of the k-nearest-neighbour graph by Louvain's method (Blondel et al. 2008), divided again for each further zoom level, so that
 * a part never lies in two regions. Every title is in one of each level: those that nothing is similar to share one. The same for equal graphs and
 * seeds.
 */
export function communityLevels(neighbours: Neighbours, rowCount: number, seed: string): CommunityLevels {
  const edges = edgesOf(neighbours);
  const places = Array.from({ length: rowCount }, (_, place) => place);
  const first = divide(places, edges, `${seed}/level-1`);
  const levels = [numbered(places.map((place) => first.get(place) ?? 0))];
  for (let level = 2; level <= LEVEL_COUNT; level++)
    levels.push(divided(levels[levels.length - 1], edges, `${seed}/level-${level}`));
  return levels;
}
