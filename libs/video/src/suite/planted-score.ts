import type { VideoAnalysis, VideoFrame } from '@keyart/contracts';
import { areNearDuplicates } from '../choice/near-duplicate';
import type { PlantedClip, PlantedShot, PlantedSort } from './planted-clip';

/** How well the frames of a planted clip were chosen. */
export interface PlantedScore {
  /** Share of the top k that show a good picture not shown by a higher one. */
  readonly precision: number;
  /** What k frames drawn at random have on average, repeats and all: the share of frames that lie in good shots. */
  readonly randomPrecision: number;
  readonly ratio: number;
  /** Pairs of the top list that show the same. */
  readonly duplicateCount: number;
  /** Of the top list: frames of shots that were planted as black, blurred, flat or credits. */
  readonly faultyCount: number;
  readonly topCount: number;
  /** What the top k show. */
  readonly top: readonly PlantedSort[];
}

/** Frames of which precision is told. */
export const PLANTED_TOP = 5;
const FAULTY: readonly PlantedSort[] = ['dark', 'blurred', 'flat', 'credits'];

/** Holds the ranked frames against what was planted. Pure. */
export function scorePlanted(
  { script, shots }: PlantedClip,
  { frames }: Pick<VideoAnalysis, 'frames'>,
): PlantedScore {
  const ranked = frames.filter(({ rank }) => rank !== null).sort((a, b) => Number(a.rank) - Number(b.rank));
  const shown = ranked.map((frame) => shotAt(shots, (frame.atMs * script.frameRate) / 1000));
  const frameCount = shots.reduce((sum, { from, to }) => sum + to - from, 0);
  const goodCount = shots.filter(isGood).reduce((sum, { from, to }) => sum + to - from, 0);
  const precision = distinctGood(shown.slice(0, PLANTED_TOP)) / PLANTED_TOP;
  const randomPrecision = goodCount / frameCount;
  return {
    ...{ precision, randomPrecision, ratio: precision / randomPrecision },
    duplicateCount: pairsOf(ranked).filter(([one, other]) => areNearDuplicates(one, other)).length,
    faultyCount: shown.filter(({ sort }) => FAULTY.includes(sort)).length,
    topCount: ranked.length,
    top: shown.slice(0, PLANTED_TOP).map(({ sort }) => sort),
  };
}

function isGood({ sort }: PlantedShot): boolean {
  return sort === 'good' || sort === 'repeat';
}

function distinctGood(shown: readonly PlantedShot[]): number {
  return new Set(shown.filter(isGood).map(({ picture }) => picture)).size;
}

function shotAt(shots: readonly PlantedShot[], place: number): PlantedShot {
  const frame = Math.round(place);
  return shots.find(({ from, to }) => frame >= from && frame < to) ?? shots[shots.length - 1];
}

function pairsOf(frames: readonly VideoFrame[]): [VideoFrame, VideoFrame][] {
  return frames.flatMap((one, index) =>
    frames.slice(index + 1).map((other): [VideoFrame, VideoFrame] => [one, other]),
  );
}
