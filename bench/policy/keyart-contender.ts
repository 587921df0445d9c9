import { createRandom, uniformFromKey } from '@keyart/common';
import { FEATURE_LAYOUT, FEATURE_VERSION } from '@keyart/features';
import { chooseArtwork, sampleIndex, servingPolicy, type BaselineModel, type Policy } from '@keyart/ranking';
import type { BenchCase } from './bench-contexts';

function denseModel(): BaselineModel {
  const random = createRandom('bench/policy/weights');
  const weightIndices = Array.from({ length: FEATURE_LAYOUT.weightCount }, (_, i) => i);
  const weightValues = weightIndices.map(() => (random.next() - 0.5) / 10);
  return {
    version: 'bench',
    featureVersion: FEATURE_VERSION,
    weightIndices,
    weightValues,
    artworkPriors: {},
  };
}

const SALT = 'bench';
const MODEL = denseModel();

/** The production policy as served: bandit by SquareCB, stickiness and floor on; no contraction computed yet. */
export function freshPolicy(): Policy {
  return servingPolicy({
    models: {
      bandit: MODEL,
      popularity: null,
      llm: null,
      student: null,
      hybrid: null,
      insights: null,
      guard: null,
    },
    parameters: {
      gamma: 100,
      epsilon: 0.05,
      stickyMinimumMs: 1_800_000,
      stickyMargin: 0.02,
    },
  }).production;
}

/** Makes one decision, its id given, and returns the probability it was made with. */
export type Decide = (policy: Policy, one: BenchCase) => number;

/** Distribution and one draw: what Vowpal Wabbit's prediction and a draw from it would be. */
export function distributeAndSample(policy: Policy, { context, candidates, decisionId }: BenchCase): number {
  const answer = policy.distribute(context, candidates);
  if (answer.kind === 'unavailable') throw new Error('the production policy always answers');
  return answer.probabilities[sampleIndex(answer.probabilities, uniformFromKey(decisionId, SALT))];
}

/** The same and the lists of candidates for the decision record. */
export function chooseForRecord(policy: Policy, { context, candidates, decisionId }: BenchCase): number {
  const choice = chooseArtwork({ policy, context, candidates, decisionId, salt: SALT });
  if (choice.kind === 'unavailable') throw new Error('the production policy always answers');
  return choice.propensity;
}

/** Cost of one pass over the cases as [wall seconds, CPU seconds of all threads]. */
export function timePass(policy: Policy, cases: readonly BenchCase[], decide: Decide): [number, number] {
  const cpuBefore = process.cpuUsage();
  const startedAtMs = performance.now();
  let propensities = 0;
  for (const one of cases) propensities += decide(policy, one);
  const elapsedMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (!(propensities > 0)) throw new Error('nothing was chosen');
  return [elapsedMs / 1e3, (user + system) / 1e6];
}
