import type { WorldRanker } from '../rankers/world-ranker';
import type { WorldPair } from '../report/held-out-pairs';
import type { ViewerTruth } from '../truth/viewer-truth';
import type { World } from '../world';
import { greedyProbabilities } from '../rankers/greedy-probabilities';
import { declaredSign, judgeOffline, type OfflineJudgement } from './judge-offline';
import { policyColumns, redrawLog } from './redrawn-log';

/** How the logs' word on a ranker against production compares with the truth, over draws. */
export interface OfflineRow {
  readonly name: string;
  /** True difference to production over the same pairs, reward. */
  readonly truth: number;
  /** Mean estimate. */
  readonly meanEstimate: number;
  /** Share of draws whose 95% interval holds the truth. */
  readonly coverage: number;
  /** Draws that declare the ranker better, or worse. */
  readonly betterCount: number;
  readonly worseCount: number;
  /** Draws whose declared sign is not that of the truth. */
  readonly contradictionCount: number;
}

/** Off-policy estimation put to the test. */
export interface OfflineTable {
  readonly pairCount: number;
  readonly drawCount: number;
  readonly rows: readonly OfflineRow[];
}

/** Who is judged, and on whom. */
export interface OfflineParts {
  readonly world: World;
  readonly truth: ViewerTruth;
  readonly pairs: readonly WorldPair[];
  readonly production: WorldRanker;
  readonly rankers: readonly WorldRanker[];
}

function rowOf(name: string, judgements: readonly OfflineJudgement[], truth: number): OfflineRow {
  const defined = judgements.flatMap((one) =>
    one.difference?.interval ? [{ ...one, difference: one.difference }] : [],
  );
  const count = Math.max(1, defined.length);
  const holds = ({ difference: { interval } }: (typeof defined)[number]): boolean =>
    interval !== null && interval[0] <= truth && truth <= interval[1];
  const signs = judgements.map(declaredSign);
  return {
    ...{ name, truth },
    meanEstimate: defined.reduce((sum, { difference }) => sum + difference.value, 0) / count,
    coverage: defined.filter(holds).length / count,
    betterCount: signs.filter((sign) => sign > 0).length,
    worseCount: signs.filter((sign) => sign < 0).length,
    contradictionCount: signs.filter((sign) => sign !== 0 && sign !== Math.sign(truth)).length,
  };
}

/**
 * Judges rankers against production by uniform logs alone, again and again with pictures and outcomes drawn anew, beside what is
 * true: the mean take probability of each one's greedy picks on the same pairs.
 */
export async function repeatOffline(
  { world, truth, pairs, production, rankers }: OfflineParts,
  { drawCount, seed }: { readonly drawCount: number; readonly seed: string },
): Promise<OfflineTable> {
  const takes = pairs.map(({ viewer, title }) => truth.takes(viewer, world.titles[title]));
  const policyOf = (ranker: WorldRanker): Float64Array[] =>
    pairs.map((pair, i) => greedyProbabilities(ranker, pair, takes[i].length));
  const valueOf = (policy: readonly Float64Array[]): number =>
    policy.reduce((sum, own, i) => sum + own.reduce((value, p, k) => value + p * takes[i][k], 0), 0) /
    pairs.length;
  const baseline = policyOf(production);
  const policies = new Map(rankers.map((ranker) => [ranker.name, policyOf(ranker)]));
  const judgements: OfflineJudgement[] = [];
  for (let draw = 0; draw < drawCount; draw++) {
    const drawn = redrawLog({ pairs, takes }, `${seed}/${draw}`);
    const targets = new Map([...policies].map(([name, policy]) => [name, policyColumns(drawn, policy)]));
    judgements.push(...(await judgeOffline(drawn.log, policyColumns(drawn, baseline), targets)));
  }
  const rows = [...policies].map(([name, policy]) =>
    rowOf(
      name,
      judgements.filter((judgement) => judgement.name === name),
      valueOf(policy) - valueOf(baseline),
    ),
  );
  return { pairCount: pairs.length, drawCount, rows };
}
