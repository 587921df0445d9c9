import fc from 'fast-check';
import { tableOf } from '../campaign-cases.factory';
import { discounted, discountOf, type ResponseTable } from './response-count';
import { MATCH_SLOPE } from './log-odds-fit';
import { segmentPosteriors } from './segment-posteriors';

const NOTHING = tableOf(
  [
    [0, 0],
    [0, 0],
  ],
  [
    [0, 0],
    [0, 0],
  ],
);
const matches = [
  [1, 0],
  [0, 1],
];
const meanOf = ({ alpha, beta }: { alpha: number; beta: number }): number => alpha / (alpha + beta);
const logOddsOf = (rate: number): number => Math.log(rate / (1 - rate));

describe('segmentPosteriors', () => {
  it('starts from the base rate, moved by the tone match alone', () => {
    const { priors, posteriors, matchSlope } = segmentPosteriors({
      baseRate: 0.05,
      matches,
      counts: NOTHING,
    });
    expect(posteriors).toEqual(priors);
    expect(matchSlope).toBeCloseTo(MATCH_SLOPE, 9);
    expect(logOddsOf(meanOf(priors[0][0])) - logOddsOf(0.05)).toBeCloseTo(MATCH_SLOPE / 2, 6);
    expect(logOddsOf(meanOf(priors[1][0])) - logOddsOf(0.05)).toBeCloseTo(-MATCH_SLOPE / 2, 6);
  });

  it('lends a segment without answers what the others say of a creative', () => {
    const counts = tableOf(
      [
        [90, 1000],
        [50, 1000],
      ],
      [
        [88, 1000],
        [52, 1000],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    );
    const flat = counts.map(() => [0, 0]);
    const { posteriors } = segmentPosteriors({ baseRate: 0.05, matches: flat, counts });
    expect(meanOf(posteriors[2][0])).toBeGreaterThan(1.3 * meanOf(posteriors[2][1]));
  });

  it('does not count an answer twice: of a single cell the prior is what it was', () => {
    const flat = [[0, 0]];
    const before = segmentPosteriors({
      baseRate: 0.05,
      matches: flat,
      counts: tableOf([
        [0, 0],
        [0, 0],
      ]),
    });
    const { priors, posteriors } = segmentPosteriors({
      baseRate: 0.05,
      matches: flat,
      counts: tableOf([
        [200, 2000],
        [0, 0],
      ]),
    });
    expect(meanOf(priors[0][0])).toBeCloseTo(meanOf(before.priors[0][0]), 6);
    expect(posteriors[0][0].alpha - priors[0][0].alpha).toBeCloseTo(200, 9);
    expect(posteriors[0][0].beta - priors[0][0].beta).toBeCloseTo(1800, 9);
  });

  it('turns the match round where the answers do', () => {
    const counts = tableOf(
      [
        [150, 3000],
        [250, 3000],
      ],
      [
        [250, 3000],
        [150, 3000],
      ],
    );
    const { matchSlope } = segmentPosteriors({ baseRate: 0.05, matches, counts });
    expect(matchSlope).toBeLessThan(0);
  });

  it('pools segments less the more they differ', () => {
    const flat = Array.from({ length: 4 }, () => [0, 0, 0]);
    const alike = segmentPosteriors({
      baseRate: 0.05,
      matches: flat,
      counts: tableOf(
        ...Array.from(
          { length: 4 },
          () =>
            [
              [250, 5000],
              [300, 5000],
              [200, 5000],
            ] as const,
        ),
      ),
    });
    const unlike = segmentPosteriors({
      ...{ baseRate: 0.05, matches: flat },
      counts: tableOf(
        [
          [150, 5000],
          [400, 5000],
          [200, 5000],
        ],
        [
          [400, 5000],
          [200, 5000],
          [150, 5000],
        ],
        [
          [200, 5000],
          [150, 5000],
          [400, 5000],
        ],
        [
          [400, 5000],
          [150, 5000],
          [200, 5000],
        ],
      ),
    });
    expect(unlike.spread).toBeGreaterThan(2 * alike.spread);
    const strength = ({ alpha, beta }: { alpha: number; beta: number }): number => alpha + beta;
    expect(strength(unlike.priors[0][0])).toBeLessThan(strength(alike.priors[0][0]) / 2);
  });

  it('is finite, with parameters of 1 at least, whatever the answers', () => {
    const cell = fc
      .tuple(fc.integer({ min: 0, max: 50_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]): [number, number] => [Math.round(n * share), n]);
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    const match = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, match), { minLength: 1, maxLength: 4 }), (segments) => {
        const counts: ResponseTable = tableOf(...segments.map(([cells]) => cells));
        const found = segmentPosteriors({ baseRate: 0.05, counts, matches: segments.map(([, own]) => own) });
        for (const { alpha, beta } of [...found.priors, ...found.posteriors].flat()) {
          expect(Number.isFinite(alpha + beta)).toBe(true);
          expect(Math.min(alpha, beta)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('discounted', () => {
  it('halves counts after the half-life', () => {
    expect(discountOf(14)).toBe(0.5);
    expect(discountOf(3, 3)).toBe(0.5);
    expect(discounted(tableOf([[4, 10]]), 0.5)).toEqual(tableOf([[2, 5]]));
  });
});
