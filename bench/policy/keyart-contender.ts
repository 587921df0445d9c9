import { randomUUID } from 'node:crypto';
import { createRandom } from '@keyart/common';
import { FEATURE_LAYOUT, FEATURE_VERSION } from '@keyart/features';
import { chooseArtwork, servingPolicy, type BaselineModel, type Policy } from '@keyart/ranking';
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

const MODEL = denseModel();

/** The production policy as served: bandit by SquareCB, stickiness and floor on; no contraction computed yet. */
export function freshPolicy(): Policy {
  return servingPolicy({
    models: { bandit: MODEL, popularity: null, llm: null },
    parameters: {
      gamma: 100,
      epsilon: 0.05,
      stickyMinimumMs: 1_800_000,
      stickyMargin: 0.02,
      llmShare: 0,
      salt: 'bench',
    },
  }).production;
}

/** Cost of one pass over the cases, distribution and sampling, as [wall seconds, CPU seconds of all threads]. */
export function timePass(policy: Policy, cases: readonly BenchCase[]): [number, number] {
  const decisionIds = cases.map(() => randomUUID());
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const startedAtMs = performance.now();
  let propensities = 0;
  for (let i = 0; i < cases.length; i++) {
    const { context, candidates } = cases[i];
    const choice = chooseArtwork({ policy, context, candidates, decisionId: decisionIds[i], salt: 'bench' });
    if (choice.kind === 'chosen') propensities += choice.propensity;
  }
  const elapsedMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (!(propensities > 0)) throw new Error('nothing was chosen');
  return [elapsedMs / 1e3, (user + system) / 1e6];
}
