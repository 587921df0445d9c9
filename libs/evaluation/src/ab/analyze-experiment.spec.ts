import fc from 'fast-check';
import { addSums, type ArmSums, type MetricType } from './arm-sums';
import { analyzeExperiment } from './analyze-experiment';
import type { ExperimentPlan, MeasuredMetric } from './experiment-plan';
import { asymptoticCs } from './methods/asymptotic-cs.method';
import { WELCH } from './methods/welch.method';
import { metricOf } from './metrics/metric-of';

const PLAN: ExperimentPlan = {
  ...{ isRelative: false, isCuped: false, method: WELCH, correction: 'none', alternative: 'two-sided' },
  ...{ alpha: 0.05, weights: [1, 1] },
};

interface Member {
  readonly y: number;
  readonly d: number;
  readonly x: number;
}

const member = fc.record({
  y: fc.integer({ min: 0, max: 20 }),
  d: fc.integer({ min: 1, max: 9 }),
  x: fc.integer({ min: -5, max: 5 }),
});
const arm = fc.array(member, { minLength: 5, maxLength: 60 });

function sumsOf(members: readonly Member[]): ArmSums {
  const sum = (pick: (one: Member) => number): number => members.reduce((total, one) => total + pick(one), 0);
  return {
    n: members.length,
    ...{ sum: sum(({ y }) => y), sumSquares: sum(({ y }) => y * y) },
    ...{ denominatorSum: sum(({ d }) => d), denominatorSumSquares: sum(({ d }) => d * d) },
    ...{ crossSum: sum(({ y, d }) => y * d), covariateSum: sum(({ x }) => x) },
    ...{ covariateSumSquares: sum(({ x }) => x * x), covariateCrossSum: sum(({ y, x }) => y * x) },
    denominatorCovariateCrossSum: sum(({ d, x }) => d * x),
  };
}

function metric(control: ArmSums, treatment: ArmSums, type: MetricType = 'mean'): MeasuredMetric {
  const arms = [
    { name: 'a', ...control },
    { name: 'b', ...treatment },
  ];
  return { name: 'metric', type, arms, better: 'higher' };
}

const analyse = (plan: ExperimentPlan, ...metrics: MeasuredMetric[]) =>
  analyzeExperiment(plan, metrics).metrics;

