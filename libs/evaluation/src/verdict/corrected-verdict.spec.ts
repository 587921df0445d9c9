import type { EvaluationWarning } from '../diagnostics/warning';
import type { Measured } from '../estimate/estimate-all';
import { correctedVerdictOf } from './corrected-verdict';

const UNDERPOWERED: EvaluationWarning = { code: 'UNDERPOWERED', detail: '' };
const LOW_ESS: EvaluationWarning = { code: 'LOW_ESS', detail: '' };

function measured(value: number): Measured {
  return { value, standardError: 1, interval: [value - 2, value + 2], bootstrapInterval: null };
}

describe('correctedVerdictOf', () => {
  it.each([
    { verdict: 'better', value: 3, adjustedPValue: 0.04, warnings: [] },
    { verdict: 'worse', value: -3, adjustedPValue: 0.05, warnings: [] },
    { verdict: 'no difference shown', value: 3, adjustedPValue: 0.051, warnings: [] },
    { verdict: 'no difference shown', value: 0, adjustedPValue: null, warnings: [] },
    { verdict: 'insufficient evidence', value: 3, adjustedPValue: 0.051, warnings: [UNDERPOWERED] },
    { verdict: 'better', value: 3, adjustedPValue: 0.04, warnings: [UNDERPOWERED] },
    { verdict: 'insufficient evidence', value: 3, adjustedPValue: 0.001, warnings: [LOW_ESS] },
  ])('$verdict: difference $value, corrected p $adjustedPValue', ({ verdict, value, warnings, ...test }) => {
    const corrected = { difference: measured(value), adjustedPValue: test.adjustedPValue, alpha: 0.05 };
    expect(correctedVerdictOf(corrected, warnings)).toBe(verdict);
  });

  it('is none without an interval', () => {
    const difference = { ...measured(3), interval: null };
    expect(correctedVerdictOf({ difference, adjustedPValue: 0.01, alpha: 0.05 }, [])).toBe(
      'insufficient evidence',
    );
  });
});
