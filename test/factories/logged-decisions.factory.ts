import { createRandom, hash32, type Random } from '@keyart/common';
import type { LogColumns, PolicyColumns } from '@keyart/evaluation';

/** For tests: a log of made-up decisions, what is true of them, and two policies. */
export interface LoggedDecisions {
  readonly log: LogColumns;
  readonly target: PolicyColumns;
  readonly baseline: PolicyColumns;
  /** `[clusterCount]` */
  readonly seeds: Uint32Array;
  /** True value of the target. */
  readonly targetValue: number;
}

/** What the world is like. */
export interface WorldOptions {
  readonly seed: string;
  readonly rowCount: number;
  readonly actionCount?: number;
  readonly rowsPerMember?: number;
}

/** Rewards of 0 and 1; the log is a mixture of uniform and preference, the model knows the truth up to a constant. */
export function loggedDecisions({
  seed,
  rowCount,
  actionCount = 4,
  rowsPerMember = 1,
}: WorldOptions): LoggedDecisions {
  const random = createRandom(seed);
  const rates = Array.from({ length: actionCount }, () => 0.1 + 0.6 * random.next());
  const logging = mixed(random, actionCount, 0.5);
  const target = mixed(random, actionCount, 0.2);
  const actions = Array.from({ length: rowCount }, () => draw(random, logging));
  const rewards = actions.map((action) => Number(random.next() < rates[action]));
  const model = rates.map((rate) => rate + 0.05);
  const of = (policy: readonly number[]): PolicyColumns => ({
    weight: Float64Array.from(actions, (action) => policy[action] / logging[action]),
    expectedPrediction: new Float64Array(rowCount).fill(expectation(policy, model)),
    facetWeight: Float64Array.from(actions, (action) => facetOf(policy, action) / facetOf(logging, action)),
  });
  const clusterCount = Math.ceil(rowCount / rowsPerMember);
  return {
    log: {
      rowCount,
      cluster: Int32Array.from(actions, (_, i) => Math.floor(i / rowsPerMember)),
      clusterCount,
      reward: Float64Array.from(rewards),
      propensity: Float64Array.from(actions, (action) => logging[action]),
      candidateCount: new Float64Array(rowCount).fill(actionCount),
      prediction: Float64Array.from(actions, (action) => model[action]),
    },
    target: of(target),
    baseline: of(logging),
    seeds: Uint32Array.from({ length: clusterCount }, (_, u) => hash32(`member ${u}`, 0)),
    targetValue: expectation(target, rates),
  };
}

function mixed(random: Random, count: number, uniformFraction: number): number[] {
  const odds = Array.from({ length: count }, () => random.next());
  const sum = odds.reduce((all, one) => all + one, 0);
  return odds.map((one) => uniformFraction / count + ((1 - uniformFraction) * one) / sum);
}

function draw(random: Random, distribution: readonly number[]): number {
  let left = random.next();
  return distribution.findIndex(
    (probability, i) => (left -= probability) < 0 || i === distribution.length - 1,
  );
}

function expectation(distribution: readonly number[], values: readonly number[]): number {
  return distribution.reduce((sum, probability, a) => sum + probability * values[a], 0);
}

/** Two facets: even and odd actions. */
function facetOf(distribution: readonly number[], action: number): number {
  return distribution.reduce((sum, probability, a) => sum + (a % 2 === action % 2 ? probability : 0), 0);
}
