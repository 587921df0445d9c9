import fc from 'fast-check';
import { SMALLEST_CELL, suppressSmallCells } from './suppress-small-cells';

describe('suppressSmallCells', () => {
  it('shows all where none is small', () => {
    expect(suppressSmallCells([50, 900])).toEqual({ counts: [50, 900], total: 950 });
    expect(suppressSmallCells([])).toEqual({ counts: [], total: 0 });
  });

  it('hides a second cell with a small one, so that the total does not tell it', () => {
    expect(suppressSmallCells([400, 49, 120])).toEqual({ counts: [400, null, null], total: 569 });
  });

  it('hides no more than needed where two small ones cover each other', () => {
    expect(suppressSmallCells([400, 30, 30])).toEqual({ counts: [400, null, null], total: 460 });
  });

  it('hides a further cell where small ones together are few', () => {
    expect(suppressSmallCells([400, 3, 0, 60])).toEqual({ counts: [400, null, null, null], total: 463 });
  });

  it('hides the total where nothing else can cover', () => {
    expect(suppressSmallCells([10])).toEqual({ counts: [null], total: null });
    expect(suppressSmallCells([10, 20])).toEqual({ counts: [null, null], total: null });
  });

  it('never lets anybody reckon a small cell from what is shown', () => {
    const cells = fc.array(fc.oneof(fc.nat(60), fc.nat(2000)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cells, (counts) => {
        const shown = suppressSmallCells(counts);
        const hidden = counts.filter((_, i) => shown.counts[i] === null);
        shown.counts.forEach((count, i) => {
          expect(count === null || count === counts[i]).toBe(true);
          expect(count ?? SMALLEST_CELL).toBeGreaterThanOrEqual(SMALLEST_CELL);
        });
        if (hidden.length === 0 || shown.total === null) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(SMALLEST_CELL);
      }),
    );
  });
});
