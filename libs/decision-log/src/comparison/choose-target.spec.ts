import type { EvaluationWarning, WarningCode } from '@keyart/evaluation';
import { chooseTarget, type ChoosableTarget } from './choose-target';

function target(name: string, lower: number | null, ...codes: WarningCode[]): ChoosableTarget {
  const warnings = codes.map((code): EvaluationWarning => ({ code, detail: '' }));
  return { target: name, simultaneousInterval: lower === null ? null : [lower, lower + 1], warnings };
}

describe('chooseTarget', () => {
  it('takes the highest lower bound', () => {
    const choice = chooseTarget([target('a', 0.1), target('b', 0.3), target('c', 0.2)]);
    expect(choice).toMatchObject({ target: 'b', lowerBound: 0.3 });
  });

  it('passes over what diagnostics forbid, not over what only informs', () => {
    const choice = chooseTarget([target('a', 0.1, 'BIASED_REPLAY'), target('b', 0.3, 'LOW_ESS')]);
    expect(choice).toMatchObject({ target: 'a', lowerBound: 0.1 });
  });

  it('keeps the baseline where no bound lies above 0', () => {
    const choice = chooseTarget([target('a', 0), target('b', -0.1), target('c', null)]);
    expect(choice).toMatchObject({ target: null, lowerBound: null });
    expect(choice.reason).toBe('no target that may be read has a lower bound of its difference above 0');
  });

  it('says whom diagnostics kept it from', () => {
    expect(chooseTarget([target('a', -1), target('b', 0.3, 'LOW_ESS')]).reason).toContain(
      'forbid a verdict on b',
    );
    expect(chooseTarget([target('b', -0.3, 'LOW_ESS')]).reason).toBe(
      'diagnostics forbid a verdict on every target',
    );
  });
});
