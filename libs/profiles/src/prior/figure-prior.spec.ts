import { createRandom } from '@keyart/common';
import { fitFigurePrior, type FigureObservation } from './figure-prior';
import { posteriorOf, priorOf } from './posterior-of';

const LIMITS = { unknown: { mean: 0, variance: 0.16 }, leastVariance: 0.01 };

/** Groups and titles with known spread, each title seen with its own error. */
function planted(seed: string) {
  const random = createRandom(seed);
  const normal = (deviation: number): number =>
    deviation * Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Array.from({ length: 60 }, (_, group) => {
    const mean = 0.2 + normal(0.3);
    return Array.from({ length: 12 }, () => {
      const truth = mean + normal(0.2);
      const variance = 0.61 / (2 + Math.floor(random.next() * 40));
      return {
        truth,
        observation: { mean: truth + normal(Math.sqrt(variance)), variance, group: `g${group}` },
      };
    });
  }).flat();
}

describe('priors from the catalogue', () => {
  it('find the spread of titles and groups that was planted', () => {
    const prior = fitFigurePrior(
      planted('spread').map(({ observation }) => observation),
      LIMITS,
    );
    // Three standard errors of a mean of 60 groups.
    expect(Math.abs(prior.catalogue.mean - 0.2)).toBeLessThan((3 * 0.3) / Math.sqrt(60));
    expect(Math.sqrt(prior.catalogue.variance)).toBeGreaterThan(0.3);
    expect(Math.sqrt(prior.catalogue.variance)).toBeLessThan(0.42);
    const spreads = Object.values(prior.groups).map(({ variance }) => Math.sqrt(variance));
    expect(Math.min(...spreads)).toBeGreaterThan(0.15);
    expect(Math.max(...spreads)).toBeLessThan(0.3);
  });

  it('bring shrunken means nearer to the truth than raw ones, the group more than the catalogue, with intervals that hold', () => {
    const titles = planted('truth');
    const prior = fitFigurePrior(
      titles.map(({ observation }) => observation),
      LIMITS,
    );
    const error = (estimate: (one: FigureObservation) => number): number =>
      titles.reduce((sum, { truth, observation }) => sum + (estimate(observation) - truth) ** 2, 0) /
      titles.length;
    const by = (one: FigureObservation, group: string | null) =>
      posteriorOf(one, priorOf(prior, group), [-3, 3]);
    const [raw, catalogue, group] = [
      error((one) => one.mean),
      error((one) => by(one, null).value),
      error((one) => by(one, one.group).value),
    ];
    expect(catalogue).toBeLessThan(raw);
    expect(group).toBeLessThan(catalogue);
    const covered = titles.filter(({ truth, observation }) => {
      const { low, high } = by(observation, observation.group);
      return low <= truth && truth <= high;
    });
    expect(covered.length / titles.length).toBeGreaterThan(0.92);
    expect(covered.length / titles.length).toBeLessThan(0.98);
  });

  it('say nothing of a catalogue without titles, and nothing but the prior of a title without reviews', () => {
    const prior = fitFigurePrior([], LIMITS);
    expect(prior).toEqual({ catalogue: LIMITS.unknown, groups: {} });
    expect(posteriorOf(null, priorOf(prior, 'noir'), [-1, 1])).toMatchObject({ value: 0, priorFraction: 1 });
    expect(priorOf(prior, '__proto__')).toEqual(LIMITS.unknown);
  });
});
