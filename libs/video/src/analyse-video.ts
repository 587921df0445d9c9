import { inLanes } from '@keyart/common';
import type { VideoAnalysis, VideoFrame, VideoProbe, VideoScene, VideoShot } from '@keyart/contracts';
import { planCrops } from './crops/plan-crops';
import { frameQuality } from './choice/frame-quality';
import { rankFrames } from './choice/rank-frames';
import { cutVideo } from './cuts/cut-video';
import { requireFfmpeg, type Ffmpeg } from './ffmpeg/find-ffmpeg';
import { boxWithin } from './frames/box-within';
import { extractFrame } from './frames/extract-frame';
import { frameFaults } from './frames/frame-faults';
import { lookAtFrame, type FeatureReader } from './frames/look-at-frame';
import { pickFrames, type PickedFrame } from './frames/pick-frames';
import type { FrameSeries } from './pass/frame-series';
import { measureFrames } from './pass/measure-frames';
import { probeVideo } from './probe/probe-video';
import { representativeness } from './scenes/representativeness';
import { scenesOf, type SceneShot } from './scenes/scenes-of';
import { shotColours } from './scenes/shot-colours';
import { timeShots } from './cuts/time-shots';
import { DEFAULT_VIDEO_LIMITS, type VideoLimits } from './video-limits';

/** Raised whenever an equal video may come out differently. */
export const VIDEO_ANALYSIS_VERSION = '1';

/** A stretch of a video, [fromMs, toMs). */
export type VideoSpan = Pick<VideoShot, 'fromMs' | 'toMs'>;

/** How a video is analysed. */
export interface AnalyseOptions {
  /** Default: `DEFAULT_VIDEO_LIMITS`. */
  readonly limits?: Partial<VideoLimits>;
  /** Finds faces and lettering; default: none are found, and only lettering on a plain ground. */
  readonly features?: FeatureReader;
  /** How much a stretch engages viewers, in [0, 1]; null or default: not known, .5. */
  readonly engagementOf?: (span: VideoSpan) => number | null;
  /** Shots of which a frame is looked at, the best ones of a longer video; default 200. */
  readonly maxFrames?: number;
  /** Frames in the top list; default 12. */
  readonly topCount?: number;
  /** Default: found on the search path. */
  readonly ffmpeg?: Ffmpeg;
  /** Told how far it is, in [0, 1], and what is being done. */
  readonly onProgress?: (fraction: number, note: string) => void;
  readonly signal?: AbortSignal;
}

const DEFAULT_MAX_FRAMES = 200;
const LANES = 2;
/** Longest side is scaled down to it by the extractors anyway. */
const LOOK_WIDTH_PX = 1024;
/** Shares of the work: measuring every frame, then looking at the best. */
const MEASURING_FRACTION = 0.6;
const UNKNOWN_ENGAGEMENT = 0.5;

/** What every step needs. */
interface Task extends AnalyseOptions {
  readonly file: string;
  readonly ffmpeg: Ffmpeg;
  readonly limits: VideoLimits;
}

/**
 * Shots, scenes and the frames of a video that may become artwork: measured in one pass, cut, grouped, the best frame of each shot
 * looked at, ranked for worth and variety, with crops that keep faces whole.
 * @param file path of the file
 * @returns boxes are fractions of the whole frame as displayed, black bars included
 * @throws VideoInputError with a code of `VIDEO_ERRORS`; VideoDependencyError; what `features` throws; the signal's reason
 */
export async function analyseVideo(file: string, options: AnalyseOptions = {}): Promise<VideoAnalysis> {
  const ffmpeg = options.ffmpeg ?? (await requireFfmpeg());
  const task: Task = { ...options, file, ffmpeg, limits: { ...DEFAULT_VIDEO_LIMITS, ...options.limits } };
  const probe = await probeVideo(file, task);
  const { onProgress } = options;
  const series = await measureFrames({
    ...{ ...task, probe },
    onProgress: (fraction) => onProgress?.(fraction * MEASURING_FRACTION, 'measuring frames'),
  });
  const found = structureOf(series);
  const frames = await lookAtFrames(task, probe, found);
  const ranked = rankFrames(frames, { topCount: options.topCount });
  return {
    version: VIDEO_ANALYSIS_VERSION,
    probe: { ...probe, durationMs: Math.max(probe.durationMs, Math.round(series.atMs[series.count - 1])) },
    ...{ shots: found.shots, scenes: found.scenes, frames: ranked },
    emptyBecause: ranked.some(({ rank }) => rank !== null) ? null : ranked.length > 0 ? 'faults' : 'black',
  };
}

