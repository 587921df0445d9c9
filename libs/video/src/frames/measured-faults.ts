import type { FrameFault } from '@keyart/contracts';
import type { FrameSeries } from '../pass/frame-series';

/** Of luma 16 to 235. */
const DARK = { meanLuma: 34, highLuma: 62 };
const FLAT_SPREAD = 22;
const FLAT_DETAIL = 8;

/** What the measures of a frame alone speak against, so that it need not be looked at. */
export function measuredFaults(series: FrameSeries, frame: number): FrameFault[] {
  const [low, high] = [series.lowLuma[frame], series.highLuma[frame]];
  const isDark = series.luma[frame] < DARK.meanLuma && high < DARK.highLuma;
  const isFlat = high - low < FLAT_SPREAD && series.detail[frame] < FLAT_DETAIL;
  return [...(isDark ? (['dark'] as const) : []), ...(isFlat ? (['flat'] as const) : [])];
}
