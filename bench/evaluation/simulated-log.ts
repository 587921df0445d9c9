import { createRandom, hash32, type Random } from '@keyart/common';
import {
  fitRidge,
  type LogColumns,
  type PolicyColumns,
  type RewardCells,
  type RidgeModel,
} from '@keyart/evaluation';

/** How decisions are logged, and what is judged. */
export interface LogSetting {
  readonly name: string;
  readonly actionCount: number;
  /** Inverse temperature of the logging policy's softmax; 0: uniform. */
  readonly sharpness: number;
  /** Share of chance in the logging policy, in [0, 1]. */
  readonly epsilon: number;
}

/** A simulated log with the value of its target. */
export interface SimulatedLog {
  readonly log: LogColumns;
  readonly target: PolicyColumns;
  /** What made the log. */
  readonly baseline: PolicyColumns;
  readonly seeds: Uint32Array;
  readonly truth: Readonly<Record<'target' | 'baseline', number>>;
}

/** Kinds of viewers, each with tastes of its own; what the target believes of them is nearly right, what production does somewhat. */
export const CONTEXT_COUNT = 8;
const FOLD_COUNT = 5;
/** Near greedy: the target takes its best guess so often, and chance otherwise. */
const GREEDY_FRACTION = 0.95;

/** Viewers and policies of a setting. */
export interface World {
  /** `[context][action]`, chance of a reward. */
  readonly rates: number[][];
  readonly logging: number[][];
  readonly target: number[][];
}

/** The same for the same setting, whatever is drawn from it. */
export function worldOf({ actionCount, sharpness, epsilon }: LogSetting): World {
  const random = createRandom(`coverage/${actionCount}/${sharpness}`);
  const table = (make: () => number) =>
    Array.from({ length: CONTEXT_COUNT }, () => Array.from({ length: actionCount }, make));
  const rates = table(() => 0.2 + 0.6 * random.next());
  const believed = rates.map((row) => row.map((rate) => rate + 0.1 * (random.next() - 0.5)));
  const production = rates.map((row) => row.map((rate) => rate + 0.3 * (random.next() - 0.5)));
  const mix = (own: number[], share: number) => own.map((p) => (1 - share) * p + share / actionCount);
  return {
    rates,
    logging: production.map((row) => mix(softmax(row, sharpness), epsilon)),
    target: believed.map((row) => mix(greedy(row), 1 - GREEDY_FRACTION)),
  };
}

function softmax(scores: readonly number[], sharpness: number): number[] {
  const odds = scores.map((score) => Math.exp(sharpness * score));
  const sum = odds.reduce((all, one) => all + one, 0);
  return odds.map((one) => one / sum);
}

function greedy(scores: readonly number[]): number[] {
  const best = scores.indexOf(Math.max(...scores));
  return scores.map((_, action) => Number(action === best));
}

/** An action by its probability. */
export function draw(random: Random, distribution: readonly number[]): number {
  let left = random.next();
  return distribution.findIndex((p, i) => (left -= p) < 0 || i === distribution.length - 1);
}

/** One log of a setting, every decision another member's, with a cross-fitted reward model of context and action. */
export function simulateLog(setting: LogSetting, rowCount: number, run: number): SimulatedLog {
  const { rates, logging, target } = worldOf(setting);
  const random = createRandom(`coverage/${setting.name}/${run}`);
  const contexts = Array.from({ length: rowCount }, () => Math.floor(random.next() * CONTEXT_COUNT));
  const actions = contexts.map((context) => draw(random, logging[context]));
  const reward = Float64Array.from(actions, (action, i) =>
    Number(random.next() < rates[contexts[i]][action]),
  );
  const cells = cellsOf({ contexts, actions, reward, actionCount: setting.actionCount });
  const models = fitRidge(cells);
  const q = (i: number, action: number) =>
    predict(models[i % FOLD_COUNT], setting.actionCount, { context: contexts[i], action });
  const indices = Array.from({ length: rowCount }, (_, i) => i);
  const policyColumns = (policy: number[][]): PolicyColumns => ({
    weight: Float64Array.from(actions, (a, i) => policy[contexts[i]][a] / logging[contexts[i]][a]),
    expectedPrediction: Float64Array.from(indices, (i) =>
      policy[contexts[i]].reduce((sum, p, action) => sum + p * q(i, action), 0),
    ),
    facetWeight: null,
  });
  return {
    log: {
      rowCount,
      clusterCount: rowCount,
      reward,
      cluster: Int32Array.from(indices),
      propensity: Float64Array.from(actions, (action, i) => logging[contexts[i]][action]),
      candidateCount: new Float64Array(rowCount).fill(setting.actionCount),
      prediction: Float64Array.from(actions, (action, i) => q(i, action)),
    },
    target: policyColumns(target),
    baseline: policyColumns(logging),
    seeds: Uint32Array.from(indices, (i) => hash32(`${run}/${i}`, 0)),
    truth: { target: valueOf(rates, target), baseline: valueOf(rates, logging) },
  };
}

interface Rows {
  readonly contexts: number[];
  readonly actions: number[];
  readonly reward: Float64Array;
  readonly actionCount: number;
}

/** A cell a fold, context and action, with a level of its own a pair. */
function cellsOf({ contexts, actions, reward, actionCount }: Rows): RewardCells {
  const pairCount = CONTEXT_COUNT * actionCount;
  const rowCount = new Float64Array(FOLD_COUNT * pairCount);
  const rewardSum = new Float64Array(FOLD_COUNT * pairCount);
  contexts.forEach((context, i) => {
    const cell = (i % FOLD_COUNT) * pairCount + context * actionCount + actions[i];
    rowCount[cell]++;
    rewardSum[cell] += reward[i];
  });
  const cells = Array.from(rowCount.keys());
  return {
    cellCount: cells.length,
    foldCount: FOLD_COUNT,
    fold: Int32Array.from(cells, (cell) => Math.floor(cell / pairCount)),
    categories: [
      { level: Int32Array.from(cells, (cell) => cell % pairCount), levelCount: pairCount },
      { level: Int32Array.from(cells, (cell) => cell % actionCount), levelCount: actionCount },
    ],
    numbers: [],
    ...{ rowCount, rewardSum },
  };
}

function predict(
  model: RidgeModel,
  actionCount: number,
  { context, action }: { context: number; action: number },
): number {
  const [pairs, actions] = model.levels;
  return model.intercept + pairs[context * actionCount + action] + actions[action];
}

/** A policy's mean reward a decision. */
function valueOf(rates: number[][], policy: number[][]): number {
  return mean(rates.map((row, context) => row.reduce((sum, r, a) => sum + r * policy[context][a], 0)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
