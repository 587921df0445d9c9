import fc from 'fast-check';
import {
  detectableProportionLift,
  EVEN_PROPORTIONS,
  proportionUnits,
  unitsPerArm,
  type ProportionDesign,
} from './proportion-power';

const AT_FIVE_PERCENT = { ...EVEN_PROPORTIONS, baseRate: 0.05 };

describe('unitsPerArm', () => {
  it('needs thousands to show small lifts of a rate of 5%', () => {
    expect(unitsPerArm(AT_FIVE_PERCENT, 0.1)).toBe(31_234);
    expect(unitsPerArm(AT_FIVE_PERCENT, 0.05)).toBe(122_124);
  });

  it('agrees with the example in the manual of R', () => {
    const help = { ...EVEN_PROPORTIONS, baseRate: 0.5, power: 0.9 };
    expect(proportionUnits(help, 0.5) / 2).toBeCloseTo(76.7, 1);
  });
});

describe('proportionUnits', () => {
  it('needs more where one group is small', () => {
    const holdout: ProportionDesign = { ...AT_FIVE_PERCENT, treatmentShare: 0.9 };
    expect(proportionUnits(holdout, 0.1)).toBeGreaterThan(2.5 * proportionUnits(AT_FIVE_PERCENT, 0.1));
  });

  it.each<[Partial<ProportionDesign>, number, string]>([
    [{ baseRate: 0 }, 0.1, 'base rate is 0, must be in (0, 1)'],
    [{ baseRate: NaN }, 0.1, 'base rate is NaN, must be in (0, 1)'],
    [{ treatmentShare: 1 }, 0.1, 'treatment share is 1, must be in (0, 1)'],
    [{}, 0, 'lift is 0, must be above 0'],
    [{ baseRate: 0.6 }, 1, 'a lift of 1 on 0.6 is no proportion any more'],
  ])('refuses %p, %p', (changes, lift, message) => {
    expect(() => proportionUnits({ ...AT_FIVE_PERCENT, ...changes }, lift)).toThrow(message);
  });
});

describe('detectableProportionLift', () => {
  it('turns the count of units round', () => {
    const designs = fc.record({
      baseRate: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
      treatmentShare: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      lift: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(designs, ({ lift, ...shape }) => {
        const design = { ...AT_FIVE_PERCENT, ...shape };
        const found = detectableProportionLift(design, proportionUnits(design, lift));
        expect((found ?? 0) / lift).toBeCloseTo(1, 5);
      }),
    );
  });

  it('says where nothing would be shown', () => {
    expect(detectableProportionLift(AT_FIVE_PERCENT, 4)).toBeNull();
  });
});
