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
}

/** A table over one kind of title. */
export interface RankerTable {
  readonly titles: 'warm' | 'cold';
  readonly pairCount: number;
  readonly viewerCount: number;
  readonly rows: readonly RankerRow[];
}

/** Names that have a part of their own in the table. */
const [RANDOM, ORACLE, PRODUCTION] = ['random', 'oracle', 'production'];

function minus(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((value, i) => value - y[i]);
}

function mean(x: Float64Array): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length;
}

function rowOf(
  pairs: readonly WorldPair[],
  { name, takes, servedTakes }: RankerTakes,
  all: ReadonlyMap<string, Float64Array>,
): RankerRow {
  const random = all.get(RANDOM) ?? takes;
  const oracle = all.get(ORACLE) ?? takes;
  const production = all.get(PRODUCTION);
  const isCompared = production !== undefined && name !== PRODUCTION;
  const gap = minus(oracle, random);
  const isFlat = gap.every((value) => value === 0);
  return {
    name,
    takeFraction: mean(takes),
    servedTakeFraction: mean(servedTakes),
    gapClosed: isFlat ? { value: 0, low: 0, high: 0 } : ratioByViewer(pairs, minus(takes, random), gap),
    lift: isCompared ? ratioByViewer(pairs, minus(takes, production), production) : null,
  };
}

/**
 * Rankers on the same pairs, greedy against greedy, by true take probabilities (no take is sampled), 95% intervals by viewer.
 * @param rankers must hold `random` and `oracle`; lifts are over `production` where that is among them
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
  };
}
