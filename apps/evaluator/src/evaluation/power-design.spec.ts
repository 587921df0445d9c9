import { plannedComparison, type PowerFlags } from './power-design';

const FLAGS: PowerFlags = {
  ...{ baseline: 'logging', lift: '0.05', alpha: '0.05' },
  ...{ actions: '5', baseRate: '0.2', disagreement: '0.5' },
};

const noDatabase = () => Promise.reject(new Error('asked for the database'));

describe('plannedComparison without a log', () => {
  it('is what was given, on 5,000 decisions', async () => {
    expect(await plannedComparison(FLAGS, noDatabase)).toEqual({
      design: { actionCount: 5, baseRate: 0.2, disagreement: 0.5, alpha: 0.05 },
      sampleCount: 5000,
    });
  });

  it.each([
    [{ actions: undefined }, '--actions is missing: give it, or --log'],
    [{ baseRate: undefined }, '--base-rate is missing'],
    [{ disagreement: undefined }, '--disagreement is missing'],
    [{ actions: '2.5' }, '--actions 2.5: must be a number whole, 2 at least'],
    [{ baseRate: '1' }, 'base rate is 1, must be in (0, 1)'],
    [{ n: '0' }, '--n 0: must be a number 1 at least'],
    [{ target: 'policy:uniform' }, '--target without --log says nothing'],
  ])('refuses %j', async (change: Partial<PowerFlags>, message) => {
    await expect(plannedComparison({ ...FLAGS, ...change }, noDatabase)).rejects.toThrow(message);
  });
});
