import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { createRandom, withTemporaryFolder } from '@keyart/common';
import type { Ffmpeg } from '../ffmpeg/find-ffmpeg';
import { runFfmpeg } from '../ffmpeg/run-ffmpeg';
import { measureFrames } from '../pass/measure-frames';
import { probeVideo } from '../probe/probe-video';
import { DEFAULT_VIDEO_LIMITS } from '../video-limits';
import type { ClipScript, ShotScript } from './clip-script';
import { encodeClip } from './encode-clip';
import { paintPlate } from './paint-plate';
import { renderClip } from './render-clip';

/** How fast frames are measured. */
export interface SpeedReport {
  readonly frameCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** All metrics, thumbnails, parsing. */
  readonly framesPerSecond: number;
  /** ffmpeg decoding the same file into nothing, with as many threads. */
  readonly decodedPerSecond: number;
  /** Time of the full set by that of the bare decoding. */
  readonly timeRatio: number;
  readonly threadCount: number;
  /** Mean number of processes that wanted a processor in the last minute, and how many there are. */
  readonly load: number;
  readonly processorCount: number;
}

const [WIDTH_PX, HEIGHT_PX, FRAME_RATE] = [1920, 1080, 30];
const SHOTS = 4;
const FRAMES_PER_SHOT = 75;
const REPEATS = 3;

/** Measures a made clip of 1080p against bare decoding in turns; the fastest turn of each counts, as the least disturbed. */
export async function measureSpeed(ffmpeg: Ffmpeg): Promise<SpeedReport> {
  return withTemporaryFolder('keyart-video-speed', async (folder) => {
    const file = path.join(folder, 'speed.mp4');
    const script = await speedScript();
    await encodeClip(renderClip(script), { ffmpeg, file, ...script });
    const probe = await probeVideo(file, { ffmpeg });
    const run = { ffmpeg, file, limits: DEFAULT_VIDEO_LIMITS };
    const load = loadavg()[0];
    let [fullMs, bareMs] = [Infinity, Infinity];
    for (let turn = 0; turn < REPEATS; turn++) {
      bareMs = Math.min(
        bareMs,
        await timeOf(() => runFfmpeg({ ...run, output: ['-f', 'null', '-'], onOutput: () => undefined })),
      );
      fullMs = Math.min(fullMs, await timeOf(() => measureFrames({ ...run, probe })));
    }
    const frameCount = SHOTS * FRAMES_PER_SHOT;
    return {
      ...{ frameCount, widthPx: WIDTH_PX, heightPx: HEIGHT_PX, timeRatio: fullMs / bareMs, load },
      framesPerSecond: (1000 * frameCount) / fullMs,
      decodedPerSecond: (1000 * frameCount) / bareMs,
      threadCount: DEFAULT_VIDEO_LIMITS.threadCount,
      processorCount: cpus().length,
    };
  });
}

async function speedScript(): Promise<ClipScript> {
  const random = createRandom('speed');
  const shots: ShotScript[] = [];
  for (let shot = 0; shot < SHOTS; shot++) {
    const style = { hueDegrees: 90 * shot, lightnessFraction: 0.5, saturationFraction: 0.5 };
    const plate = await paintPlate({ widthPx: WIDTH_PX + 160, heightPx: HEIGHT_PX + 90, ...style }, random);
    shots.push({ plate, frameCount: FRAMES_PER_SHOT, motion: 'pan', speedPx: 2 });
  }
  const size = { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, frameRate: FRAME_RATE };
  const joins = shots.slice(1).map(() => ({ kind: 'cut' as const }));
  return { name: 'speed', seed: 'speed', ...size, shots, joins, flashes: [], barFraction: 0 };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
