import { createRandom } from '@keyart/common';
import fc from 'fast-check';
import { fitPopularity } from './fit-popularity';
import {
  artworkOf,
  simulatedCatalogue,
  simulatedLog,
  simulatedTastes,
  tasteOf,
} from './simulated-log.factory';
import type { RewardedChoice } from './training-row';

const artworks = [0, 1, 2]
  .map((index) => artworkOf('t', index, 'romance'))
  .concat(artworkOf('u', 0, 'action'));

const anyChoice: fc.Arbitrary<RewardedChoice> = fc.record({
  artwork: fc.constantFrom(...artworks),
  reward: fc.constantFrom(-1, -0.25, 0, 0.05, 0.25, 0.8, 1),
  propensity: fc.double({ min: 0.01, max: 1, noNaN: true }),
  candidateCount: fc.integer({ min: 1, max: 8 }),
});

describe('fitPopularity', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(anyChoice, { maxLength: 40 }), fc.nat(), (rows, turn) => {
        const at = rows.length > 0 ? turn % rows.length : 0;
        const turned = [...rows.slice(at), ...rows.slice(0, at)].reverse();
        expect(fitPopularity(turned)).toEqual(fitPopularity(rows));
      }),
    );
  });

  it('stays within the rewards seen', () => {
    fc.assert(
      fc.property(fc.array(anyChoice, { minLength: 1, maxLength: 40 }), (rows) => {
        const { artworkMeans, titleMeans } = fitPopularity(rows);
        const rewards = rows.map(({ reward }) => reward);
        for (const mean of [...Object.values(artworkMeans), ...Object.values(titleMeans)]) {
          expect(mean).toBeGreaterThanOrEqual(Math.min(...rewards) - 1e-8);
          expect(mean).toBeLessThanOrEqual(Math.max(...rewards) + 1e-8);
        }
      }),
    );
  });

  it('trusts one lucky row little and a thousand rows much', () => {
    const row = (index: number, reward: number): RewardedChoice => ({
      artwork: artworks[index],
      reward,
      propensity: 1 / 3,
      candidateCount: 3,
    });
    const steady = Array.from({ length: 1000 }, (_, i) => row(0, i % 5 === 0 ? 1 : 0));
    const poor = Array.from({ length: 1000 }, (_, i) => row(1, i % 20 === 0 ? 1 : 0));
    const { artworkMeans } = fitPopularity([...steady, ...poor, row(2, 1)]);
    expect(artworkMeans['t-0']).toBeCloseTo(0.2, 2);
    expect(artworkMeans['t-1']).toBeCloseTo(0.05, 2);
    expect(artworkMeans['t-2']).toBeLessThan(0.25);
  });

  it('undoes a logger that shows a picture to those who take it anyway', () => {
    const fan = tasteOf('fan', { romance: 1 });
    const other = tasteOf('other', { romance: -1 });
    const catalogue = [[artworkOf('t', 0, 'romance'), artworkOf('t', 1, 'action')]];
    const truth = (taste: typeof fan): number => (taste === fan ? 0.4 : 0.05);
    const isMatch = (taste: typeof fan, facets: object): boolean => 'romance' in facets === (taste === fan);
    const rows = simulatedLog({
      seed: 'popularity/skewed/1',
      rowCount: 20_000,
      catalogue,
      tastes: [fan, other],
      truth,
      preference: (taste, { facets }) => (isMatch(taste, facets) ? 0.9 : 0.1),
    });
    const trueMean = (0.4 + 0.05) / 2;
    const shown = rows.filter(({ artwork }) => artwork.artworkId === 't-0');
    const plainMean = shown.reduce((sum, { reward }) => sum + reward, 0) / shown.length;
    // Half of the weight lies on 9,000 rows of variance .24, half on 1,000 of .0475 (→ .0043), and the halves' shares waver
    // by 1.6% of a difference of .35 (→ .0056): together .007.
    const standardError = 0.007;
    expect(Math.abs(fitPopularity(rows).artworkMeans['t-0'] - trueMean)).toBeLessThan(3.5 * standardError);
    expect(Math.abs(plainMean - trueMean)).toBeGreaterThan(10 * standardError);
  });

  it('knows nothing without rows', () => {
    expect(fitPopularity([])).toMatchObject({ globalMean: 0, titleMeans: {}, artworkMeans: {} });
  });

  it('keeps ids that are also names of object methods', () => {
    const artwork = { ...artworks[0], artworkId: '__proto__', titleId: 'constructor' };
    const model = fitPopularity([{ artwork, reward: 1, propensity: 1, candidateCount: 1 }]);
    expect(Object.keys(model.artworkMeans)).toEqual(['__proto__']);
  });

  it('orders artworks of a larger simulated log as the truth does', () => {
    const random = createRandom('popularity/order/1');
    const rows = simulatedLog({
      seed: 'popularity/order/2',
      rowCount: 6000,
      catalogue: simulatedCatalogue(1),
      tastes: simulatedTastes(20, random),
      truth: (_, { artworkId }) => 0.05 + 0.1 * Number(artworkId.at(-1)),
      preference: () => 1,
    });
    const { artworkMeans } = fitPopularity(rows);
    const ranked = Object.entries(artworkMeans).sort(([, a], [, b]) => a - b);
    expect(ranked.map(([id]) => id)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `title-0-${index}`));
  });

  it.each([
    [{ propensity: 0 }, /row 1: propensity 0/],
    [{ propensity: 1.5 }, /row 1: propensity 1.5/],
    [{ propensity: NaN }, /row 1: propensity NaN/],
    [{ reward: Infinity }, /row 1: reward Infinity/],
    [{ candidateCount: 0 }, /row 1: candidateCount 0/],
  ])('refuses %p by row and field', (fault, message) => {
    const good = { artwork: artworks[0], reward: 0, propensity: 0.5, candidateCount: 2 };
    expect(() => fitPopularity([good, { ...good, ...fault }])).toThrow(message);
  });

  it('refuses a clip below 1', () => {
    expect(() => fitPopularity([], { maxWeight: 0.5 })).toThrow(/maxWeight/);
  });
});
