import { sampleIndex } from './sample-index';

describe('sampleIndex', () => {
  it.each([
    [0, 0],
    [0.2499, 0],
    [0.25, 2],
    [0.9999, 2],
  ])('maps %p to index %p', (uniform, index) => {
    expect(sampleIndex([0.25, 0, 0.75], uniform)).toBe(index);
  });

  it('never takes a candidate of probability 0, at either end', () => {
    expect(sampleIndex([0, 1, 0], 0)).toBe(1);
    expect(sampleIndex([0, 1 - 2 ** -53, 0], 1 - 2 ** -53)).toBe(1);
  });
});
