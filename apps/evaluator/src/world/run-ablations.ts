import { projectVersion } from '@keyart/common';
import {
  oracleRanker,
  randomRanker,
  tableOfRankers,
  ViewerTruth,
  type RankerTable,
  type World,
  type WorldPair,
} from '@keyart/simulation';
import { DEFAULT_QUESTION_COUNTS, questionSets } from './questions/question-sets';
import type { Themes } from './themes/theme-answers';
import { themedRanker } from './themes/themed-ranker';

/** Rankers that need no log, compared on a part of the held-out pairs. */
export interface AblationRun {
  readonly schema: 'world-ablation/1';
  readonly source: string;
  readonly seed: string;
  readonly softwareVersion: string;
  readonly tables: readonly RankerTable[];
  /** By ranker: share of the pictures whose likeliest facet is the one they show most, `[warm, cold]`. */
  readonly readRightly: Readonly<Record<string, readonly number[]>>;
}

function placeOfMost(values: Float64Array): number {
  return values.indexOf(Math.max(...values));
}

function fractionReadRightly({ titles }: World, { pictures }: Themes, pairs: readonly WorldPair[]): number {
  const hits = [...new Set(pairs.map(({ title }) => title))].flatMap((title) =>
    pictures(title).map((shares, k) => placeOfMost(shares) === placeOfMost(titles[title].truths[k].facets)),
  );
  return hits.filter(Boolean).length / hits.length;
}

/** Compares them by the truth, warm and cold titles apart. */
export function runAblations(
  world: World,
  themes: ReadonlyMap<string, Themes>,
  { pairCount, seed }: { readonly pairCount: number; readonly seed: string },
): AblationRun {
  const truth = new ViewerTruth(world);
  const counts = { ...DEFAULT_QUESTION_COUNTS, pairs: pairCount };
  const { warm, cold } = questionSets(world, truth, { counts, seed });
  const rankers = [...themes].map(([name, own]) => themedRanker(name, world, own));
  const all = [randomRanker(world), ...rankers, oracleRanker(world, truth)];
  return {
    ...{ schema: 'world-ablation/1', source: world.source.name, seed, softwareVersion: projectVersion() },
    tables: [warm, cold].map((pairs) => tableOfRankers({ world, truth, pairs }, all)),
    readRightly: Object.fromEntries(
      [...themes].map(([name, own]) => [
        name,
        [warm, cold].map((pairs) => fractionReadRightly(world, own, pairs)),
      ]),
    ),
  };
}
