import { createRandom, pickIndex, type ProgressListener, type Random } from '@keyart/common';
import { servedProbabilities, type Exploration } from '../rankers/serve';
import type { WorldRanker } from '../rankers/world-ranker';
import type { ViewerTruth } from '../truth/viewer-truth';
import type { World } from '../world';
import type { WorldDecision } from './world-decision';

/** How the log is made. */
export interface LogSettings {
  readonly seed: string;
  readonly decisionCount: number;
  /** Production is fitted anew after each day; the first day is uniform throughout. */
  readonly dayCount: number;
  /** Share of decisions drawn evenly, whatever production says. */
  readonly uniformFraction: number;
  readonly exploration: Exploration;
}

/** 110,000 decisions, a sixth of them uniform. */
export const DEFAULT_LOG: LogSettings = {
  seed: 'log/1',
  decisionCount: 110_000,
  dayCount: 5,
  uniformFraction: 0.15,
  exploration: { gamma: 100, epsilon: 0.02 },
};

/** What a log is simulated with. */
export interface LogParts {
  readonly world: World;
  readonly truth: ViewerTruth;
  /** Fits what serves the next day to all decisions so far. */
  readonly fit: (decisions: readonly WorldDecision[]) => WorldRanker;
  readonly progress?: ProgressListener;
}

interface Draw {
  readonly viewers: readonly number[];
  readonly titles: readonly number[];
  /** Aligned with `titles`: how often they are met. */
  readonly odds: readonly number[];
}

function placesOf<T>(items: readonly T[], isIn: (item: T) => boolean): number[] {
  return items.flatMap((item, at) => (isIn(item) ? [at] : []));
}

/** Training viewers before warm titles, well-known ones more often, though less so than they were rated. */
function drawOf({ viewers, titles }: World): Draw {
  const warm = placesOf(titles, ({ isCold }) => !isCold);
  return {
    viewers: placesOf(viewers, ({ isHeldOut }) => !isHeldOut),
    titles: warm,
    odds: warm.map((at) => Math.sqrt(titles[at].ratingCount)),
  };
}

function cumulative(odds: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(odds, (odd) => (sum += odd));
}

/** Place of the first entry above the value. */
function upperBound(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Simulates the decisions of the log, day after day. */
export function simulateLog(
  { world, truth, fit, progress }: LogParts,
  settings: LogSettings,
): WorldDecision[] {
  const random = createRandom(settings.seed);
  const { viewers, titles, odds } = drawOf(world);
  const sums = cumulative(odds);
  const decisions: WorldDecision[] = [];
  const perDay = Math.ceil(settings.decisionCount / settings.dayCount);
  let ranker: WorldRanker | null = null;
  for (let day = 0; day < settings.dayCount; day++) {
    const until = Math.min(settings.decisionCount, (day + 1) * perDay);
    while (decisions.length < until) {
      const viewer = viewers[Math.floor(random.next() * viewers.length)];
      const title = titles[upperBound(sums, random.next() * sums[sums.length - 1])];
      decisions.push(decide({ world, truth, settings, ranker, random }, { viewer, title, day }));
      if (decisions.length % 5000 === 0)
        progress?.(decisions.length / settings.decisionCount, `day ${day + 1}`);
    }
    if (day + 1 < settings.dayCount) ranker = fit(decisions);
  }
  return decisions;
}

interface Deciding {
  readonly world: World;
  readonly truth: ViewerTruth;
  readonly settings: LogSettings;
  readonly ranker: WorldRanker | null;
  readonly random: Random;
}

function decide(
  { world, truth, settings, ranker, random }: Deciding,
  { viewer, title, day }: { readonly viewer: number; readonly title: number; readonly day: number },
): WorldDecision {
  const count = world.titles[title].artworks.length;
  const isUniform = random.next() < settings.uniformFraction;
  const probabilities =
    isUniform || ranker === null
      ? new Array<number>(count).fill(1 / count)
      : servedProbabilities(ranker, { viewer, title, count }, settings.exploration);
  const shown = pickIndex(probabilities, random);
  const take = truth.takes(viewer, world.titles[title], day / Math.max(1, settings.dayCount - 1))[shown];
  const reward = random.next() < take ? 1 : 0;
  return { viewer, title, shown, probabilities, reward, slice: isUniform ? 'uniform' : null, day };
}
