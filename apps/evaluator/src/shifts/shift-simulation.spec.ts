import { createRandom } from '@keyart/common';
import { cusumRunLength } from '@keyart/shifts';
import { drawDay } from './planted-reviews';
import { drawTitle } from './planted-title';
import { renderShifts } from './render-shifts';
import { shiftFloors } from './shift-floors';
import type { ShiftFigures } from './shift-simulation';
import { simulateBombing } from './simulate-bombing';
import { simulateDelays } from './simulate-delay';
import { simulatePlants } from './simulate-plants';
import { simulateRunLength } from './simulate-run-length';

const silent = { progress: () => undefined, seed: 'shift-simulation/1' };

describe('drawDay', () => {
  it('shrinks a shift of reception to .82 of itself', () => {
    const random = createRandom('draw-day/1');
    const title = { ...drawTitle('dark', random), volume: 20_000, decay: 0, positive: 0.7 };
    const shift = { titleId: 'dark', kind: 'reception', day: 7, size: -0.5, tone: null } as const;
    const meanOf = (day: number): number => {
      const { bucket } = drawDay({ ...title, shifts: [shift] }, day, random);
      return bucket.polaritySum / bucket.count;
    };
    // A read text is .8 strong on average; a mean of 20,000 has a standard error of .005.
    expect(Math.abs((meanOf(7) - meanOf(0)) / 0.8 / -0.5 - 0.82)).toBeLessThan(0.06);
  });
});

describe('the simulations', () => {
  it('run as long as designed, within four standard errors', () => {
    const { measured, designed, standardError } = simulateRunLength({
      ...silent,
      threshold: 3,
      runCount: 400,
    });
    expect(designed).toBeCloseTo(cusumRunLength(3), 9);
    expect(Math.abs(measured - designed)).toBeLessThan(4 * standardError);
  });

  it('notice in the time of the integral equation, and a 3 σ rule in that of its tail', () => {
    for (const { delays } of simulateDelays([4], 'delays/1'))
      for (const { measured, designed } of delays)
        expect(Math.abs(measured / designed - 1)).toBeLessThan(0.05);
  });

  it('find planted shifts and count what is found beside them', () => {
    const found = simulatePlants({ ...silent, threshold: 5, falseShare: 0.05, plantedCount: 12 });
    expect(found).toMatchObject({ plantedCount: 12, titleCount: 10, streamCount: 80 });
    expect(found.recall).toBeGreaterThanOrEqual(0.6);
    expect(found.precision).toBeGreaterThanOrEqual(0.6);
    expect(found.kinds.reduce((sum, { foundCount }) => sum + foundCount, 0) / 12).toBeCloseTo(
      found.recall,
      12,
    );
  });

  it('put every story in one column', () => {
    const { rows } = simulateBombing({ ...silent, threshold: 5, falseShare: 0.05, titleCount: 12 });
    for (const { count, calledBombing, calledShift, notNoticed } of rows)
      expect(calledBombing + calledShift + notNoticed).toBe(count);
    expect(rows[0].calledBombing).toBeGreaterThanOrEqual(2);
  });
});

describe('shiftFloors', () => {
  const figures: ShiftFigures = {
    runLengths: [{ threshold: 5, designed: 465, measured: 460, standardError: 10, runCount: 2000 }],
    quiet: [{ measure: 'polarity', bucketCount: 900, alarmCount: 0, interval: null }],
    delays: [{ chart: 'CUSUM', runLength: 465, delays: [{ sizeSd: 1, designed: 10, measured: 10.2 }] }],
    drop: {
      drop: 0.4,
      reviewsADay: 30,
      engineAccuracy: 0.91,
      learntDays: 90,
      delay: 3.5,
      standardError: 0.1,
      runCount: 9,
    },
    plants: {
      ...{
        titleCount: 10,
        streamCount: 80,
        dayCount: 210,
        reviewCount: 9,
        plantedCount: 200,
        incidentCount: 210,
      },
      ...{ precision: 0.8, recall: 0.9, medianOnsetError: 2, medianDelay: 4, onsetCoverage: 0.9 },
      kinds: [{ kind: 'tone', plantedCount: 2, foundCount: 0, medianDelay: null, medianOnsetError: null }],
    },
    bombing: { rows: [], precision: 0.9, recall: 0.9 },
  };

  it('are met at their bounds', () => {
    expect(shiftFloors(figures).every(({ isMet }) => isMet)).toBe(true);
  });

  it.each<[string, ShiftFigures]>([
    ['false-alarm', { ...figures, runLengths: [{ ...figures.runLengths[0], measured: 400 }] }],
    [
      'delay',
      { ...figures, delays: [{ ...figures.delays[0], delays: [{ sizeSd: 1, designed: 10, measured: 12 }] }] },
    ],
    ['precision', { ...figures, plants: { ...figures.plants, precision: 0.79 } }],
    ['recall', { ...figures, plants: { ...figures.plants, recall: 0.89 } }],
    ['onset', { ...figures, plants: { ...figures.plants, medianOnsetError: 3 } }],
    ['called one', { ...figures, bombing: { ...figures.bombing, recall: 0.8 } }],
  ])('miss where %s is worse', (what, worse) => {
    const missed = shiftFloors(worse).filter(({ isMet }) => !isMet);
    expect(missed).toHaveLength(1);
    expect(missed[0].what).toContain(what);
  });

  it('are printed with what was measured', () => {
    const floors = shiftFloors({ ...figures, plants: { ...figures.plants, recall: 0.5 } });
    const text = renderShifts({ ...figures, seed: 's', threshold: 5, falseShare: 0.05, floors });
    expect(text).toMatch(/recall +0\.500 +at least 0\.9 +MISSED/);
    expect(text).toContain('seed s');
  });
});
