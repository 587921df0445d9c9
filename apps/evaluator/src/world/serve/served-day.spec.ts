import { SOURCES, type Source } from '@keyart/contracts';
import { servedFigures } from './served-day';
import type { Showing } from './showing';

function showing(memberId: string, shown: number, more: Partial<Showing> = {}): Showing {
  const chances = { shown, random: 0.2, oracle: 0.4 };
  return { decisionId: 'd', memberId, source: 'bandit', isTake: false, chances, ...more };
}

describe('servedFigures', () => {
  it('says what was shown beside chance and oracle, and who chose', () => {
    const source: Source = 'popular';
    const figures = servedFigures([
      showing('a', 0.4, { isTake: true }),
      showing('a', 0.2),
      showing('b', 0.3),
      showing('b', 0.3, { source }),
    ]);
    expect(figures).toMatchObject({ decisionCount: 4, takeFraction: 0.25 });
    expect(figures.trueTakeFraction).toBeCloseTo(0.3);
    expect(figures.randomTakeFraction).toBeCloseTo(0.2);
    expect(figures.oracleTakeFraction).toBeCloseTo(0.4);
    expect(figures.gapClosed?.value).toBeCloseTo(0.5);
    const nobody = Object.fromEntries(SOURCES.map((name) => [name, 0]));
    expect(figures.sources).toEqual({ ...nobody, bandit: 0.75, popular: 0.25 });
  });

  it('counts viewers, not decisions, for the interval', () => {
    const viewers = Array.from({ length: 20 }, (_, at) => showing(String(at), at % 2 ? 0.4 : 0.2));
    const width = (showings: readonly Showing[]): number => {
      const { low, high } = servedFigures(showings).gapClosed ?? { low: NaN, high: NaN };
      return high - low;
    };
    expect(width([...viewers, ...viewers])).toBeCloseTo(width(viewers));
    // √(.25 / 20) either side, times 1.96; the sample's variance has 19 below it.
    expect(width(viewers)).toBeCloseTo(2 * 1.96 * Math.sqrt(0.25 / 19), 2);
  });

  it('knows no gap where no picture is better than another, nor an interval of one viewer', () => {
    const chances = { shown: 0.2, random: 0.2, oracle: 0.2 };
    expect(servedFigures([showing('a', 0, { chances }), showing('b', 0, { chances })]).gapClosed).toBeNull();
    expect(servedFigures([showing('a', 0.3)]).gapClosed).toBeNull();
    expect(servedFigures([])).toMatchObject({ decisionCount: 0, takeFraction: 0, gapClosed: null });
  });
});
