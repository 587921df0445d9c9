import type { ProgressListener } from '@keyart/common';
import {
  fitPopularRanker,
  fitProduction,
  fitStackWeights,
  fittedPart,
  givenPart,
  oracleRanker,
  randomRanker,
  stackedRanker,
  tasteRanker,
  type StackPart,
  type ViewerTruth,
  type World,
  type WorldDecision,
  type WorldRanker,
  type WorldTable,
} from '@keyart/simulation';

/** A language model's scores of every pair that is asked about. */
export interface ScoredModel {
  /** For tables. */
  readonly name: string;
  readonly ranker: WorldRanker;
  /** It answers for every pair, so its weights are learnt from the whole log. */
  readonly answersAll?: boolean;
  /** How fast it decides, where that was measured. */
  readonly decisionsPerSecond?: number;
}

/** What rankers are made of. */
export interface RankerParts {
  readonly world: World;
  readonly truth: ViewerTruth;
  readonly table: WorldTable;
  readonly decisions: readonly WorldDecision[];
  /** Decisions that the models were asked about: the hybrids' weights are learnt from these. */
  readonly asked: readonly WorldDecision[];
  readonly models: readonly ScoredModel[];
  readonly progress: ProgressListener;
}

/** A stack of parts with what it weighs them by. */
function stackOf(
  name: string,
  { world }: RankerParts,
  {
    parts,
    decisions,
  }: { readonly parts: readonly StackPart[]; readonly decisions: readonly WorldDecision[] },
): WorldRanker {
  return stackedRanker(name, world, { parts, weights: fitStackWeights(parts, decisions) });
}

/** Alone (its scores turned into rewards, which changes no pick), and with production: `hybrid` where there is one model. */
function rankersOfModel(
  given: RankerParts,
  production: StackPart,
  { name, ranker, answersAll }: ScoredModel,
): WorldRanker[] {
  const part = givenPart(ranker);
  const decisions = answersAll ? given.decisions : given.asked;
  return [
    stackOf(name, given, { parts: [part], decisions }),
    stackOf(`hybrid (${name})`, given, { parts: [production, part], decisions }),
  ];
}

/** All rankers of the table, fitted to the log, from the one that knows nothing to the one that knows all. */
export function worldRankers(given: RankerParts): WorldRanker[] {
  const { world, truth, table, decisions, models, progress } = given;
  progress(0, 'fitting production');
  const production = fittedPart((rows) => fitProduction(table, rows), decisions);
  progress(0.6, 'fitting the others');
  const taste = givenPart(tasteRanker(table));
  return [
    randomRanker(world),
    fitPopularRanker(world, decisions),
    production.ranker,
    stackOf('taste score', given, { parts: [taste], decisions }),
    stackOf('production+', given, { parts: [production, taste], decisions }),
    ...models.flatMap((model) => rankersOfModel(given, production, model)),
    oracleRanker(world, truth),
  ];
}
