import { fitSlotPrior, subtractSlotPrior } from './slot-prior';

describe('slot prior', () => {
  it('is the mean log-probability of each slot, apart for each number of options', () => {
    const rows = [
      [-1, -2],
      [-3, -4],
      [-1, -1, -4],
    ];
    expect(fitSlotPrior(rows)).toEqual({ 2: [-2, -3], 3: [-1, -1, -4] });
  });

  it('leaves rows with values that are not finite out', () => {
    expect(fitSlotPrior([[-1, -2], [-Infinity, -2], [NaN]])).toEqual({ 2: [-1, -2] });
  });

  it('takes a preference for a position away', () => {
    expect(subtractSlotPrior([-0.5, -1.5], { 2: [-0.25, -1.25] })).toEqual([-0.25, -0.25]);
  });

  it('leaves a number of options without prior alone', () => {
    expect(subtractSlotPrior([-0.5, -1.5, -2], { 2: [-0.25, -1.25] })).toEqual([-0.5, -1.5, -2]);
  });
});
