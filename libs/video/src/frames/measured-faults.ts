import type { FrameFault } from '@keyart/contracts';
import type { FrameSeries } from '../pass/frame-series';

/** Of luma 16 to 235. */
const DARK = { meanLuma: 34, highLuma: 62 };
const FLAT_SPREAD = 22;
const FLAT_DETAIL = 8;
/**
 * Pixels of 320 that the mean edge is wide. Sharp frames have 3 to 8 (the means of six real clips), one blurred by σ = 3.5 px of 320 has
 * 11, whatever the codec's blocks add to it, which a measure of single pixels takes for edges.
 */
const MOST_BLUR_PX = 9.5;

/** What the measures of a frame alone speak against, so that it need not be looked at. */
export function measuredFaults(series: FrameSeries, frame: number): FrameFault[] {
  const [low, high] = [series.lowLuma[frame], series.highLuma[frame]];
  const isDark = series.luma[frame] < DARK.meanLuma && high < DARK.highLuma;
  const isFlat = high - low < FLAT_SPREAD && series.detail[frame] < FLAT_DETAIL;
  const isBlurred = series.blur[frame] > MOST_BLUR_PX;
  const found: readonly [FrameFault, boolean][] = [
    ['dark', isDark],
    ['flat', isFlat],
    ['blurred', isBlurred],
  ];
  return found.flatMap(([fault, isFound]) => (isFound ? [fault] : []));
}
