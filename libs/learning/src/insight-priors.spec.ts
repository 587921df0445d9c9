import { NEW_VIEWER_TASTE } from '@keyart/features';
import type { InsightModel } from '@keyart/ranking';
import { insightPriors } from './insight-priors';
import { trainBaseline } from './train-baseline';
import type { TrainingRow } from './training-row';
import { warmStartBaseline } from './warm-start-baseline';

const insights: InsightModel = {
  ...{ version: 'insights/1', regions: {}, titleLines: {}, regionOf: {} },
  lifts: { a: { similarity: 0.05 }, b: { scene: -0.02 }, unseen: { scene: 0.1 } },
};

function rowOf(artworkId: string, reward: number): TrainingRow {
  const picture = { artworkId, titleId: 't', facets: {}, caption: '', captionVersion: '1' };
  return {
    artwork: { ...picture, isEditorialDefault: false, look: null },
    ...{ taste: NEW_VIEWER_TASTE, reward, propensity: 0.5, candidateCount: 2 },
  };
}

describe('insightPriors', () => {
  it('is for the artworks of the rows alone', () => {
    const priors = insightPriors(insights, [rowOf('a', 1), rowOf('c', 0)]);
    expect(Object.fromEntries(priors)).toEqual({ a: 0.05, c: 0 });
    expect(insightPriors(null, [rowOf('a', 1)]).size).toBe(0);
  });

  it('is where training starts from: kept without evidence, overruled with much', () => {
    const priorOf = (rows: readonly TrainingRow[]): number => {
      const priorModel = warmStartBaseline(insightPriors(insights, rows));
      return trainBaseline(rows, { priorModel }).artworkPriors.a ?? 0;
    };
    const level = 0.17;
    const few = Array.from({ length: 2 }, () => rowOf('a', level));
    const many = Array.from({ length: 4000 }, (_, i) => [rowOf('a', 0.02), rowOf('b', i % 2)]).flat();
    expect(priorOf(few)).toBeCloseTo(0.05, 2);
    expect(priorOf(many)).toBeLessThan(-0.1);
  });
});
