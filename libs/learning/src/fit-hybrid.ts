import { contentHash } from '@keyart/common';
import {
  FEATURE_VERSION,
  LinearPredictor,
  type ArtworkDescriptor,
  type TasteProfile,
} from '@keyart/features';
import { HYBRID_PARTS, type HybridModel, type HybridPart, type HybridPartName } from '@keyart/ranking';
import { crossFit } from './cross-fit';
import { fitStack } from './fit-stack';
import { importanceWeight } from './importance-weight';
import { roundParameter } from './round-parameter';
import { trainBaseline } from './train-baseline';
import type { TrainingRow } from './training-row';
import { warmStartBaseline } from './warm-start-baseline';

/** What one model said of a decision's candidates. */
export interface HybridScores {
  readonly modelVersion: string;
  /** As `HybridPart.temperature`. */
  readonly temperature: number;
  /** Log-probabilities above their mean, `[K]`, as `logShares` of libs/ranking makes them. */
  readonly logShares: readonly number[];
}

/** A training row with all that was before the policy. */
export interface HybridRow extends TrainingRow {
  readonly memberId: string;
  /** Eligible candidates of the decision, `[K]`. */
  readonly slate: readonly ArtworkDescriptor[];
  /** Place of `artwork` in the slate. */
  readonly shownAt: number;
  /** By model; null: it has not scored these candidates for this taste. */
  readonly scores: Readonly<Record<HybridPartName, HybridScores | null>>;
}

/** Fewer decisions say nothing of two weights: takes are rare and differ more by title and viewer than by picture. */
const LEAST_ROW_COUNT = 500;
/** Clip of the importance weights, as the bandit's. */
const MAX_WEIGHT = 10;
const VERSION_LENGTH = 16;

type Predict = (taste: TasteProfile, artwork: ArtworkDescriptor) => number;

/**
 * Weights of the bandit's scores and of log-probabilities in the reward (stacking; Wolpert 1992), one pair for titles of the log and one
 * for new ones: least squares on what a shown picture earned above its title's and viewer's level. The bandit's scores are out of
 * fold, by member for titles of the log, by title for new ones, so that it counts for what it is worth before somebody (something) new.
 * Costs eight fits of the bandit.
 * @param rows rendered, attributed, unlocked decisions; scores of one version and temperature a model
 * @returns null where no model scored 500 of the decisions
 * @throws InputError `BAD_TRAINING_ROW`
 */
export function fitHybrid(rows: readonly HybridRow[]): HybridModel | null {
  const isScored = (name: HybridPartName): boolean =>
    rows.filter(({ scores }) => scores[name] !== null).length >= LEAST_ROW_COUNT;
  const names = HYBRID_PARTS.filter(isScored);
  if (names.length === 0) return null;
  const banditScores = {
    warm: outOfFold(rows, ({ memberId }) => memberId),
    cold: outOfFold(rows, ({ artwork }) => artwork.titleId),
  };
  const partOf = (name: HybridPartName): HybridPart | null =>
    names.includes(name) ? fitPart(rows, name, banditScores) : null;
  const content = { featureVersion: FEATURE_VERSION, llm: partOf('llm'), student: partOf('student') };
  return { version: `hybrid-${contentHash(JSON.stringify(content), VERSION_LENGTH)}`, ...content };
}

/** Of the shown pictures, above the mean of their slates, `[n]`. */
function outOfFold(rows: readonly HybridRow[], keyOf: (row: HybridRow) => string): Float64Array {
  const fit = (some: readonly HybridRow[]): Predict => {
    const predictor = new LinearPredictor(trainBaseline(some, { priorModel: warmStartBaseline() }));
    return (taste, artwork) => predictor.predict(taste, artwork);
  };
  const fitFor = crossFit({ rows, keyOf, fit });
  return Float64Array.from(rows, (row) => {
    const predict = fitFor(keyOf(row));
    const scores = row.slate.map((artwork) => predict(row.taste, artwork));
    return scores[row.shownAt] - scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
}

function fitPart(
  rows: readonly HybridRow[],
  name: HybridPartName,
  banditScores: Readonly<Record<'warm' | 'cold', Float64Array>>,
): HybridPart | null {
  const scored = rows.flatMap(({ scores }) => scores[name] ?? []);
  const [{ modelVersion, temperature }] = scored;
  const weightsOf = (bandit: Float64Array): HybridPart['warm'] => {
    const stack = rows.map((row, i) => ({
      ...{ viewer: row.memberId, title: row.artwork.titleId, reward: row.reward },
      weight: importanceWeight(row, MAX_WEIGHT),
      scores: shownScores(bandit[i], row, name),
    }));
    const [own, model] = fitStack(stack, 2);
    return { bandit: roundParameter(own), model: roundParameter(model) };
  };
  const [warm, cold] = [weightsOf(banditScores.warm), weightsOf(banditScores.cold)];
  return { modelVersion, temperature, warm, cold, rowCount: scored.length };
}

function shownScores(bandit: number, { scores, shownAt }: HybridRow, name: HybridPartName): number[] | null {
  const own = scores[name];
  return own === null ? null : [bandit, own.logShares[shownAt]];
}
