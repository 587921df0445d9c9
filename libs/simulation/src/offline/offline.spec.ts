import { buildWorld } from '../build-world';
import { oracleRanker, randomRanker } from '../rankers/plain-rankers';
import type { WorldRanker } from '../rankers/world-ranker';
import { heldOutPairs } from '../report/held-out-pairs';
import { generateSource } from '../source/generate-source';
import { DEFAULT_KNOBS, NULL_KNOBS, type WorldKnobs } from '../truth/world-knobs';
import { ViewerTruth } from '../truth/viewer-truth';
import { DEFAULT_SETTINGS } from '../world';
import { greedyProbabilities } from '../rankers/greedy-probabilities';
import { repeatOffline, type OfflineTable } from './repeat-offline';

const SOURCE = generateSource('spec');

function judged(knobs: WorldKnobs): Promise<OfflineTable> {
  const world = buildWorld(SOURCE, { ...DEFAULT_SETTINGS, seed: 'spec', titleCount: 120, knobs });
  const truth = new ViewerTruth(world);
  const oracle = oracleRanker(world, truth);
  const worst: WorldRanker = {
    name: 'worst',
    scores: (viewer, title) => Array.from(oracle.scores(viewer, title) ?? [], (take) => -take),
  };
  const pairs = heldOutPairs(world, false, { count: 1500, seed: 'spec' });
  const rankers = [oracle, worst];
  return repeatOffline(
    { world, truth, pairs, production: randomRanker(world), rankers },
    { drawCount: 40, seed: 'spec' },
  );
}

describe('greedyProbabilities', () => {
  const pair = { viewer: 0, title: 0 };
  it.each([
    [
      [1, 3, 2],
      [0, 1, 0],
    ],
    [
      [2, 0, 2],
      [0.5, 0, 0.5],
    ],
    [null, [1 / 3, 1 / 3, 1 / 3]],
  ])('of %j are %j', (scores, expected) => {
    expect([...greedyProbabilities({ name: '', scores: () => scores }, pair, 3)]).toEqual(expected);
  });
});

describe('repeatOffline', () => {
  it('finds the better better and the worse worse, with intervals that hold the truth', async () => {
    const { rows } = await judged(DEFAULT_KNOBS);
    const [oracle, worst] = rows;
    expect(oracle.truth).toBeGreaterThan(0.03);
    expect(worst.truth).toBeLessThan(-0.03);
    expect(Math.abs(oracle.meanEstimate - oracle.truth)).toBeLessThan(0.015);
    expect(oracle.betterCount).toBeGreaterThan(20);
    expect(worst.worseCount).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row.coverage).toBeGreaterThanOrEqual(0.85);
      expect(row.contradictionCount).toBe(0);
    }
  });

  it('declares next to nothing where no picture is better than another', async () => {
    const { rows } = await judged(NULL_KNOBS);
    for (const { truth, betterCount, worseCount } of rows) {
      expect(truth).toBeCloseTo(0, 12);
      expect(betterCount + worseCount).toBeLessThanOrEqual(4);
    }
  });
});
