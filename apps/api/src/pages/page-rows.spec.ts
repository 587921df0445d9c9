import type { TitleRecord } from '@keyart/contracts';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import { pageRows } from './page-rows';

const title = (titleId: string, facets: Record<string, number>): TitleRecord => ({
  ...{ titleId, name: titleId, year: null, synopsis: '', genres: [], maturity: '0', cast: [] },
  ...{ tags: [], originCountries: [], originalLanguage: null },
  facets,
});
const titles = ['f', 'e', 'd', 'c', 'b', 'a'].map((id) => title(id, id === 'c' ? { romance: 1 } : {}));

describe('pageRows', () => {
  it('puts what is near to the taste first, then goes by id, each title once', () => {
    const rows = pageRows(titles, { ...NEW_VIEWER_TASTE, historyCount: 3, facets: { romance: 0.5 } });
    expect(rows.map((row) => [row.name, row.titles.map(({ titleId }) => titleId)])).toEqual([
      ['Picked for you', ['c', 'a', 'b', 'd', 'e']],
      ['More to discover', ['f']],
    ]);
  });

  it('has no row without titles', () => {
    expect(pageRows([], NEW_VIEWER_TASTE)).toEqual([]);
  });
});
