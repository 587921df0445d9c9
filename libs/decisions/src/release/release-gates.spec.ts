import { failingGates, judgeRelease } from './release-gates';

const GOOD = {
  ...{ liftLowerBound: 0.01, nullLiftLowerBound: -0.02, pickStability: 0.93, flipRate: 0.01 },
  ...{ labelMass: 0.97, promptMs: 120 },
};

describe('judgeRelease', () => {
  it('passes what is good on every count', () => {
    expect(failingGates(judgeRelease('pointwise', GOOD))).toEqual([]);
    expect(failingGates(judgeRelease('choice', GOOD))).toEqual([]);
  });

  it('asks choice for flips and pointwise for wording', () => {
    const gates = judgeRelease('choice', GOOD).map(({ gate }) => gate);
    expect(gates).toContain('flip rate under shifted options');
    expect(gates).not.toContain('picks kept under reworded captions');
  });

  it.each([
    [{ liftLowerBound: 0 }, 'offline lift, lower bound'],
    [{ nullLiftLowerBound: 0.001 }, 'lift where nobody has a taste, lower bound'],
    [{ pickStability: 0.89 }, 'picks kept under reworded captions'],
    [{ labelMass: 0.9 }, 'label mass, mean'],
    [{ promptMs: 301 }, 'time of a prompt, mean ms'],
  ])('fails %j', (worse, gate) => {
    const outcomes = judgeRelease('pointwise', { ...GOOD, ...worse });
    expect(failingGates(outcomes)).toEqual([gate]);
    expect(outcomes.find((one) => one.gate === gate)?.state).toBe('fail');
  });

  it('takes nothing for shown that was not measured', () => {
    const outcomes = judgeRelease('pointwise', {});
    expect(outcomes.map(({ state }) => state)).toEqual(outcomes.map(() => 'not shown'));
    expect(failingGates(outcomes)).toHaveLength(5);
  });
});
