import type { WorldRanker } from '../rankers/world-ranker';
import type { ViewerTruth } from '../truth/viewer-truth';
import type { World } from '../world';
import { ratioByViewer, takesOfRankers, type Interval, type RankerTakes } from './compare-rankers';
import type { WorldPair } from './held-out-pairs';

/** A ranker's row: what its greedy picks would really do. */
export interface RankerRow {
  readonly name: string;
  readonly takeFraction: number;
  /** The same with the exploration that every ranker is served with; scores are taken for rewards. */
  readonly servedTakeFraction: number;
  /** Share of the way from random to oracle. */
  readonly gapClosed: Interval;
  /** Relative lift over production, paired; null for production itself and without it. */
  readonly lift: Interval | null;
  /** The same over `production+`. */
  readonly liftOverPlus: Interval | null;
}

/** Pairs whose titles have about as many pictures: the more there are, the more there is to be gained. */
export interface StratumOfCandidates {
  /** Pictures of a title, both ends included. */
  readonly counts: readonly [number, number];
  readonly pairCount: number;
  /** By ranker, see `RankerRow`. */
  readonly gapClosed: Readonly<Record<string, Interval>>;
}

/** A table over one kind of title. */
export interface RankerTable {
  readonly titles: 'warm' | 'cold';
  readonly pairCount: number;
  readonly viewerCount: number;
  readonly rows: readonly RankerRow[];
  /** By the number of candidates K; none without pairs. */
  readonly strata: readonly StratumOfCandidates[];
}

/** Names that have a part of their own in the table. */
const [RANDOM, ORACLE, PRODUCTION, PLUS] = ['random', 'oracle', 'production', 'production+'];

const CANDIDATE_COUNTS: readonly (readonly [number, number])[] = [
  [2, 4],
  [5, 7],
  [8, 40],
];

function minus(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((value, i) => value - y[i]);
}

function mean(x: Float64Array): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length;
}

function gapClosedBy(
  pairs: readonly WorldPair[],
  takes: Float64Array,
  all: ReadonlyMap<string, Float64Array>,
): Interval {
  const [random, oracle] = [all.get(RANDOM) ?? takes, all.get(ORACLE) ?? takes];
  const gap = minus(oracle, random);
  const isFlat = gap.every((value) => value === 0);
  return isFlat ? { value: 0, low: 0, high: 0 } : ratioByViewer(pairs, minus(takes, random), gap);
}

function rowOf(
  pairs: readonly WorldPair[],
  { name, takes, servedTakes }: RankerTakes,
  all: ReadonlyMap<string, Float64Array>,
): RankerRow {
  const liftOver = (baseline: string): Interval | null => {
    const base = all.get(baseline);
    return base === undefined || name === baseline ? null : ratioByViewer(pairs, minus(takes, base), base);
  };
  return {
    name,
    takeFraction: mean(takes),
    servedTakeFraction: mean(servedTakes),
    gapClosed: gapClosedBy(pairs, takes, all),
    lift: liftOver(PRODUCTION),
    liftOverPlus: liftOver(PLUS),
  };
}

function stratumOf(
  { world, pairs }: { readonly world: World; readonly pairs: readonly WorldPair[] },
  counts: readonly [number, number],
  takes: readonly RankerTakes[],
): StratumOfCandidates[] {
  const kept = pairs.flatMap(({ title }, i) => {
    const count = world.titles[title].artworks.length;
    return count >= counts[0] && count <= counts[1] ? [i] : [];
  });
  if (kept.length === 0) return [];
  const own = takes.map(({ name, takes: all }) => [name, Float64Array.from(kept, (i) => all[i])] as const);
  const byName = new Map(own);
  const keptPairs = kept.map((i) => pairs[i]);
  const gapClosed = own.map(([name, values]) => [name, gapClosedBy(keptPairs, values, byName)] as const);
  return [{ counts, pairCount: kept.length, gapClosed: Object.fromEntries(gapClosed) }];
}

/**
 * Rankers on the same pairs, greedy against greedy, by true take probabilities (no take is sampled), 95% intervals by viewer.
 * @param rankers must hold `random` and `oracle`; lifts are over `production` and `production+` where those are among them
 */
export function tableOfRankers(
  parts: { readonly world: World; readonly truth: ViewerTruth; readonly pairs: readonly WorldPair[] },
  rankers: readonly WorldRanker[],
): RankerTable {
  const { world, pairs } = parts;
  const takes = takesOfRankers(parts, rankers);
  const all = new Map(takes.map((ranker) => [ranker.name, ranker.takes]));
  const isCold = pairs.length > 0 && world.titles[pairs[0].title].isCold;
  return {
    titles: isCold ? 'cold' : 'warm',
    pairCount: pairs.length,
    viewerCount: new Set(pairs.map(({ viewer }) => viewer)).size,
    rows: takes.map((ranker) => rowOf(pairs, ranker, all)),
    strata: CANDIDATE_COUNTS.flatMap((counts) => stratumOf(parts, counts, takes)),
  };
}
