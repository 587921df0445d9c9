import { fitRidge } from './fit-ridge';

/** Two folds, a category of two levels, ten rows a cell. */
const CELLS = {
  ...{ cellCount: 4, foldCount: 2, numbers: [] },
  fold: Int32Array.of(0, 0, 1, 1),
  categories: [{ level: Int32Array.of(0, 1, 0, 1), levelCount: 2 }],
  rowCount: Float64Array.of(10, 10, 10, 10),
  rewardSum: Float64Array.of(9, 9, 2, 6),
};

describe('fitRidge', () => {
  it('fits each fold on the others', () => {
    // Fold 0 by fold 1, means .2 and .6: intercept .4; levels ±b with (10 + 1) b = 10 · .2.
    const [model] = fitRidge(CELLS);
    expect(model.intercept).toBeCloseTo(0.4, 10);
    expect(model.levels[0][1]).toBeCloseTo(2 / 11, 10);
    expect(model.levels[0][0]).toBeCloseTo(-2 / 11, 10);
  });

  it('does not see the fold it is for', () => {
    const changed = { ...CELLS, rewardSum: Float64Array.of(0, 0, 2, 6) };
    expect(fitRidge(changed)[0]).toEqual(fitRidge(CELLS)[0]);
    expect(fitRidge(changed)[1]).not.toEqual(fitRidge(CELLS)[1]);
  });

  it('reads numbers on any scale', () => {
    const line = (scale: number) => ({
      ...{ cellCount: 200, foldCount: 2, categories: [] },
      fold: Int32Array.from({ length: 200 }, (_, i) => i % 2),
      numbers: [Float64Array.from({ length: 200 }, (_, i) => scale * i)],
      rowCount: new Float64Array(200).fill(100),
      rewardSum: Float64Array.from({ length: 200 }, (_, i) => 100 * (1 + 0.01 * i)),
    });
    const [plain, scaled] = [fitRidge(line(1))[0], fitRidge(line(1000))[0]];
    expect(plain.slopes[0]).toBeCloseTo(0.01, 5);
    expect(scaled.slopes[0] * 1000).toBeCloseTo(plain.slopes[0], 10);
    expect(plain.intercept).toBeCloseTo(1, 3);
  });
});
