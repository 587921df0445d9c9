import { createRandom } from '@keyart/common';
import { pictureVariances } from './pictures-variance';
import { simulateRegret } from './simulate-regret';
import { TitleBandit } from './title-bandit';

const MEANS = [0.1, 0.12, 0.2, 0.11];
const BELIEF = { mean: 0.13, titleVariance: 0.003, noise: 0.11 };
const FLAT = { lifts: [[0, 0, 0, 0]], variance: 0.0016 };

function regret(prior: typeof FLAT, impressionCount = 1000): number {
  return simulateRegret({ means: [MEANS], prior, belief: BELIEF, impressionCount, drawCount: 40, seed: 'a' });
}

describe('simulateRegret', () => {
  it('is less the more the prior knows, and more where it is wrong', () => {
    const lifts = [MEANS.map((mean) => mean - 0.1325)];
    const knowing = regret({ lifts, variance: 0.0004 });
    const wrong = regret({ lifts: [lifts[0].map((lift) => -lift)], variance: 0.0004 });
    expect(knowing).toBeLessThan(0.6 * regret(FLAT));
    expect(wrong).toBeGreaterThan(1.3 * regret(FLAT));
  });

  it('grows ever more slowly: the bandit learns', () => {
    expect(regret(FLAT, 2000) - regret(FLAT, 1000)).toBeLessThan(0.6 * regret(FLAT, 1000));
  });

  it('is against the best picture of each viewer, which a prior that tells viewers apart finds', () => {
    const means = [
      [0.2, 0.1],
      [0.1, 0.2],
    ];
    const of = (lifts: number[][]): number =>
      simulateRegret({
        ...{ means, belief: BELIEF, impressionCount: 500, drawCount: 20, seed: 'c' },
        prior: { lifts, variance: 0.0004 },
      });
    const [alike, apart] = [
      of([
        [0, 0],
        [0, 0],
      ]),
      of([
        [0.05, -0.05],
        [-0.05, 0.05],
      ]),
    ];
    expect(Math.abs(alike / 500 - 0.05)).toBeLessThan(0.005);
    expect(apart).toBeLessThan(0.25 * alike);
  });

  it('is nothing where pictures are alike', () => {
    const same = { means: [[0.1, 0.1]], prior: { lifts: [[0, 0]], variance: 0.001 }, belief: BELIEF };
    expect(simulateRegret({ ...same, impressionCount: 50, drawCount: 2, seed: 'b' })).toBe(0);
  });
});

describe('TitleBandit', () => {
  it('does not take a title of a low level for pictures that differ', () => {
    const bandit = new TitleBandit({ lifts: [[0, 0]], variance: 0.0001 }, BELIEF);
    for (let i = 0; i < 400; i++) bandit.learn(0, 0, i % 50 === 0 ? 1 : 0);
    const random = createRandom('level');
    const draws = Array.from({ length: 2000 }, () => bandit.choose(0, random));
    const other = draws.filter((k) => k === 1).length / draws.length;
    expect(other).toBeGreaterThan(0.4);
    expect(other).toBeLessThan(0.75);
  });
});

describe('pictureVariances', () => {
  it('finds the spread of pictures and of outcomes', () => {
    const random = createRandom('variances');
    const outcomes = Array.from({ length: 60_000 }, (_, i) => {
      const [title, picture] = [i % 100, Math.floor(random.next() * 4)];
      const mean = 0.3 + (picture % 2 === 0 ? 0.05 : -0.05) + (title % 7) / 50;
      return { title, picture, weight: 1, surplus: random.next() < mean ? 1 : 0 };
    });
    const { ofPictures, ofOutcomes } = pictureVariances(outcomes);
    // ± .05 within a title; as siblings' variance with three degrees of freedom of four: .0025 · 4/3
    expect(ofPictures).toBeGreaterThan(0.0027);
    expect(ofPictures).toBeLessThan(0.004);
    expect(ofOutcomes).toBeGreaterThan(0.2);
    expect(ofOutcomes).toBeLessThan(0.245);
  });
});
