import type { ShotStart } from '@keyart/contracts';
import type { FrameSeries } from '../pass/frame-series';
import { blankRuns, type BlankRun } from './blank-runs';
import { dissolves, type Dissolve } from './dissolves';
import { framesWithin } from './frames-within';
import { hardCuts } from './hard-cuts';
import type { Cutting, ShotSpan } from './shot-span';

/** Shorter ones are taken into the shot before. */
const SHORTEST_SHOT_MS = 250;
/** Frames at either end of a shot that compression may have smeared. */
const CUT_MARGIN_FRAMES = 1;

/** Where one shot ends and the next one begins; equal but for black or white between. */
interface Boundary {
  readonly end: number;
  readonly start: number;
  readonly startsBy: ShotStart;
}

/**
 * Cuts a video into shots: at hard cuts, in the middle of dissolves, and around black or white, which belongs to no shot.
 * @param frameRate mean frames a second
 */
export function cutVideo(series: FrameSeries, frameRate: number): Cutting {
  const blanks = blankRuns(series, frameRate);
  const cuts = hardCuts(series, frameRate).filter((cut) => !blanks.some((blank) => touches(blank, cut)));
  const blends = dissolves(series, frameRate).filter(
    ({ from, to }) =>
      !cuts.some((cut) => cut > from && cut <= to) && !blanks.some((blank) => overlaps(blank, from, to)),
  );
  const shortest = framesWithin(SHORTEST_SHOT_MS, frameRate);
  const shots = shotsBetween(series.count, shortest, [
    ...blanks.map(boundaryOfBlank),
    ...cuts.map((cut): Boundary => ({ end: cut, start: cut, startsBy: 'cut' })),
    ...blends.map(boundaryOfBlend),
  ]);
  return { shots, isTransition: transitionFrames(series.count, { blanks, cuts, blends }) };
}

function touches({ from, to }: BlankRun, cut: number): boolean {
  return cut >= from - CUT_MARGIN_FRAMES && cut <= to + CUT_MARGIN_FRAMES;
}

function overlaps({ rampFrom, rampTo }: BlankRun, from: number, to: number): boolean {
  return from < rampTo && rampFrom < to;
}

function boundaryOfBlank({ from, to, rampFrom, rampTo, isBlack }: BlankRun): Boundary {
  const isFade = rampFrom < from || rampTo > to;
  return { end: from, start: to, startsBy: isFade ? 'fade' : isBlack ? 'black' : 'cut' };
}

function boundaryOfBlend({ from, to }: Dissolve): Boundary {
  const middle = Math.round((from + to) / 2);
  return { end: middle, start: middle, startsBy: 'fade' };
}

function shotsBetween(count: number, shortest: number, boundaries: readonly Boundary[]): ShotSpan[] {
  const shots: ShotSpan[] = [];
  let [from, startsBy]: [number, ShotStart] = [0, 'video'];
  for (const boundary of [...boundaries].sort((a, b) => a.end - b.end || a.start - b.start)) {
    if (boundary.start <= from) continue;
    const isShot = boundary.end - from >= shortest;
    if (isShot) shots.push({ from, to: boundary.end, startsBy });
    // What is too short to be a shot is no picture of its own: the next one begins after it.
    [from, startsBy] = [boundary.start, isShot || startsBy === 'video' ? boundary.startsBy : startsBy];
  }
  if (count - from >= shortest || (shots.length === 0 && count > from))
    shots.push({ from, to: count, startsBy });
  return shots;
}

interface Transitions {
  readonly blanks: readonly BlankRun[];
  readonly cuts: readonly number[];
  readonly blends: readonly Dissolve[];
}

function transitionFrames(count: number, { blanks, cuts, blends }: Transitions): Uint8Array {
  const isTransition = new Uint8Array(count);
  const mark = (from: number, to: number): void =>
    void isTransition.fill(1, Math.max(0, from), Math.max(0, to));
  for (const { rampFrom, rampTo } of blanks) mark(rampFrom, rampTo);
  for (const cut of cuts) mark(cut - CUT_MARGIN_FRAMES, cut + CUT_MARGIN_FRAMES);
  for (const { from, to } of blends) mark(from, to + 1);
  return isTransition;
}
