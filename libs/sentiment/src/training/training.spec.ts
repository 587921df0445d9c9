import { createRandom } from '@keyart/common';
import { groupFolds, splitAt } from './group-folds';
import { bestThreshold } from './tune-thresholds';

describe('groupFolds', () => {
  it('keeps a group in one fold and folds alike in size', () => {
    const groups = Array.from({ length: 1000 }, (_, i) => `t${i % 137}`);
    const folds = groupFolds(groups, 5, createRandom('folds'));
    const byGroup = new Map(groups.map((group, i) => [group, folds[i]]));
    expect(groups.every((group, i) => byGroup.get(group) === folds[i])).toBe(true);
    const { held, rest } = splitAt(folds, 3);
    expect(held.length + rest.length).toBe(1000);
    expect(Math.abs(held.length - 200)).toBeLessThan(20);
  });
});

describe('bestThreshold', () => {
  it('is the value of largest F1, ties taken together', () => {
    expect(bestThreshold([0.9, 0.8, 0.7, 0.1], [true, false, true, false])).toBe(0.7);
    expect(bestThreshold([0.5, 0.5, 0.5], [true, false, false])).toBe(0.5);
    expect(bestThreshold([0.5, 0.4], [false, false])).toBe(Infinity);
  });
});
