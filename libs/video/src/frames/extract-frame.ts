import type { PictureBox, VideoProbe } from '@keyart/contracts';
import { VideoInputError } from '../errors';
import { requireFfmpeg, type Ffmpeg } from '../ffmpeg/find-ffmpeg';
import { runFfmpeg } from '../ffmpeg/run-ffmpeg';
import { probeVideo } from '../probe/probe-video';
import { DEFAULT_VIDEO_LIMITS, type VideoLimits } from '../video-limits';

/** Which frame, and what of it. */
export interface FrameRequest {
  /** As `VideoFrame.atMs` has it; the first frame not before it is taken. */
  readonly atMs: number;
  /** Fractions of the whole frame as displayed; default: the active area, or all of it. */
  readonly box?: PictureBox;
  /** Scaled down to it, never up; default: as large as it is. */
  readonly maxWidthPx?: number;
  /** Default: the video is probed. */
  readonly probe?: VideoProbe;
  readonly limits?: Partial<VideoLimits>;
  readonly ffmpeg?: Ffmpeg;
  readonly signal?: AbortSignal;
}

/** Frames before the wanted one, for the deinterlacer. */
const LEAD_MS = 500;
/** Times are kept in whole milliseconds. */
const ROUNDING_MS = 0.6;
const WHOLE: PictureBox = { x: 0, y: 0, width: 1, height: 1 };

/**
 * One exact frame, as displayed: turned, with square pixels, deinterlaced where the video is interlaced. Where a decoder complains
 * after jumping into the video, as it does of streams that tell what they are at their beginning only, all is read from the start.
 * @returns a PNG file
 * @throws VideoInputError `VIDEO_NO_SUCH_FRAME` after the end, and what `probeVideo` throws
 */
export async function extractFrame(file: string, request: FrameRequest): Promise<Buffer> {
  const ffmpeg = request.ffmpeg ?? (await requireFfmpeg());
  const limits = { ...DEFAULT_VIDEO_LIMITS, ...request.limits };
  const { atMs, signal } = request;
  const probe = request.probe ?? (await probeVideo(file, { limits, ffmpeg, signal }));
  const reading: Reading = { request, file, ffmpeg, limits, probe };
  const near = await readFrom(reading, Math.max(0, atMs - LEAD_MS));
  const found = near.isSound || atMs <= LEAD_MS ? near : await readFrom(reading, 0);
  if (found.picture.length > 0) return found.picture;
  throw new VideoInputError('VIDEO_NO_SUCH_FRAME', `${file}: has no frame at ${atMs} ms`);
}

interface Reading {
  readonly request: FrameRequest;
  readonly file: string;
  readonly ffmpeg: Ffmpeg;
  readonly limits: VideoLimits;
  readonly probe: VideoProbe;
}

interface ReadFrame {
  readonly picture: Buffer;
  /** Nothing was complained of. */
  readonly isSound: boolean;
}

async function readFrom({ request, probe, ...run }: Reading, startMs: number): Promise<ReadFrame> {
  const chunks: Buffer[] = [];
  const { complaintCount } = await runFfmpeg({
    ...{ ...run, signal: request.signal },
    seek: startMs > 0 ? ['-ss', (startMs / 1000).toFixed(6)] : [],
    output: [
      ...['-frames:v', '1', '-vf', filtersOf(request, probe, request.atMs - startMs)],
      ...['-c:v', 'png', '-compression_level', '3', '-f', 'image2pipe', 'pipe:1'],
    ],
    onOutput: (chunk) => void chunks.push(chunk),
  });
  return { picture: Buffer.concat(chunks), isSound: complaintCount === 0 };
}

function filtersOf({ box, maxWidthPx }: FrameRequest, probe: VideoProbe, leadMs: number): string {
  const { x, y, width, height } = box ?? probe.activeArea ?? WHOLE;
  const cutPx = {
    width: Math.max(1, Math.round(probe.widthPx * width)),
    height: Math.max(1, Math.round(probe.heightPx * height)),
  };
  const scale = Math.min(1, (maxWidthPx ?? Infinity) / cutPx.width);
  const size = [cutPx.width, cutPx.height].map((px) => Math.max(1, Math.round(px * scale)));
  return [
    ...(probe.isInterlaced ? ['bwdif=mode=send_frame:deint=all'] : []),
    `select=gte(t\\,${((leadMs - ROUNDING_MS) / 1000).toFixed(6)})`,
    `crop=w=iw*${width}:h=ih*${height}:x=iw*${x}:y=ih*${y}:exact=1`,
    `scale=${size.join(':')}:flags=lanczos+accurate_rnd+full_chroma_int`,
    'setsar=1,format=rgb24',
  ].join(',');
}
