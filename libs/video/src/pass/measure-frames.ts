import type { VideoProbe } from '@keyart/contracts';
import { VideoInputError } from '../errors';
import type { Ffmpeg } from '../ffmpeg/find-ffmpeg';
import { MetadataFrames } from '../ffmpeg/metadata-frames';
import { runFfmpeg } from '../ffmpeg/run-ffmpeg';
import type { ProgramEnd } from '../ffmpeg/run-program';
import type { VideoLimits } from '../video-limits';
import { THUMB_HEIGHT, THUMB_WIDTH, type FrameSeries } from './frame-series';
import { SeriesRecorder } from './series-recorder';

/** Width at which frames are measured. */
export const MEASURE_WIDTH_PX = 320;

/** What to measure. */
export interface Measuring {
  readonly ffmpeg: Ffmpeg;
  readonly file: string;
  readonly probe: VideoProbe;
  readonly limits: VideoLimits;
  readonly signal?: AbortSignal;
  /** Told how far it is in the video. */
  readonly onProgress?: (fraction: number) => void;
}

/** A video of which less than this share was decoded, with complaints, is cut off. */
const LEAST_DECODED_FRACTION = 0.9;
const DECODED_SLACK_MS = 1000;
/** Decoders fill what they cannot read with grey or green; of a video that is mostly so nothing can be chosen. */
const MOST_COMPLAINTS_PER_FRAME = 0.2;

/**
 * Reads a whole video once: what ffmpeg's filters say of every frame of the active area at 320 px, and a thumbnail of each.
 * @throws VideoInputError `VIDEO_TRUNCATED`, `VIDEO_TOO_MANY_FRAMES`, `VIDEO_TOO_LONG` and what `runFfmpeg` throws
 */
export async function measureFrames(measuring: Measuring): Promise<FrameSeries> {
  const { ffmpeg, file, probe, limits, signal, onProgress } = measuring;
  const recorder = new SeriesRecorder(file, limits);
  const metadata = new MetadataFrames((frame) => {
    recorder.addMeasures(frame);
    if (probe.durationMs > 0) onProgress?.(Math.min(1, (1000 * frame.atSeconds) / probe.durationMs));
  });
  const end = await runFfmpeg({
    ...{ ffmpeg, file, limits, signal },
    output: ['-fps_mode', 'passthrough', '-vf', measuringFilters(probe), '-f', 'rawvideo', 'pipe:1'],
    onOutput: (chunk) => recorder.addPixels(chunk),
    onSideOutput: (chunk) => metadata.push(chunk),
  });
  metadata.end();
  const series = recorder.series();
  requireWhole(measuring, series, end);
  return series;
}

function measuringFilters({ isInterlaced, activeArea, widthPx, heightPx }: VideoProbe): string {
  const { x, y, width, height } = activeArea ?? { x: 0, y: 0, width: 1, height: 1 };
  const across = Math.min(MEASURE_WIDTH_PX, even(widthPx * width));
  const down = even((across * heightPx * height) / (widthPx * width));
  return [
    ...(isInterlaced ? ['bwdif=mode=send_frame:deint=all'] : []),
    ...(activeArea ? [`crop=w=iw*${width}:h=ih*${height}:x=iw*${x}:y=ih*${y}`] : []),
    `scale=${across}:${down}:flags=area,setsar=1,format=yuv420p`,
    "scdet=threshold=100,signalstats,blurdetect,siti,metadata=print:file='pipe\\:3'",
    `scale=${THUMB_WIDTH}:${THUMB_HEIGHT}:flags=area,format=rgb24`,
  ].join(',');
}

function even(px: number): number {
  return Math.max(2, 2 * Math.round(px / 2));
}

function requireWhole({ file, probe }: Measuring, series: FrameSeries, end: ProgramEnd): void {
  const decodedMs = series.count === 0 ? 0 : series.atMs[series.count - 1];
  const isShort = decodedMs < LEAST_DECODED_FRACTION * probe.durationMs - DECODED_SLACK_MS;
  if (series.count === 0 || (isShort && end.complaintCount > 0)) {
    throw new VideoInputError(
      'VIDEO_TRUNCATED',
      `${file}: only the first ${Math.round(decodedMs)} of ${probe.durationMs} ms can be read`,
    );
  }
  if (end.complaintCount > MOST_COMPLAINTS_PER_FRAME * series.count) {
    throw new VideoInputError(
      'VIDEO_UNREADABLE',
      `${file}: is damaged, ${end.complaintCount} errors in ${series.count} frames (the last: ${end.complaints.split('\n').at(-1)})`,
    );
  }
}
