import fc from 'fast-check';
import { domainOf, linearScale, logScale, scaleFromZero } from './scale';

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

  it('can tell apart what is no larger than rounding', () => {
    const scale = linearScale(domainOf([-5e-324]));
    expect(scale.place(0)).toBe(0.5);
  });

  it('begin at 0 and end at a round number where they are to', () => {
    expect(scaleFromZero([0.13, 0.4179]).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(scaleFromZero([-3, 12]).ticks).toEqual([-5, 0, 5, 10, 15]);
    fc.assert(
      fc.property(fc.array(NUMBER, { minLength: 1, maxLength: 20 }), (values) => {
        const { ticks, place } = scaleFromZero(values);
        expect(ticks).toContain(0);
        const places = [ticks[0], ...[...values].sort((a, b) => a - b), ticks[ticks.length - 1]].map(place);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places[0]).toBeCloseTo(0, 9);
        expect(places[places.length - 1]).toBeCloseTo(1, 9);
      }),
    );
  });

  it('place equal ratios at equal lengths', () => {
    expect([1, 10, 100].map((value) => logScale([1, 100]).place(value))).toEqual([0, 0.5, 1]);
  });
});
