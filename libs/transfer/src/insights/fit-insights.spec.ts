import {
  ADVERSARIAL_SIMILARITY,
  plantedRows,
  shuffledSimilarity,
  TRUE_SIMILARITY,
} from '../planted-log.factory';
import { fitInsights } from './fit-insights';
import { insightLifts } from './insight-lifts';

/** Of a trait's effect in a region: rewards of SD .36, a trait in a sixth of 20,000 rows. */
const STANDARD_ERROR = 0.36 / Math.sqrt(20_000 / 6);
const UNKNOWN = { similarity: null, microGenre: null };

describe('fitInsights', () => {
  it('gives the whole weight to the insight that knows, and none to one that does harm', () => {
    const rows = plantedRows({ rowCount: 40_000, effect: 0.1 });
    const fit = fitInsights(rows, { similarity: TRUE_SIMILARITY, microGenre: ADVERSARIAL_SIMILARITY });
    expect(fit.weights.similarity).toBeGreaterThan(0.7);
    expect(fit.weights.similarity).toBeLessThan(1.4);
    expect(fit.weights['micro-genre']).toBe(0);
    expect(fit.weights.scene).toBeLessThan(0.03);
  });

  it('finds what an engaging scene is worth', () => {
    const rows = plantedRows({ rowCount: 40_000, effect: 0, sceneEffect: 0.15 });
    const fit = fitInsights(rows, UNKNOWN);
    expect(fit.weights.scene).toBeGreaterThan(0.1);
    expect(fit.weights.scene).toBeLessThan(0.2);
    const [row] = rows;
    const { lifts } = insightLifts(fit, row);
    expect(lifts.scene.reduce((sum, lift) => sum + lift, 0)).toBeCloseTo(0, 10);
    expect(lifts.similarity.every((lift) => lift === 0)).toBe(true);
  });

  it('finds how regions differ, and nothing where they do not', () => {
    const rows = plantedRows({ rowCount: 40_000, effect: 0, regionEffect: 0.04 });
    const { regions } = fitInsights(rows, UNKNOWN);
    const north = regions.get('north') ?? [];
    expect(north[0]).toBeGreaterThan(0.02);
    expect(north[5]).toBeLessThan(-0.02);
    const same = fitInsights(plantedRows({ rowCount: 40_000, effect: 0 }), UNKNOWN).regions;
    expect(Math.max(0, ...[...same.values()].flatMap((own) => [...own].map(Math.abs)))).toBeLessThan(
      3.5 * STANDARD_ERROR,
    );
  });

  it('has nothing to say without rows, and with similarities that say nothing', () => {
    const nothing = fitInsights([], { similarity: TRUE_SIMILARITY, microGenre: null });
    expect(nothing.weights).toEqual({ similarity: 0, 'micro-genre': 0, scene: 0 });
    const rows = plantedRows({ rowCount: 20_000, effect: 0.1 });
    const fit = fitInsights(rows, { similarity: shuffledSimilarity('y'), microGenre: null });
    expect(fit.similarity?.isOn).toBe(false);
    expect(fit.weights.similarity).toBe(0);
  });
});
