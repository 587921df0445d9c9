import { normalQuantile } from './normal-quantile';
import { studentQuantile } from './student-quantile';

describe('normalQuantile', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.8, 0.8416212335729143],
    [0.5, 0],
    [1e-6, -4.753424308822899],
  ])('agrees with tables at %f', (p, x) => {
    expect(normalQuantile(p)).toBeCloseTo(x, 10);
    expect(normalQuantile(1 - p)).toBeCloseTo(-x, 6);
  });

  it.each([0, 1, -0.1, NaN])('refuses %f', (p) => {
    expect(() => normalQuantile(p)).toThrow(expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }));
  });
});

describe('studentQuantile', () => {
  // Printed tables of Student's t.
  it.each([
    [0.975, 1, 12.7062],
    [0.975, 2, 4.302653],
    [0.975, 3, 3.182446],
    [0.975, 5, 2.570582],
    [0.975, 10, 2.228139],
    [0.975, 30, 2.042272],
    [0.975, 100, 1.983972],
    [0.995, 7, 3.499483],
    [0.8, 6, 0.905703],
  ])('agrees with tables at %f with %i degrees of freedom', (p, freedom, t) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(t, 4);
    expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-t, 4);
  });

  it('becomes the normal distribution', () => {
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.959963984540054, 5);
  });

  it('refuses less than one degree of freedom', () => {
    expect(() => studentQuantile(0.9, 0.5)).toThrow(expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }));
  });
});
