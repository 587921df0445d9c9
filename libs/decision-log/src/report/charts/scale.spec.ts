import fc from 'fast-check';
import { domainOf, linearScale, logScale } from './scale';

const NUMBER = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('scales', () => {
  it('keep order and stay in [0, 1], with ticks inside the domain', () => {
    fc.assert(
      fc.property(fc.array(NUMBER, { minLength: 1, maxLength: 20 }), (values) => {
        const domain = domainOf(values);
        const scale = linearScale(domain);
        const places = [...values].sort((a, b) => a - b).map((value) => scale.place(value));
        expect(places.every((place, i) => place >= (places[i - 1] ?? 0) && place <= 1)).toBe(true);
        expect(scale.ticks.length).toBeLessThan(13);
      }),
    );
  });

  it('step at round numbers', () => {
    expect(linearScale([0.21, 0.46]).ticks).toEqual([0.25, 0.3, 0.35, 0.4, 0.45]);
  });

  it('place equal ratios at equal lengths', () => {
    expect([1, 10, 100].map((value) => logScale([1, 100]).place(value))).toEqual([0, 0.5, 1]);
  });
});
