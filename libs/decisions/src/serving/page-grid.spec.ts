import { PageGrid } from './page-grid';

const artwork = (artworkId: string, titleId = `title of ${artworkId}`) => ({
  ...{
    artworkId,
    titleId,
    facets: {},
    caption: '',
    captionVersion: '1',
    isEditorialDefault: false,
    look: null,
  },
});
const at = (row: number, position: number) => ({ row, position });
const namesAround = (grid: PageGrid, ...places: ReturnType<typeof at>[]): string[] =>
  grid.neighboursOf('mine', places).map(({ artworkId }) => artworkId);

describe('PageGrid', () => {
  it('finds the pictures around a place, diagonals included, in reading order', () => {
    const grid = new PageGrid();
    for (const row of [4, 5, 6])
      for (const position of [7, 8, 9]) grid.put(artwork(`${row}/${position}`), [at(row, position)]);
    expect(namesAround(grid, at(5, 8))).toEqual(['4/7', '4/8', '4/9', '5/7', '5/9', '6/7', '6/8', '6/9']);
    expect(namesAround(grid, at(7, 10))).toEqual(['6/9']);
    expect(namesAround(grid, at(5, 11))).toEqual([]);
  });

  it('does not take the end of a row for a neighbour of the next row’s beginning', () => {
    const grid = new PageGrid();
    grid.put(artwork('last'), [at(0, 10_000)]);
    expect(namesAround(grid, at(2, 0), at(1, 0))).toEqual([]);
  });

  it('names a picture once that stands around several of the title’s places', () => {
    const grid = new PageGrid();
    grid.put(artwork('a'), [at(0, 0), at(3, 3)]);
    expect(namesAround(grid, at(0, 1), at(3, 2))).toEqual(['a']);
  });

  it('leaves out the title’s own picture, and one that another has replaced', () => {
    const grid = new PageGrid();
    grid.put(artwork('own', 'mine'), [at(0, 0)]);
    grid.put(artwork('old'), [at(0, 2)]);
    grid.put(artwork('new'), [at(0, 2)]);
    expect(namesAround(grid, at(0, 1))).toEqual(['new']);
  });
});
