import { createRandom } from '@keyart/common';
import { buildWorld } from '../build-world';
import type { WorldDecision } from '../log/world-decision';
import { generateSource } from '../source/generate-source';
import { DEFAULT_KNOBS } from '../truth/world-knobs';
import { DEFAULT_SETTINGS } from '../world';
import { crossFitRanker } from './cross-fit-ranker';
import { fitRankerStack } from './fit-ranker-stack';
import { ScoredPairs } from './scored-pairs';
import { givenPart, stackedRanker } from './stacked-ranker';
import type { WorldRanker } from './world-ranker';

const K = 3;
const score = (salt: string, viewer: number, title: number): number[] => {
  const random = createRandom(`${salt}/${viewer}/${title}`);
  return Array.from({ length: K }, () => random.next() - 0.5);
};
const ranker = (name: string): WorldRanker => ({
  name,
  scores: (viewer, title) => Float64Array.from(score(name, viewer, title)),
});

/** Takes at .4 + title level + .5 a − .2 b of the shown picture. */
function plantedLog(count: number): WorldDecision[] {
  const random = createRandom('planted');
  return Array.from({ length: count }, () => {
    const [viewer, title] = [Math.floor(random.next() * 50), Math.floor(random.next() * 40)];
    const shown = Math.floor(random.next() * K);
    const [a, b] = ['a', 'b'].map((name) => score(name, viewer, title)[shown]);
    const take = 0.4 + (title % 2 === 0 ? 0.1 : -0.1) + 0.5 * a - 0.2 * b;
    const reward = random.next() < take ? 1 : 0;
    return { viewer, title, shown, reward, probabilities: [1 / 3, 1 / 3, 1 / 3], slice: null, day: 0 };
  });
}

describe('fitRankerStack', () => {
  it('finds the weights that the log was made with', () => {
    const [a, b] = fitRankerStack([ranker('a'), ranker('b')], plantedLog(60_000));
    expect(a).toBeCloseTo(0.5, 1);
    expect(b).toBeCloseTo(-0.2, 1);
  });

  it('leaves out decisions that a ranker has no answer for, and weighs nothing where none is left', () => {
    const silent: WorldRanker = { name: 'silent', scores: () => null };
    expect([...fitRankerStack([ranker('a'), silent], plantedLog(100))]).toEqual([0, 0]);
  });
});

describe('crossFitRanker', () => {
  it('answers by a fit that has seen nothing of the viewer', () => {
    const log = plantedLog(2000);
    const fit = (decisions: readonly WorldDecision[]): WorldRanker => {
      const seen = new Set(decisions.map(({ viewer }) => viewer));
      return { name: 'seen', scores: (viewer) => [seen.has(viewer) ? 1 : 0] };
    };
    const fitted = crossFitRanker(fit, log, 'viewer');
    expect(log.every(({ viewer, title }) => fitted.scores(viewer, title)?.[0] === 0)).toBe(true);
    expect(crossFitRanker(fit, log, 'title').scores(log[0].viewer, log[0].title)?.[0]).toBe(1);
  });
});

describe('stackedRanker', () => {
  const world = buildWorld(generateSource('spec'), {
    ...DEFAULT_SETTINGS,
    ...{ seed: 'spec', titleCount: 60, knobs: DEFAULT_KNOBS },
  });
  const coldAt = world.titles.findIndex(({ isCold }) => isCold);
  const warmAt = world.titles.findIndex(({ isCold }) => !isCold);

  it('weighs by whether the log has the title', () => {
    const stacked = stackedRanker('stack', world, {
      parts: [givenPart(ranker('a')), givenPart(ranker('b'))],
      weights: { warm: Float64Array.of(1, 2), cold: Float64Array.of(0, 3) },
    });
    const [a, b] = [score('a', 4, warmAt), score('b', 4, warmAt)];
    expect([...Array.from(stacked.scores(4, warmAt) ?? [])]).toEqual(a.map((x, k) => x + 2 * b[k]));
    const cold = score('b', 4, coldAt);
    expect([...Array.from(stacked.scores(4, coldAt) ?? [])]).toEqual(cold.map((x) => 3 * x));
  });

  it('has no answer where a part has none', () => {
    const scored = new ScoredPairs();
    scored.set(1, warmAt, Float64Array.of(1, 2, 3));
    const stacked = stackedRanker('stack', world, {
      parts: [givenPart(scored.ranker('scored'))],
      weights: { warm: Float64Array.of(2), cold: Float64Array.of(2) },
    });
    expect([...Array.from(stacked.scores(1, warmAt) ?? [])]).toEqual([2, 4, 6]);
    expect(stacked.scores(2, warmAt)).toBeNull();
  });
});
