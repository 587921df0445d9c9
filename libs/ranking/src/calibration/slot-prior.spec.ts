import { subtractSlotPrior } from './slot-prior';

describe('slot prior', () => {
  it('takes a preference for a position away', () => {
    expect(subtractSlotPrior([-0.5, -1.5], { 2: [-0.25, -1.25] })).toEqual([-0.25, -0.25]);
  });

  it('leaves a number of options without prior alone', () => {
    expect(subtractSlotPrior([-0.5, -1.5, -2], { 2: [-0.25, -1.25] })).toEqual([-0.5, -1.5, -2]);
  });
});
