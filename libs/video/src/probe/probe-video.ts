import path from 'node:path';
import type { VideoProbe } from '@keyart/contracts';
import { VideoInputError } from '../errors';
import { requireFfmpeg, type Ffmpeg } from '../ffmpeg/find-ffmpeg';
import { inputOptions } from '../ffmpeg/input-options';
import { unreadable } from '../ffmpeg/run-ffmpeg';
import { runProgram } from '../ffmpeg/run-program';
import { DEFAULT_VIDEO_LIMITS, type VideoLimits } from '../video-limits';
import { containerFacts, type ContainerFacts, type ProbeAnswer } from './container-facts';
import { lookAhead } from './look-ahead';
import { requireVideoFile } from './require-video-file';

/** How a video is probed. */
export interface ProbeOptions {
  /** Default: `DEFAULT_VIDEO_LIMITS`. */
  readonly limits?: Partial<VideoLimits>;
  /** Default: found on the search path. */
  readonly ffmpeg?: Ffmpeg;
  readonly signal?: AbortSignal;
}

const MAX_ANSWER_BYTES = 2 ** 20;

/**
 * What a video is, from its container and 50 frames; refuses what must not be read further.
 * @param file path of the file
 * @throws VideoInputError with a code of `VIDEO_ERRORS`, its message begins with the path; VideoDependencyError
 */
export async function probeVideo(file: string, options: ProbeOptions = {}): Promise<VideoProbe> {
  const limits = { ...DEFAULT_VIDEO_LIMITS, ...options.limits };
  await requireVideoFile(file, limits);
  const ffmpeg = options.ffmpeg ?? (await requireFfmpeg());
  const { signal } = options;
  const facts = containerFacts(file, await askFfprobe(file, { ffmpeg, limits, signal }));
  refuseTooMuch(file, facts, limits);
  const looks = await lookAhead({ file, facts, ffmpeg, limits, signal });
  const { durationMs, widthPx, heightPx, frameRate, codec, isVariableRate, hasAudio } = facts;
  return {
    ...{ widthPx, heightPx, frameRate, codec, isVariableRate, hasAudio },
    // A raw stream does not tell how long it is; the analysis does.
    durationMs: durationMs ?? 0,
    ...looks,
  };
}

interface Asked {
  readonly ffmpeg: Ffmpeg;
  readonly limits: VideoLimits;
  readonly signal?: AbortSignal;
}

async function askFfprobe(file: string, { ffmpeg, limits, signal }: Asked): Promise<ProbeAnswer> {
  let text = '';
  const { exitCode, complaints } = await runProgram({
    ...{ program: ffmpeg.ffprobe, limits, about: file, signal },
    options: [
      '-hide_banner',
      '-v',
      'error',
      '-show_format',
      '-show_streams',
      '-of',
      'json',
      ...inputOptions(file),
    ],
    onOutput: (chunk) => {
      text += chunk.toString('utf8');
      if (text.length > MAX_ANSWER_BYTES) throw unreadable(file, 'its description never ends');
    },
  });
  if (exitCode !== 0) throw unreadable(file, complaints);
  return JSON.parse(text) as ProbeAnswer;
}

function refuseTooMuch(file: string, facts: ContainerFacts, limits: VideoLimits): void {
  const { durationMs, storedWidthPx, storedHeightPx, frameRate } = facts;
  const name = path.basename(file);
  if (storedWidthPx * storedHeightPx > limits.maxPixelCount) {
    throw new VideoInputError(
      'VIDEO_TOO_MANY_PIXELS',
      `${name}: frames of ${storedWidthPx} × ${storedHeightPx} pixels, ${limits.maxPixelCount} pixels at most`,
    );
  }
  if (durationMs === null) return;
  if (durationMs > limits.maxDurationMs) {
    throw new VideoInputError(
      'VIDEO_TOO_LONG',
      `${name}: runs ${durationMs} ms, ${limits.maxDurationMs} at most`,
    );
  }
  const frameCount = Math.ceil((durationMs / 1000) * frameRate);
  if (frameCount > limits.maxFrameCount) {
    throw new VideoInputError(
      'VIDEO_TOO_MANY_FRAMES',
      `${name}: has ${frameCount} frames, ${limits.maxFrameCount} at most`,
    );
  }
}
