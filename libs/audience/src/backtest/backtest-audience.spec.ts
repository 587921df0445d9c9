import fc from 'fast-check';
import { plantedLaunches } from '../planted-launches.factory';
import { areaUnderCurve } from './auc';
import { backtestAudience, type AudienceBacktest } from './backtest-audience';

function scoresOf({ rows }: AudienceBacktest, name: string): AudienceBacktest['rows'][number] {
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(name);
  return row;
}

describe('audience backtest', () => {
  const data = plantedLaunches(300, 'planted/backtest');
  const question = { data, catalogue: data.titles, testFrom: '2024-07-14', seed: 'audience/1' };
  const backtest = backtestAudience(question);

  it('learns from what was over and tests on what came later', () => {
    const later = data.titles.filter(({ firstWeek }) => firstWeek >= question.testFrom).length;
    expect(backtest.testCount).toBe(later);
    expect(backtest.trainCount).toBeLessThan(data.titles.length - later);
  });

  it('finds the planted structure: the stack beats base rates, markets seen help', () => {
    const stack = scoresOf(backtest, 'stack');
    expect(scoresOf(backtest, 'base rate').aucOverTitles).toBeCloseTo(0.5, 6);
    expect(scoresOf(backtest, 'global rate').aucOverCountries).toBeCloseTo(0.5, 6);
    expect(stack.aucOverCountries).toBeGreaterThan(0.7);
    expect(stack.aucOverTitles).toBeGreaterThan(0.65);
    expect(stack.calibrationError).toBeLessThan(0.06);
    expect(backtest.logLossDifference.high).toBeLessThan(0);
    expect(scoresOf(backtest, 'stack, 5 markets seen').logLoss).toBeLessThan(stack.logLoss);
  });

  it('holds about 80% of titles in its interval, within three standard errors', () => {
    const { coverage } = scoresOf(backtest, 'stack');
    const error = Math.sqrt((0.8 * 0.2) / backtest.testCount);
    expect(Math.abs((coverage ?? 0) - 0.8)).toBeLessThan(3 * error);
  });

  it('does not look at outcomes of the test: other ones change no forecast', () => {
    const turned = data.titles.map((title) =>
      title.firstWeek < question.testFrom
        ? title
        : {
            ...title,
            markets: title.markets.map((outcome) => (outcome === -1 ? -1 : 1 === outcome ? 0 : 1)),
          },
    );
    const other = backtestAudience({
      ...question,
      data: { ...data, titles: turned as typeof data.titles },
    });
    const [own, flipped] = [scoresOf(backtest, 'stack'), scoresOf(other, 'stack')];
    expect(flipped.aucOverCountries).toBeCloseTo(1 - own.aucOverCountries, 2);
    expect(other.regions).toEqual(backtest.regions);
  });
});

describe('areaUnderCurve', () => {
  it('is the share of pairs in the right order, ties half', () => {
    const cells = fc.array(
      fc.record({ score: fc.integer({ min: 0, max: 9 }), outcome: fc.constantFrom(0, 1) }),
    );
    fc.assert(
      fc.property(cells, (scored) => {
        const ups = scored.filter(({ outcome }) => outcome === 1);
        const downs = scored.filter(({ outcome }) => outcome === 0);
        const pairs = ups.flatMap((up) => downs.map((down) => (Math.sign(up.score - down.score) + 1) / 2));
        const auc = areaUnderCurve(scored);
        if (pairs.length === 0) return auc === null;
        return Math.abs((auc ?? 9) - pairs.reduce((a, b) => a + b, 0) / pairs.length) < 1e-9;
      }),
    );
  });
});
