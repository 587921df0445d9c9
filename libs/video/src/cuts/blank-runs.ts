import { thumbOf, type FrameSeries } from '../pass/frame-series';
import { framesWithin } from './frames-within';
import { thumbDistance } from './thumb-distance';

/** Frames of nothing but black or white, [from, to), with the ramps that lead there and back. */
export interface BlankRun {
  readonly from: number;
  readonly to: number;
  /** First frame of the ramp towards it; `from`: none. */
  readonly rampFrom: number;
  /** First frame after the ramp away from it; `to`: none. */
  readonly rampTo: number;
  readonly isBlack: boolean;
}

/** 16 is black, noise of the encoder above it. */
const BLACK = { meanLuma: 22, highLuma: 28 };
const WHITE = { meanLuma: 228, lowLuma: 222 };
/** Shorter ones are flashes, unless the picture after is another one. */
const LEAST_RUN_MS = 250;
const OTHER_PICTURE_LEVELS = 12;
const LONGEST_RAMP_MS = 4000;
/** A ramp of fewer frames is a cut. */
const LEAST_RAMP_FRAMES = 3;
/** Levels a frame; less is no ramp but a dark or bright picture that stays. */
const LEAST_STEP = 0.4;

/** Runs of black or white frames that part shots, in time's order. @param frameRate mean frames a second */
export function blankRuns(series: FrameSeries, frameRate: number): BlankRun[] {
  const runs: BlankRun[] = [];
  for (let from = 0; from < series.count; from++) {
    const isBlank = isBlack(series, from) ? isBlack : isWhite(series, from) ? isWhite : null;
    if (!isBlank) continue;
    let to = from + 1;
    while (to < series.count && isBlank(series, to)) to++;
    const run = withRamps(series, { from, to, isBlack: isBlank === isBlack }, frameRate);
    if (parts(series, run, frameRate)) runs.push(run);
    from = to - 1;
  }
  return runs;
}

function isBlack({ luma, highLuma }: FrameSeries, frame: number): boolean {
  return luma[frame] <= BLACK.meanLuma && highLuma[frame] <= BLACK.highLuma;
}

function isWhite({ luma, lowLuma }: FrameSeries, frame: number): boolean {
  return luma[frame] >= WHITE.meanLuma && lowLuma[frame] >= WHITE.lowLuma;
}

function withRamps(
  series: FrameSeries,
  run: Pick<BlankRun, 'from' | 'to' | 'isBlack'>,
  frameRate: number,
): BlankRun {
  const longest = framesWithin(LONGEST_RAMP_MS, frameRate);
  const before = rampLength(series, run.from - 1, { step: -1, longest, isRising: run.isBlack });
  const after = rampLength(series, run.to, { step: 1, longest, isRising: run.isBlack });
  return { ...run, rampFrom: run.from - before, rampTo: run.to + after };
}

interface Ramp {
  readonly step: 1 | -1;
  readonly longest: number;
  /** Away from the run. */
  readonly isRising: boolean;
}

/** Frames, away from the run, over which luma goes on and on. */
function rampLength({ luma, count }: FrameSeries, first: number, { step, longest, isRising }: Ramp): number {
  let length = 0;
  while (length < longest) {
    const [at, next] = [first + step * length, first + step * (length + 1)];
    if (next < 0 || next >= count) break;
    const rise = (luma[next] - luma[at]) * (isRising ? 1 : -1);
    if (rise < LEAST_STEP) break;
    length++;
  }
  return length >= LEAST_RAMP_FRAMES ? length : 0;
}

function parts(series: FrameSeries, run: BlankRun, frameRate: number): boolean {
  const { from, to, rampFrom, rampTo } = run;
  if (from === 0 || to === series.count || to - from >= framesWithin(LEAST_RUN_MS, frameRate)) return true;
  const before = thumbOf(series, Math.max(0, rampFrom - 1));
  const after = thumbOf(series, Math.min(series.count - 1, rampTo));
  return thumbDistance(before, after) > OTHER_PICTURE_LEVELS;
}
