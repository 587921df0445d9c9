import fc from 'fast-check';
import { scoreFromReported } from './reported-labels';

describe('scoreFromReported', () => {
  it('gives absent labels no more than what was left over, whatever was reported', () => {
    const weights = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        weights,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 26 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (raw, present, total) => {
          const sum = raw.reduce((a, b) => a + b, 0);
          const reported = raw.map((weight) => Math.log((weight / sum) * total));
          const found = present.map((isPresent, i) => (isPresent ? reported[i] : undefined));
          const labels = present.map((_, i) => String(i));
          const score = scoreFromReported(labels, found, reported);
          const mass = score.logProbabilities.reduce((a, value) => a + Math.exp(value), 0);
          expect(mass).toBeLessThanOrEqual(1 + 1e-6);
          expect(score.labelMass).toBeLessThanOrEqual(mass + 1e-9);
          expect(score.logProbabilities.every((value) => Number.isFinite(value) && value <= 0)).toBe(true);
          expect(score.missing).toEqual(labels.filter((_, i) => found[i] === undefined));
        },
      ),
    );
  });
});
