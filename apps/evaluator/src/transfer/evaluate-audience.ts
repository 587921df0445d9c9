import { studentQuantile } from '@keyart/evaluation';
import { buildTitleVectors } from '@keyart/similarity';
import type { Interval, WorldSource } from '@keyart/simulation';
import { fitAudience, similarityOfVectors, type AudienceFit, type TitleSimilarity } from '@keyart/transfer';
import { audienceTask, similarityTitleOf, type AudiencePair, type AudienceTask } from './audience-task';
import { chanceOf, fitLogistic } from './logistic';
import { shuffledSimilarity } from './wrong-similarity';

/** How well a prior tells who takes a film that nobody took before. */
export interface AudienceRow {
  readonly name: string;
  /** Nats a pair. */
  readonly logLoss: number;
  /** Change of the log-loss against the global prior, a fraction, 95% by film; below 0: better. */
  readonly change: Interval;
}

/** The audience task and what came of it. */
export interface AudienceEvaluation {
  readonly splitYear: number;
  readonly donorCount: number;
  readonly coldCount: number;
  readonly trainingPairCount: number;
  readonly testPairCount: number;
  readonly takeCounts: readonly [training: number, test: number];
  readonly rows: readonly AudienceRow[];
  /** As fitted for the served prior. */
  readonly guards: Readonly<Record<'level' | 'taste', boolean>>;
}

const NEIGHBOUR_COUNT = 80;
const NEAREST = 30;
/** Similarity that nobody has taken: a film without similar ones is taken by nobody more than by others. */
const NEUTRAL_SIMILARITY = 0.5;

type Feature = (pair: AudiencePair) => number;

/** Share of the similar donors, by squared similarity, that the viewer has seen. */
function takenShare({ donors }: AudienceTask, similar: TitleSimilarity): Feature {
  const ids = new Set(donors.map(({ filmId }) => filmId));
  const near = new Map<string, { title: string; weight: number }[]>();
  const nearOf = (filmId: string): { title: string; weight: number }[] => {
    const known =
      near.get(filmId) ??
      similar
        .neighbours(filmId)
        .map(({ title, similarity }) => ({ title: String(title), weight: similarity ** 2 }))
        .filter(({ title }) => ids.has(title))
        .slice(0, NEAREST);
    near.set(filmId, known);
    return known;
  };
  return ({ viewer, filmId }) => {
    let [taken, all] = [0, NEUTRAL_SIMILARITY];
    for (const { title, weight } of nearOf(filmId)) {
      all += weight;
      if (viewer.seen.has(title)) taken += weight;
    }
    return taken / all;
  };
}

function served({ training }: AudienceTask, similar: TitleSimilarity): AudienceFit | null {
  const rows = training.map(({ viewer, filmId, isTake }) => ({
    ...{ viewer: viewer.viewerId, title: filmId, taste: viewer.taste, reward: Number(isTake), weight: 1 },
  }));
  return fitAudience(rows, similar);
}

/** Features of the prior that the service keeps: level and leanings, of films of the log as without their own outcomes. */
function servedFeatures(fit: AudienceFit): Feature[] {
  const effectsOf = (part: AudienceFit['level'], filmId: string): ArrayLike<number> =>
    part.outOfFold.get(filmId) ?? part.predict(filmId).effects;
  const once = (part: AudienceFit['level']): ((filmId: string) => ArrayLike<number>) => {
    const known = new Map<string, ArrayLike<number>>();
    return (filmId) => {
      const effects = known.get(filmId) ?? effectsOf(part, filmId);
      known.set(filmId, effects);
      return effects;
    };
  };
  const [level, taste] = [once(fit.level), once(fit.taste)];
  return [
    ({ filmId }) => (level(filmId)[0] ?? 0) / fit.meanReward,
    ({ viewer, filmId }) => {
      const effects = taste(filmId);
      const lift = viewer.taste.reduce(
        (sum, value, f) => sum + (value - fit.meanTaste[f]) * (effects[f] ?? 0),
        0,
      );
      return lift / fit.meanReward;
    },
  ];
}

function losses(task: AudienceTask, features: readonly Feature[]): Float64Array {
  const rowOf = (pair: AudiencePair): number[] => [1, ...features.map((feature) => feature(pair))];
  const weights = fitLogistic(
    task.training.map(rowOf),
    task.training.map(({ isTake }) => isTake),
  );
  return Float64Array.from(task.test, (pair) => {
    const chance = chanceOf(weights, rowOf(pair));
    return -Math.log(pair.isTake ? chance : 1 - chance);
  });
}

/** Σ own / Σ global − 1, clustered by film. */
function changeOf(test: readonly AudiencePair[], own: Float64Array, global: Float64Array): Interval {
  const total = global.reduce((sum, loss) => sum + loss, 0);
  const ratio = own.reduce((sum, loss) => sum + loss, 0) / total;
  const byFilm = new Map<string, number>();
  test.forEach(({ filmId }, i) => byFilm.set(filmId, (byFilm.get(filmId) ?? 0) + own[i] - ratio * global[i]));
  const squares = [...byFilm.values()].reduce((sum, value) => sum + value ** 2, 0);
  const half =
    (studentQuantile(0.975, byFilm.size - 1) * Math.sqrt((squares * byFilm.size) / (byFilm.size - 1))) /
    total;
  return { value: ratio - 1, low: ratio - 1 - half, high: ratio - 1 + half };
}

function takeCount(pairs: readonly AudiencePair[]): number {
  return pairs.filter(({ isTake }) => isTake).length;
}

/** Who takes a film that is new, from real histories split by time: log-loss of priors, all calibrated on films before the split. */
export function evaluateAudience(source: WorldSource, splitYear: number, seed: string): AudienceEvaluation {
  const task = audienceTask(source, splitYear);
  const { donors, cold, training, test } = task;
  const titles = [...donors, ...cold].map(similarityTitleOf);
  const similar = similarityOfVectors(buildTitleVectors(titles, { seed }), NEIGHBOUR_COUNT);
  const ids = titles.map(({ titleId }) => titleId);
  const fit = served(task, similar);
  const [level, taste] = fit ? servedFeatures(fit) : [];
  const activity: Feature = ({ viewer }) => Math.log(viewer.seen.size);
  const share = takenShare(task, similar);
  const shuffledShare = takenShare(task, shuffledSimilarity(similar, ids, seed));
  const priors: readonly (readonly [string, readonly Feature[]])[] = [
    ['global', []],
    ['level and leanings from similar films (served)', [level, taste]],
    ['share of similar films taken', [share]],
    ['share of shuffled films taken', [shuffledShare]],
    ['how much the viewer takes', [activity]],
    ['the same, level and share of similar films', [activity, level, share]],
    ['the same, level and share of shuffled films', [activity, level, shuffledShare]],
  ];
  const global = losses(task, []);
  return {
    ...{ splitYear, donorCount: donors.length, coldCount: cold.length },
    ...{ trainingPairCount: training.length, testPairCount: test.length },
    takeCounts: [takeCount(training), takeCount(test)],
    guards: { level: fit?.level.isOn ?? false, taste: fit?.taste.isOn ?? false },
    rows: priors.map(([name, features]) => {
      const own = losses(task, features);
      const logLoss = own.reduce((sum, loss) => sum + loss, 0) / own.length;
      return { name, logLoss, change: changeOf(test, own, global) };
    }),
  };
}
