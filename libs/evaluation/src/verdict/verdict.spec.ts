import type { Comparison, Measured } from '../estimate/estimate-all';
import { verdictOf } from './verdict';

function measured(value: number, standardError: number): Measured {
  const interval = [value - 2 * standardError, value + 2 * standardError] as const;
  return { value, standardError, interval, bootstrapInterval: null };
}

/** Against a baseline worth .5. */
function comparison(value: number, standardError: number): Comparison {
  const lift = measured(value / 0.5, standardError / 0.5);
  return { estimator: 'dr', difference: measured(value, standardError), lift };
}

describe('verdictOf', () => {
  it.each([
    ['better', 0.03, 0.01],
    ['worse', -0.03, 0.01],
    ['no difference shown', 0.01, 0.01],
    ['better', 3e-9, 1e-9],
    ['no difference shown', 5.5e-17, 1e-18],
    ['no difference shown', 0, 0],
  ] as const)('%s: difference %d ± %d', (verdict, value, standardError) => {
    expect(verdictOf(comparison(value, standardError), [])).toBe(verdict);
  });

  it.each(['LOW_ESS', 'BROKEN_PROPENSITY'] as const)('is refused beside %s', (code) => {
    expect(verdictOf(comparison(0.03, 0.01), [{ code, detail: '' }])).toBe('insufficient evidence');
  });

  it('is refused where nothing could be computed, or no error', () => {
    expect(verdictOf(null, [])).toBe('insufficient evidence');
    const { estimator, difference, lift } = comparison(0.03, 0.01);
    const bare = { estimator, lift, difference: { ...difference, interval: null } };
    expect(verdictOf(bare, [])).toBe('insufficient evidence');
  });
});
