import { projectVersion } from '@keyart/common';
import {
  oracleRanker,
  randomRanker,
  tableOfRankers,
  ViewerTruth,
  type RankerTable,
  type World,
  type WorldRanker,
} from '@keyart/simulation';
import { DEFAULT_QUESTION_COUNTS, questionSets } from './questions/question-sets';

/** Rankers that need no log, compared on a part of the held-out pairs. */
export interface AblationRun {
  readonly schema: 'world-ablation/1';
  readonly source: string;
  readonly seed: string;
  readonly softwareVersion: string;
  readonly tables: readonly RankerTable[];
}

/** Compares the rankers by the truth, warm and cold titles apart. */
export function runAblations(
  world: World,
  rankers: readonly WorldRanker[],
  { pairCount, seed }: { readonly pairCount: number; readonly seed: string },
): AblationRun {
  const truth = new ViewerTruth(world);
  const counts = { ...DEFAULT_QUESTION_COUNTS, pairs: pairCount };
  const { warm, cold } = questionSets(world, truth, { counts, seed });
  const all = [randomRanker(world), ...rankers, oracleRanker(world, truth)];
  return {
    ...{ schema: 'world-ablation/1', source: world.source.name, seed, softwareVersion: projectVersion() },
    tables: [warm, cold].map((pairs) => tableOfRankers({ world, truth, pairs }, all)),
  };
}