describe('analyzeExperiment', () => {
  it.each(['mean', 'ratio'] as const)(
    '%s: swapped arms turn the difference round and nothing else',
    (type) => {
      fc.assert(
        fc.property(arm, arm, (a, b) => {
          const [[one], [other]] = [
            analyse(PLAN, metric(sumsOf(a), sumsOf(b), type)),
            analyse(PLAN, metric(sumsOf(b), sumsOf(a), type)),
          ];
          expect(one.effect ?? 0).toBeCloseTo(-(other.effect ?? 0), 10);
          expect(one.pValue ?? 1).toBeCloseTo(other.pValue ?? 1, 10);
        }),
      );
    },
  );

  it.each(['mean', 'ratio'] as const)(
    '%s: a lift has the sign of the difference, whatever the means have',
    (type) => {
      fc.assert(
        fc.property(arm, arm, fc.integer({ min: -60, max: 20 }), (a, b, shift) => {
          const shifted = (members: Member[]) => sumsOf(members.map((one) => ({ ...one, y: one.y + shift })));
          const pair = metric(shifted(a), shifted(b), type);
          const [[plain], [relative]] = [analyse(PLAN, pair), analyse({ ...PLAN, isRelative: true }, pair)];
          if (plain.effect === null || relative.effect === null) return;
          expect(Math.sign(relative.effect)).toBe(Math.sign(plain.effect));
          expect(relative.effect * Math.abs(plain.controlMean)).toBeCloseTo(plain.effect, 9);
        }),
      );
    },
  );

  it.each(['mean', 'ratio'] as const)('%s: another unit of the metric changes no lift', (type) => {
    fc.assert(
      fc.property(arm, arm, fc.integer({ min: 2, max: 1000 }), (a, b, k) => {
        const scaled = (members: Member[]) => sumsOf(members.map((one) => ({ ...one, y: k * one.y })));
        const plan = { ...PLAN, isRelative: true, isCuped: true };
        const [[plain], [other]] = [
          analyse(plan, metric(sumsOf(a), sumsOf(b), type)),
          analyse(plan, metric(scaled(a), scaled(b), type)),
        ];
        expect(other.effect ?? 0).toBeCloseTo(plain.effect ?? 0, 8);
        expect(other.pValue ?? 1).toBeCloseTo(plain.pValue ?? 1, 6);
      }),
    );
  });

  it('is the ratio of itself to a denominator of 1', () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const flat = (members: Member[]) => sumsOf(members.map((one) => ({ ...one, d: 1 })));
        const plan = { ...PLAN, isCuped: true };
        const [[mean], [ratio]] = [
          analyse(plan, metric(flat(a), flat(b))),
          analyse(plan, metric(flat(a), flat(b), 'ratio')),
        ];
        expect(ratio.effect ?? 0).toBeCloseTo(mean.effect ?? 0, 10);
        expect(ratio.standardError ?? 0).toBeCloseTo(mean.standardError ?? 0, 10);
      }),
    );
  });

  it('never has a variance that CUPED makes larger over both arms together', () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const [found] = analyse({ ...PLAN, isCuped: true }, metric(sumsOf(a), sumsOf(b)));
        const joint = metricOf('mean').moments(addSums(sumsOf(a), sumsOf(b)));
        const left =
          joint.variance -
          ((found.cuped?.slope ?? 0) * (joint.covariate?.covariance ?? 0) * 2 -
            (found.cuped?.slope ?? 0) ** 2 * (joint.covariate?.variance ?? 0));
        expect(left).toBeLessThanOrEqual(joint.variance + 1e-9);
      }),
    );
  });

  it('names no winner where the arms do not have their sizes, and shows the effect all the same', () => {
    const [a, b] = [
      { n: 5000, sum: 500, sumSquares: 500 },
      { n: 6000, sum: 900, sumSquares: 900 },
    ];
    const [found] = analyse(PLAN, metric(a, b, 'proportion'));
    expect(found).toMatchObject({ verdict: 'insufficient evidence' });
    expect(found.effect).toBeCloseTo(0.05, 12);
  });

  it('names no winner where members leaked into an arm of weight 0', () => {
    const sums = { n: 1000, sum: 100, sumSquares: 100 };
    const winner = { n: 1000, sum: 300, sumSquares: 300 };
    const arms = ['a', 'b', 'off'].map((name, i) => ({ name, ...(i === 1 ? winner : sums) }));
    const result = analyzeExperiment({ ...PLAN, weights: [1, 1, 0] }, [
      { name: 'takes', type: 'proportion', better: 'higher', arms },
    ]);
    expect(result.sampleRatio.leakedTraffic).toEqual([{ index: 2, count: 1000 }]);
    expect(result.metrics.map(({ verdict }) => verdict)).toEqual([
      'insufficient evidence',
      'insufficient evidence',
    ]);
  });

  it('corrects goal metrics together, and guardrails not at all', () => {
    const plan = { ...PLAN, correction: 'holm' as const, method: asymptoticCs(2000) };
    const [a, b] = [
      { n: 1000, sum: 100, sumSquares: 100 },
      { n: 1000, sum: 160, sumSquares: 160 },
    ];
    const guard = { ...metric(a, b, 'proportion'), guardrail: { margin: 0.02, better: 'higher' as const } };
    const [first, second, third] = analyse(
      plan,
      metric(a, b, 'proportion'),
      metric(a, a, 'proportion'),
      guard,
    );
    expect(first.adjustedPValue).toBeCloseTo(2 * (first.pValue ?? 0), 12);
    expect(second.adjustedPValue).toBe(1);
    expect(third).toMatchObject({ adjustedPValue: null, guardrail: { state: 'held' } });
  });

  it('says why there is no effect instead of inventing one', () => {
    const none = { n: 10, sum: 0, sumSquares: 0 };
    const some = { n: 10, sum: 5, sumSquares: 5 };
    expect(analyse(PLAN, metric(none, none))[0]).toMatchObject({
      ...{ effect: null, interval: null, pValue: null, verdict: 'insufficient evidence' },
      problem: expect.stringContaining('no variation'),
    });
    expect(analyse({ ...PLAN, isRelative: true }, metric(none, some))[0].problem).toContain(
      'control mean is 0',
    );
  });

  it('shows the effect where all of an arm do and none of the other, and judges nothing', () => {
    const [none, all] = [0, 100].map((sum) => ({ n: 100, sum, sumSquares: sum }));
    const guard = { margin: 0.1, better: 'higher' } as const;
    const pair = metric(all, none, 'proportion');
    expect(analyse(PLAN, metric(none, all, 'proportion'), { ...pair, guardrail: guard })).toMatchObject([
      {
        ...{ effect: 1, standardError: null, interval: null, pValue: null, minimumDetectableEffect: null },
        ...{ verdict: 'insufficient evidence', guardrail: null },
        problem: expect.stringContaining('no variation in either arm') as string,
      },
      { effect: -1, verdict: 'insufficient evidence', guardrail: { ...guard, state: 'undecided' } },
    ]);
    expect(analyse({ ...PLAN, isRelative: true }, pair)[0]).toMatchObject({ effect: -1, interval: null });
  });

  it.each([
    ['n', { n: 1.5, sum: 1, sumSquares: 1 }],
    ['n', { n: -1, sum: 1, sumSquares: 1 }],
    ['sum', { n: 10, sum: NaN, sumSquares: 1 }],
    ['sumSquares', { n: 10, sum: 10, sumSquares: 1 }],
  ])('refuses an arm with a bad %s', (field, sums) => {
    const good = { n: 10, sum: 1, sumSquares: 1 };
    expect(() => analyse(PLAN, metric(good, sums))).toThrow(
      expect.objectContaining({
        code: 'BAD_STATISTIC_INPUT',
        message: expect.stringMatching(new RegExp(`metric metric, arm b: ${field} is`)),
      }),
    );
  });

  describe('an arm too small to be measured', () => {
    const sums = { n: 1000, sum: 100, sumSquares: 100, denominatorSum: 2000, denominatorSumSquares: 9000 };
    const large = { ...sums, crossSum: 300 };
    const withThird = (third: ArmSums, type: MetricType = 'ratio'): MeasuredMetric => {
      const arms = [large, large, third].map((arm, i) => ({ ...arm, name: ['a', 'b', 'off'][i] }));
      return { name: 'takes', type, better: 'higher', arms };
    };
    const plan = { ...PLAN, weights: [1, 1, 0], correction: 'holm' as const };

    it.each([
      ['0 members, fewer than 2', { n: 0, sum: 0, sumSquares: 0 }],
      ['1 member, fewer than 2', { n: 1, sum: 1, sumSquares: 1 }],
      [
        'nothing in its denominator',
        { ...large, n: 3, sum: 0, sumSquares: 0, crossSum: 0, denominatorSum: 0, denominatorSumSquares: 0 },
      ],
    ])('is named with its reason, %s, and not compared', (reason, third) => {
      const result = analyzeExperiment(plan, [withThird(third)]);
      expect(result.metrics.map(({ comparison }) => comparison)).toEqual(['b vs a']);
      expect(result.notCompared).toEqual([{ name: 'takes', arm: 'off', memberCount: third.n, reason }]);
      expect(result.sampleRatio.leakedTraffic).toEqual(third.n > 0 ? [{ index: 2, count: third.n }] : []);
    });

    it('counts in the sample ratio where members were planned for it', () => {
      const third = { n: 1, sum: 1, sumSquares: 1 };
      const { sampleRatio, metrics } = analyzeExperiment({ ...plan, weights: [1, 1, 1] }, [withThird(third)]);
      expect(sampleRatio).toMatchObject({ isMismatch: true, degreesOfFreedom: 2 });
      expect(metrics.map(({ verdict }) => verdict)).toEqual(['insufficient evidence']);
    });

    it('may have few events instead, or fewer members than asked for', () => {
      const quantile = { level: 0.9, lower: 1, value: 2, upper: 3 };
      const third = {
        n: 5,
        sum: 9,
        sumSquares: 20,
        denominatorSum: 10,
        denominatorSumSquares: 20,
        crossSum: 18,
        quantile,
      };
      const metric = withThird(third, 'quantile');
      const arms = metric.arms.map((arm) => ({ ...arm, quantile }));
      expect(analyzeExperiment(plan, [{ ...metric, arms }]).notCompared).toMatchObject([
        { reason: '10 events, too few for the quantile 0.9' },
      ]);
      expect(analyzeExperiment({ ...plan, fewestUnits: 20 }, [withThird(third)]).notCompared).toMatchObject([
        { reason: '5 members, fewer than 20' },
      ]);
    });

    it('must not be the control', () => {
      const one = { n: 1, sum: 1, sumSquares: 1 };
      expect(() => analyse(PLAN, metric(one, large))).toThrow(
        /control a: 1 member, fewer than 2: no arm can be compared with it; wait for more, or name another/,
      );
    });
  });

  it('refuses a ratio without its denominator', () => {
    const sums = { n: 10, sum: 1, sumSquares: 1 };
    expect(() => analyse(PLAN, metric(sums, sums, 'ratio'))).toThrow(/arm a: denominatorSum is missing/);
  });
});
