import { someSeries, type SeriesFrame } from '../series.factory';
import { pickFrames } from './pick-frames';

const SHOT = { from: 0, to: 20, startsBy: 'video' } as const;
const times = (count: number, frame: SeriesFrame): SeriesFrame[] =>
  Array.from({ length: count }, () => frame);

function pick(frames: SeriesFrame[], isTransition = new Uint8Array(frames.length)) {
  return pickFrames(someSeries(frames), { shots: [SHOT], isTransition })[0];
}

describe('pickFrames', () => {
  it('takes the moment in which a sharp subject pauses', () => {
    const moving = times(20, { change: 6 });
    moving[11] = moving[12] = { change: 0.2 };
    expect(pick(moving).atMs).toBe(11 * 40);
  });

  it('takes a sharp frame before a still one without focus', () => {
    const frames = times(20, { change: 0.1, blur: 9 });
    frames[7] = { change: 3, blur: 4 };
    expect(pick(frames).atMs).toBe(7 * 40);
  });

  it('keeps out of transitions, and says so where there is nothing else', () => {
    const fading = new Uint8Array(20).fill(1, 0, 15);
    expect(pick(times(20, {}), fading).atMs).toBeGreaterThanOrEqual(15 * 40);
    expect(pick(times(20, {}), new Uint8Array(20).fill(1)).measuredFaults).toEqual(['transition']);
  });

  it.each([
    ['dark', { luma: 24, lowLuma: 16, highLuma: 50 }],
    ['flat', { lowLuma: 115, highLuma: 125, detail: 4 }],
    ['blurred', { blur: 11 }],
  ])('knows a %s frame by its measures', (fault, frame) => {
    expect(pick(times(20, frame)).measuredFaults).toEqual([fault]);
    expect(pick(times(20, {})).measuredFaults).toEqual([]);
  });
});
