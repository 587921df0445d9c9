import { createRandom } from '@keyart/common';
import type { DraftRow } from '../rows/training-row';
import { SideTally } from './side-tally';

function aRow(changes: Partial<DraftRow>): DraftRow {
  return {
    ...{ fields: { prompt: '', completion: '' }, weight: 1, isClipped: false, evidence: 'shown-engaged' },
    ...{ slot: null, label: null, tokenCount: 10 },
    ...changes,
  };
}

describe('SideTally', () => {
  it('says what weights are worth', () => {
    const tally = new SideTally();
    [1, 1, 2].forEach((weight, i) => tally.add(aRow({ weight, isClipped: i === 2 })));
    tally.add(aRow({ weight: 4, evidence: 'shown-not-engaged' }));
    expect(tally.weights(2)).toEqual({
      ...{ effectiveSampleSize: 64 / 22, effectiveShare: 16 / 22, largest: 2, clipRate: 0.25 },
    });
    expect(tally.byEvidence()['shown-not-engaged']).toEqual({ rowCount: 1, weightShare: 0.5 });
  });

  it('has nothing to say of no rows', () => {
    const tally = new SideTally();
    expect([tally.weights(1), tally.tokens(), tally.slots(), tally.labelCounts()]).toEqual([
      null,
      null,
      [],
      {},
    ]);
  });

  it('says how long rows are', () => {
    const tally = new SideTally();
    for (let i = 1; i <= 100; i++) tally.add(aRow({ tokenCount: i }));
    expect(tally.tokens()).toEqual({ median: 50, p95: 95, largest: 100 });
  });

  it('tells even places from bent ones, however many candidates rows have', () => {
    const random = createRandom('places');
    const [even, bent] = [new SideTally(), new SideTally()];
    for (let i = 0; i < 4000; i++) {
      const count = 2 + Math.floor(random.next() * 5);
      const place = Math.floor(random.next() * count);
      even.add(aRow({ slot: { place, count }, label: ' A' }));
      bent.add(aRow({ slot: { place: random.next() < 0.1 ? 0 : place, count } }));
    }
    expect(Math.max(...even.slots().map(({ deviation }) => Math.abs(deviation)))).toBeLessThan(4);
    expect(bent.slots()[0].deviation).toBeGreaterThan(4);
    expect(even.slots().reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(4000, 6);
    expect(even.labelCounts()).toEqual({ A: 4000 });
  });
});
