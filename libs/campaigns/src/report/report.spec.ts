import type { ArmSums } from '@keyart/evaluation';
import { campaignOf, tableOf } from '../campaign-cases.factory';
import { freezeBatch } from '../policy/frozen-batch';
import { holdoutLift, type LiftQuestion } from './holdout-lift';
import { segmentResults } from './segment-results';

/** Viewers of one impression each. */
function armOf(n: number, takes: number): ArmSums {
  const ones = { denominatorSum: n, denominatorSumSquares: n, crossSum: takes };
  return { n, sum: takes, sumSquares: takes, ...ones };
}

function liftOf(changes: Partial<LiftQuestion>): ReturnType<typeof holdoutLift> {
  const arms = { campaign: armOf(900_000, 49_500), holdout: armOf(100_000, 5_000) };
  return holdoutLift({
    goal: { baseRate: 0.05, smallestLift: 0.1 },
    holdoutShare: 0.1,
    arms,
    isOver: true,
    ...changes,
  });
}

describe('holdoutLift', () => {
  it('gives lift and interval once enough was seen', () => {
    const { verdict, comparison, designEffect, reason } = liftOf({});
    expect({ verdict, reason }).toEqual({ verdict: 'better', reason: null });
    expect(comparison.effect).toBeCloseTo(0.1, 12);
    // Σ p(1 − p)/n on the relative scale.
    const error = Math.sqrt((0.055 * 0.945) / 900_000 + 1.1 ** 2 * ((0.05 * 0.95) / 100_000)) / 0.05;
    expect(comparison.standardError).toBeCloseTo(error, 6);
    expect(designEffect).toBeCloseTo(1, 3);
  });

  it('refuses a verdict of too small a test, though it were significant', () => {
    const arms = { campaign: armOf(9_000, 900), holdout: armOf(1_000, 50) };
    const { verdict, comparison, reason } = liftOf({ arms });
    expect(comparison.pValue).toBeLessThan(0.001);
    expect(verdict).toBe('under-powered');
    expect(reason).toMatch(/only a lift of \d+% would be shown; the smallest lift of interest is 10%/);
  });

  it('is wider while the campaign goes on, since anybody may look at any time', () => {
    const width = (isOver: boolean): number => {
      const [low, high] = liftOf({ isOver }).comparison.interval ?? [0, 0];
      return (high ?? 0) - (low ?? 0);
    };
    expect(width(false)).toBeGreaterThan(1.3 * width(true));
  });

  it('says so where there is no difference, and where arms do not have their sizes', () => {
    expect(
      liftOf({ arms: { campaign: armOf(900_000, 45_100), holdout: armOf(100_000, 5_000) } }).verdict,
    ).toBe('no difference shown');
    expect(
      liftOf({ arms: { campaign: armOf(900_000, 45_000), holdout: armOf(90_000, 5_000) } }).verdict,
    ).toBe('unsound');
  });

  it('counts viewers, not impressions', () => {
    // Ten impressions a viewer, all of them taken or none: one viewer says as much as one impression.
    const alike = (n: number, takers: number): ArmSums => ({
      ...{ n, sum: 10 * takers, sumSquares: 100 * takers },
      ...{ denominatorSum: 10 * n, denominatorSumSquares: 100 * n, crossSum: 100 * takers },
    });
    const arms = { campaign: alike(90_000, 4_950), holdout: alike(10_000, 500) };
    expect(liftOf({ arms }).designEffect).toBeCloseTo(10, 1);
    expect(liftOf({ arms }).verdict).toBe('under-powered');
  });
});

describe('segmentResults', () => {
  const campaign = campaignOf();
  const counts = tableOf(
    [
      [400, 5000],
      [250, 5000],
      [240, 5000],
    ],
    [
      [1, 20],
      [0, 20],
      [2, 20],
    ],
  );
  const batch = freezeBatch(campaign, counts);
  const artworkIds = campaign.creatives.map(({ artworkId }) => artworkId);

  it('shows what is believed of each creative, and hides the few', () => {
    const [shown, hidden] = segmentResults({ batch, artworkIds, counts, viewerCounts: [9000, 49] });
    expect(hidden).toEqual({ name: 'excitement-prone', kind: 'hidden', reason: 'fewer than 50 viewers' });
    expect(shown).toMatchObject({ kind: 'shown', leader: 'a', viewerCount: 9000 });
    const [first] = shown.kind === 'shown' ? shown.creatives : [];
    expect(first).toMatchObject({ artworkId: 'a', impressionCount: 5000, takeCount: 400 });
    expect(first.interval[0]).toBeLessThan(first.rate);
    expect(first.rate).toBeLessThan(first.interval[1]);
    expect(first.bestProbability).toBeGreaterThan(0.99);
  });

  it('has no leader before one is likely', () => {
    const even = tableOf(
      [
        [50, 1000],
        [50, 1000],
        [50, 1000],
      ],
      [
        [50, 1000],
        [50, 1000],
        [50, 1000],
      ],
    );
    const [result] = segmentResults({
      batch: freezeBatch(campaign, even),
      artworkIds,
      counts: even,
      viewerCounts: [500, 500],
    });
    expect(result).toMatchObject({ leader: null });
  });
});
