import { createRandom } from '@keyart/common';
import { normal } from '../simulation/normal';
import { chooseK } from './choose-k';
import { cholesky, solveCholesky } from './cholesky';
import { kMeans, squaredDistance } from './k-means';
import { momentsOf } from './moments';
import { nullPopulation } from './null-population';
import { softMembership } from './soft-membership';

/** Points around centres on the axes, as far from the middle as given, `perGroup` each. */
function groups(
  count: number,
  distance: number,
  perGroup: number,
): { points: Float64Array[]; truth: number[] } {
  const random = createRandom(`groups/${count}/${distance}`);
  const truth = Array.from({ length: count * perGroup }, (_, i) => i % count);
  const points = truth.map((group) =>
    Float64Array.from({ length: 5 }, (_, f) => (f === group ? distance : 0) + normal(random)),
  );
  return { points, truth };
}

describe('kMeans', () => {
  it('finds groups, each centroid the mean of its points and each point with the nearest', () => {
    const { points, truth } = groups(4, 12, 50);
    const { centroids, labels, inertia } = kMeans(points, { k: 4, random: createRandom('k') });
    const kinds = new Set(truth.map((group, i) => `${group}/${labels[i]}`));
    expect(kinds.size).toBe(4);
    points.forEach((point, i) =>
      centroids.forEach((centroid) =>
        expect(squaredDistance(point, centroids[labels[i]])).toBeLessThanOrEqual(
          squaredDistance(point, centroid),
        ),
      ),
    );
    const own = points.filter((_, i) => labels[i] === 0);
    own[0].forEach((_, f) =>
      expect(centroids[0][f]).toBeCloseTo(own.reduce((sum, point) => sum + point[f], 0) / own.length, 9),
    );
    expect(inertia).toBeCloseTo(
      points.reduce((sum, point, i) => sum + squaredDistance(point, centroids[labels[i]]), 0),
      6,
    );
  });

  it('is the same for equal seeds, and as good from most others', () => {
    const { points } = groups(4, 6, 40);
    const fit = (seed: string) => kMeans(points, { k: 4, random: createRandom(seed) });
    expect(fit('a')).toEqual(fit('a'));
    expect(fit('b').inertia).toBeCloseTo(fit('a').inertia, 6);
  });

  it('bears points that are all alike and fewer than centroids', () => {
    const alike = Array.from({ length: 5 }, () => Float64Array.of(1, 2));
    expect(kMeans(alike, { k: 3, random: createRandom('x') })).toMatchObject({ inertia: 0 });
    const two = [Float64Array.of(0), Float64Array.of(1)];
    expect(kMeans(two, { k: 4, random: createRandom('x') }).inertia).toBe(0);
  });
});

describe('chooseK', () => {
  it('finds how many groups there are', () => {
    const { points } = groups(4, 6, 60);
    const { k, rows } = chooseK(points, { random: createRandom('choose'), largestK: 6 });
    expect(k).toBe(4);
    expect(rows.map((row) => row.k)).toEqual([2, 3, 4, 5, 6]);
  });

  it.each(['round', 'long', 'skewed'])('finds none in one %s hump', (shape) => {
    const random = createRandom(`hump/${shape}`);
    const points = Array.from({ length: 300 }, () => {
      const common = shape === 'long' ? 3 * normal(random) : 0;
      return Float64Array.from({ length: 5 }, (_, f) => {
        const own = normal(random);
        return shape === 'skewed' && f < 2 ? -Math.log(1 - random.next()) : own + common;
      });
    });
    expect(chooseK(points, { random, largestK: 6 }).k).toBeNull();
  });

  it('finds none where all are alike', () => {
    const alike = Array.from({ length: 120 }, () => new Float64Array(5));
    expect(chooseK(alike, { random: createRandom('alike'), largestK: 3 }).k).toBeNull();
  });
});

describe('nullPopulation', () => {
  it('has the means, covariances and skewness it is given', () => {
    const random = createRandom('null');
    const points = Array.from({ length: 4000 }, () => {
      const [a, b] = [normal(random), -Math.log(1 - random.next())];
      return Float64Array.of(2 + a, a + b, 0);
    });
    const given = momentsOf(points);
    const drawn = momentsOf(nullPopulation(given, 20_000, random));
    given.mean.forEach((mean, f) => expect(Math.abs(drawn.mean[f] - mean)).toBeLessThan(0.06));
    given.covariance.forEach((row, f) =>
      row.forEach((value, g) => expect(Math.abs(drawn.covariance[f][g] - value)).toBeLessThan(0.12)),
    );
    given.skewness.forEach((value, f) => expect(Math.abs(drawn.skewness[f] - value)).toBeLessThan(0.2));
  });
});

describe('cholesky', () => {
  const matrix = [Float64Array.of(4, 2, 0), Float64Array.of(2, 5, 3), Float64Array.of(0, 3, 6)];

  it('solves', () => {
    const x = solveCholesky(cholesky(matrix), Float64Array.of(1, 2, 3));
    matrix.forEach((row, i) =>
      expect(row.reduce((sum, value, j) => sum + value * x[j], 0)).toBeCloseTo(i + 1, 12),
    );
  });

  it('has a factor of a matrix without full rank', () => {
    const flat = [Float64Array.of(1, 1, 0), Float64Array.of(1, 1, 0), Float64Array.of(0, 0, 0)];
    const factor = cholesky(flat);
    flat.forEach((row, i) =>
      row.forEach((value, j) =>
        expect(factor[i].reduce((sum, l, m) => sum + l * factor[j][m], 0)).toBeCloseTo(value, 12),
      ),
    );
  });
});

describe('softMembership', () => {
  it('gives chances that are right as often as they say', () => {
    const { points, truth } = groups(3, 3, 2000);
    const centroids = [0, 1, 2].map((group) =>
      Float64Array.from({ length: 5 }, (_, f) => (f === group ? 3 : 0)),
    );
    const membershipOf = softMembership(points, { centroids, labels: Int32Array.from(truth) });
    const chances = points.map((point) => membershipOf(point));
    chances.forEach((own) => expect(own.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12));
    const sure = chances
      .map((own, i) => ({ own, group: truth[i] }))
      .filter(({ own }) => Math.max(...own) < 0.8);
    const said = sure.reduce((sum, { own }) => sum + Math.max(...own), 0) / sure.length;
    const right = sure.filter(({ own, group }) => own[group] === Math.max(...own)).length / sure.length;
    expect(sure.length).toBeGreaterThan(300);
    // four standard errors of a share among 300
    expect(Math.abs(said - right)).toBeLessThan(4 * Math.sqrt(0.25 / 300));
  });
});
