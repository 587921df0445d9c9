import { compareReadings } from './compare-readings';

const log = (...probabilities: number[]): number[] => probabilities.map(Math.log);
const row = (probabilities: number[], group?: string) => ({ logProbabilities: log(...probabilities), group });

describe('compareReadings', () => {
  it('compares probabilities that sum to 1 over the labels', () => {
    const figures = compareReadings([row([0.3, 0.3]), row([0.1, 0.3])], [log(0.1, 0.1), log(0.5, 0.5)]);
    expect(figures).toMatchObject({ promptCount: 2, largestAt: 1, groupCount: 2, agreement: 0.5 });
    expect(figures.meanDifference).toBeCloseTo(0.125, 12);
    expect(figures.largestDifference).toBeCloseTo(0.25, 12);
  });

  it('asks which prompt of a group has the first label most likely', () => {
    const rows = [row([0.6, 0.4], 'a'), row([0.7, 0.3], 'a'), row([0.2, 0.8], 'b'), row([0.1, 0.9], 'b')];
    const read = [log(0.4, 0.6), log(0.6, 0.4), log(0.1, 0.9), log(0.2, 0.8)];
    expect(compareReadings(rows, read)).toMatchObject({ groupCount: 2, agreement: 0.5 });
  });

  it('has no agreement where nothing competes', () => {
    const figures = compareReadings([row([0.6, 0.4], 'alone')], [log(0.6, 0.4)]);
    expect(figures).toMatchObject({ groupCount: 0, agreement: null });
    expect(figures.largestDifference).toBeCloseTo(0, 12);
  });
});