/** What the measured series shows. */
interface Structure {
  readonly shots: readonly VideoShot[];
  readonly scenes: readonly VideoScene[];
  readonly picked: readonly PickedFrame[];
  /** How typical each shot is, `[shots.length]`. */
  readonly typical: readonly number[];
}

function structureOf(series: FrameSeries): Structure {
  const cutting = cutVideo(series, meanRate(series));
  const timed = timeShots(series, cutting.shots);
  const sceneShots = timed.map((shot, index): SceneShot => ({
    ...shot,
    colours: shotColours(series, cutting.shots[index], cutting),
  }));
  const sceneOf = scenesOf(sceneShots);
  const shots = timed.map((shot, index) => ({ ...shot, shot: index, scene: sceneOf[index] }));
  return {
    shots,
    scenes: scenesOfShots(shots),
    picked: pickFrames(series, cutting),
    typical: representativeness(sceneShots),
  };
}

/** Frames a second by what was decoded: containers of variable rate tell another one. */
function meanRate({ count, atMs }: FrameSeries): number {
  const lengthMs = atMs[count - 1] - atMs[0];
  return count > 1 && lengthMs > 0 ? ((count - 1) * 1000) / lengthMs : 1;
}

function scenesOfShots(shots: readonly VideoShot[]): VideoScene[] {
  const scenes: VideoScene[] = [];
  for (const { scene, fromMs, toMs } of shots) {
    const known = scenes[scene];
    scenes[scene] = known
      ? { ...known, toMs, shotCount: known.shotCount + 1 }
      : { scene, fromMs, toMs, shotCount: 1 };
  }
  return scenes;
}

async function lookAtFrames(task: Task, probe: VideoProbe, found: Structure): Promise<VideoFrame[]> {
  const chosen = [...found.picked]
    .sort((a, b) => a.measuredFaults.length - b.measuredFaults.length || b.detail - a.detail)
    .slice(0, task.maxFrames ?? DEFAULT_MAX_FRAMES)
    .sort((a, b) => a.atMs - b.atMs);
  let doneCount = 0;
  const frames = await inLanes(chosen, LANES, async (picked) => {
    const frame = await lookAt(task, probe, { picked, found });
    doneCount++;
    task.onProgress?.(
      MEASURING_FRACTION + ((1 - MEASURING_FRACTION) * doneCount) / chosen.length,
      'looking at frames',
    );
    return frame;
  });
  return frames.map((frame, index) => ({ ...frame, frame: index }));
}

interface Looked {
  readonly picked: PickedFrame;
  readonly found: Structure;
}

async function lookAt(task: Task, probe: VideoProbe, { picked, found }: Looked): Promise<VideoFrame> {
  const { file, ffmpeg, limits, signal, features, engagementOf } = task;
  const { atMs, shot, measuredFaults } = picked;
  const { scene, ...span } = found.shots[shot];
  const picture = await extractFrame(file, {
    atMs,
    probe,
    ffmpeg,
    limits,
    signal,
    maxWidthPx: LOOK_WIDTH_PX,
  });
  const look = await lookAtFrame(picture, features ?? null);
  return {
    ...{ frame: 0, shot, scene, atMs, rank: null },
    positionFraction: probe.durationMs > 0 ? Math.min(1, atMs / probe.durationMs) : 0,
    parts: {
      quality: frameQuality(look),
      representativeness: found.typical[shot],
      engagement: engagementOf?.(span) ?? UNKNOWN_ENGAGEMENT,
    },
    tone: {
      lumaFraction: look.quality.exposureFraction,
      warmth: look.colour.warmth,
      saturationFraction: look.colour.saturationFraction,
    },
    faults: [...new Set([...measuredFaults, ...frameFaults(look)])],
    perceptualHash: look.perceptualHash,
    faces: look.faces.map((face) => boxWithin(probe.activeArea, face)),
    crops: planCrops(look).map((crop) => ({ ...crop, box: boxWithin(probe.activeArea, crop.box) })),
  };
}
