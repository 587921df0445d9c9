import { access } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@keyart/common';
import type { VideoShot } from '@keyart/contracts';
import { analyseVideo, CUT_TOLERANCE_FRAMES, type Ffmpeg } from '@keyart/video';

/** A real clip's transitions, by others. */
interface KnownClip {
  readonly file: string;
  /** Frames at which somebody saw or measured a transition. */
  readonly frames: readonly number[];
  /** True: there are no others. */
  readonly isComplete: boolean;
}

/**
 * `testvideo`: PySceneDetect's golden cuts of its ContentDetector and its `testvideo_scenes.csv` (the middle of black); it has a dissolve
 * that neither tells. The others were looked at by eye: `bikes` has hard cuts, the rest are one shot each.
 */
const KNOWN_CLIPS: readonly KnownClip[] = [
  { file: 'pyscenedetect_testvideo.mp4', frames: [30, 180, 201, 382, 394], isComplete: false },
  { file: 'bikes.mp4', frames: [30, 76, 137, 187, 242], isComplete: true },
  { file: 'bigbuckbunny.mp4', frames: [], isComplete: true },
  { file: 'mdn_rabbit320.mp4', frames: [], isComplete: true },
  { file: 'mdn_crystal.mp4', frames: [], isComplete: true },
  { file: 'pexels_plane.mp4', frames: [], isComplete: true },
];

/** How a real clip was cut. */
export interface KnownClipReport {
  readonly file: string;
  readonly knownCount: number;
  readonly foundCount: number;
  /** Boundaries at none of the known transitions, where all are known. */
  readonly extraCount: number;
}

interface Boundary {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts the real clips of a folder and holds them against what is known.
 * @param directory with `pyscenedetect_testvideo.mp4`, `bikes.mp4` …; those that are not there are left out
 * @throws InputError `NO_KNOWN_CLIPS` when none is there
 */
export async function measureKnownClips(directory: string, ffmpeg: Ffmpeg): Promise<KnownClipReport[]> {
  const reports: KnownClipReport[] = [];
  for (const clip of KNOWN_CLIPS) {
    const file = path.join(directory, clip.file);
    if (
      !(await access(file).then(
        () => true,
        () => false,
      ))
    )
      continue;
    const { shots, probe } = await analyseVideo(file, { ffmpeg, maxFrames: 0 });
    reports.push(reportOf(clip, boundariesOf(shots, probe.frameRate)));
  }
  if (reports.length > 0) return reports;
  const names = KNOWN_CLIPS.map(({ file }) => file).join(', ');
  throw new InputError('NO_KNOWN_CLIPS', `--clips ${directory}: holds none of ${names}`);
}

/** From the end of a shot to the start of the next, with tolerance. */
function boundariesOf(shots: readonly VideoShot[], frameRate: number): Boundary[] {
  const frameAt = (ms: number): number => Math.round((ms * frameRate) / 1000);
  return shots
    .map(({ fromMs, startsBy }, index) => ({
      startsBy,
      from: frameAt(index > 0 ? shots[index - 1].toMs : 0) - CUT_TOLERANCE_FRAMES,
      to: frameAt(fromMs) + CUT_TOLERANCE_FRAMES,
    }))
    .filter(({ startsBy }) => startsBy !== 'video');
}

function reportOf({ file, frames, isComplete }: KnownClip, boundaries: readonly Boundary[]): KnownClipReport {
  const isAt = ({ from, to }: Boundary, frame: number): boolean => frame >= from && frame <= to;
  return {
    file,
    knownCount: frames.length,
    foundCount: frames.filter((frame) => boundaries.some((boundary) => isAt(boundary, frame))).length,
    extraCount: isComplete
      ? boundaries.filter((boundary) => !frames.some((frame) => isAt(boundary, frame))).length
      : 0,
  };
}
