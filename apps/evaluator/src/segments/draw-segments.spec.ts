import { createRandom } from '@keyart/common';
import { fitSegments, simulateViewers } from '@keyart/segments';
import { bestAri } from './best-ari';
import { drawSegments } from './draw-segments';
import { judgeFit } from './judge-fit';

const WORLD = simulateViewers({
  ...{ viewerCount: 300, eventCounts: [10, 10], separation: 3 },
  random: createRandom('draw'),
});
const FIT = fitSegments(WORLD.events, { seed: 'draw', k: 6 });

describe('drawSegments', () => {
  it('has a row for each segment and a cell for each feature', () => {
    const svg = drawSegments(FIT.model);
    for (const { name, size } of FIT.model.segments) expect(svg).toContain(`${name} · ${size}`);
    expect(svg.match(/fill-opacity/g)).toHaveLength(6 * FIT.model.features.length);
    expect(svg).not.toContain('NaN');
  });
});

describe('judgeFit', () => {
  it('is far above chance for what was found, and 0 where nothing was', () => {
    const judged = judgeFit(FIT, WORLD);
    expect(judged.segmentCount).toBe(6);
    expect(judged.ari).toBeGreaterThan(0.5);
    expect(judged.ari).toBeLessThanOrEqual(bestAri(WORLD) + 0.1);
    expect(judged.calibrationError).toBeLessThan(0.25);
    const none = fitSegments([], { seed: 'none' });
    expect(judgeFit(none, WORLD)).toEqual({ segmentCount: 0, ari: 0, rightFraction: 0, calibrationError: 0 });
  });
});
