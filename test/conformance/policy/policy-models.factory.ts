import { createRandom } from '@keyart/common';
import { FEATURE_LAYOUT, FEATURE_VERSION } from '@keyart/features';
import type {
  BaselineModel,
  ClickbaitGuardModel,
  HybridModel,
  InsightModel,
  LlmCalibration,
  PopularityModel,
  ServingParameters,
  StudentCalibration,
} from '@keyart/ranking';

/** A bandit model with a random weight in every place; predictions of some tenths. */
export function randomBaseline(seed: string): BaselineModel {
  const random = createRandom(`baseline/${seed}`);
  const weightIndices = Array.from({ length: FEATURE_LAYOUT.weightCount }, (_, i) => i);
  return {
    version: `baseline/${seed}`,
    featureVersion: FEATURE_VERSION,
    weightIndices,
    weightValues: weightIndices.map(() => (random.next() - 0.5) / 4),
    artworkPriors: { a: 0.1, constructor: -0.1 },
  };
}

/** Popularity of a few ids; the rest falls back to title and global mean. */
export const SOME_POPULARITY: PopularityModel = {
  version: 'popularity/1',
  globalMean: 0.1,
  titleMeans: { title: 0.15 },
  artworkMeans: { a: 0.3, b: 0.05 },
};

/** Calibration with a prior for two and three options. */
export const SOME_CALIBRATION: LlmCalibration = {
  temperature: 1.5,
  slotPrior: { 2: [-0.5, -1], 3: [-0.9, -1.1, -1.4] },
  labelMassThreshold: 0.2,
};

/** A student's calibration. */
export const SOME_STUDENT: StudentCalibration = { version: 'student/1', temperature: 0.5 };

/** Adds both models' log-probabilities to the bandit. */
export const SOME_HYBRID: HybridModel = {
  version: 'hybrid/1',
  featureVersion: FEATURE_VERSION,
  llm: {
    ...{ modelVersion: 'llm/1', temperature: SOME_CALIBRATION.temperature, rowCount: 900 },
    ...{ warm: { bandit: 0.9, model: 0.02 }, cold: { bandit: 0.5, model: 0.05 } },
  },
  student: {
    ...{ modelVersion: SOME_STUDENT.version, temperature: SOME_STUDENT.temperature, rowCount: 900 },
    ...{ warm: { bandit: 1, model: 0.01 }, cold: { bandit: 0.4, model: -0.01 } },
  },
};

/** Lifts some of the ids that cases meet often, and some of them in one region. */
export const SOME_INSIGHTS: InsightModel = {
  version: 'insights/1',
  lifts: { a: { similarity: 0.03, scene: -0.01 }, b: { 'micro-genre': 0.5 }, constructor: { scene: -0.02 } },
  regions: { iberia: { a: 0.04, b: -0.9 } },
  titleLines: {},
  regionOf: { PT: 'iberia', ES: 'iberia' },
};

const WHY = { clickFraction: 0.4, qualityFraction: 0.1, titleQualityFraction: 0.5, clickCount: 300 };

/** Demotes some of the ids that cases meet often. */
export const SOME_GUARD: ClickbaitGuardModel = {
  version: 'guard/1',
  demotions: { constructor: WHY, 'title-3/0': WHY, 'title-7/1': WHY, 'title-7/2': WHY },
};

/** Parameters with everything switched on. */
export const SOME_PARAMETERS: ServingParameters = {
  gamma: 50,
  epsilon: 0.05,
  stickyMinimumMs: 1_800_000,
  stickyMargin: 0.02,
};
