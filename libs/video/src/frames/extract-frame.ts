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
 * One exact frame, as displayed: turned, with square pixels, deinterlaced where the video is interlaced.
 * @returns a PNG file
 * @throws VideoInputError `VIDEO_NO_SUCH_FRAME` after the end, and what `probeVideo` throws
 */
export async function extractFrame(file: string, request: FrameRequest): Promise<Buffer> {
  const ffmpeg = request.ffmpeg ?? (await requireFfmpeg());
  const { atMs, signal } = request;
  const probe = request.probe ?? (await probeVideo(file, { limits: request.limits, ffmpeg, signal }));
  const leadMs = Math.min(LEAD_MS, atMs);
  const chunks: Buffer[] = [];
  await runFfmpeg({
    ...{ ffmpeg, file, signal, limits: { ...DEFAULT_VIDEO_LIMITS, ...request.limits } },
    seek: ['-ss', ((atMs - leadMs) / 1000).toFixed(6)],
    output: [
      ...['-frames:v', '1', '-vf', filtersOf(request, probe, leadMs)],
      ...['-c:v', 'png', '-compression_level', '3', '-f', 'image2pipe', 'pipe:1'],
    ],
    onOutput: (chunk) => void chunks.push(chunk),
  });
  if (chunks.length === 0)
    throw new VideoInputError('VIDEO_NO_SUCH_FRAME', `${file}: has no frame at ${atMs} ms`);
  return Buffer.concat(chunks);
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
