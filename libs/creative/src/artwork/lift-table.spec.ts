import { ARTWORK_WORLD, madeUpLog, PLANTED_TRAIT } from '../simulation/artwork-world';
import { liftTable } from './lift-table';

const { decisions } = madeUpLog({ ...ARTWORK_WORLD, cellSpread: 0.15 }, 'table');
const table = liftTable(decisions, PLANTED_TRAIT)!;

describe('liftTable', () => {
  it('has a cell of each country and micro-genre', () => {
    expect(table.countries).toEqual(['BR', 'DE', 'FR', 'IN', 'JP', 'US']);
    expect(table.cells).toHaveLength(table.countries.length * table.microGenres.length);
    expect(table).toMatchObject({ label: 'randomised', leftOutCount: 0 });
  });

  it('draws cells together', () => {
    const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    const dramas = table.cells.flatMap(({ microGenre, shown }) =>
      microGenre === 'drama-0' && shown && shown.rawLift !== null ? [shown] : [],
    );
    expect(dramas.length).toBeGreaterThan(3);
    expect(spread(dramas.map(({ lift }) => lift))).toBeLessThan(
      spread(dramas.map(({ rawLift }) => rawLift!)),
    );
    for (const { lift, interval } of dramas) expect(interval[0] < lift && lift < interval[1]).toBe(true);
  });

  it('does not show a cell of fewer than 50 people, and shows no figure of it', () => {
    const few = new Set(decisions.filter(({ country }) => country === 'BR').map(({ member }) => member));
    const kept = new Set([...few].slice(0, 49));
    const thin = decisions.filter(({ country, member }) => country !== 'BR' || kept.has(member));
    const cells = liftTable(thin, PLANTED_TRAIT)!.cells;
    expect(cells.filter(({ country }) => country === 'BR').map(({ shown }) => shown)).toEqual(
      table.microGenres.map(() => null),
    );
    expect(cells.filter(({ country, shown }) => country !== 'BR' && shown === null)).toEqual([]);
  });

  it('counts what has no place', () => {
    const lost = decisions.map((one, i) => (i < 10 ? { ...one, country: null } : one));
    expect(liftTable(lost, PLANTED_TRAIT)!.leftOutCount).toBe(10);
    expect(liftTable(lost.slice(0, 10), PLANTED_TRAIT)).toBeNull();
  });
});
