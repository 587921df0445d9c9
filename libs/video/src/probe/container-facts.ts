import { VideoInputError } from '../errors';

/** What ffprobe tells of a file; see its `-show_format -show_streams -of json`. */
export interface ProbeAnswer {
  readonly format?: { readonly format_name?: string; readonly duration?: string };
  readonly streams?: readonly ProbeStream[];
}

/** One stream of it. */
export interface ProbeStream {
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly sample_aspect_ratio?: string;
  readonly avg_frame_rate?: string;
  readonly r_frame_rate?: string;
  readonly field_order?: string;
  readonly duration?: string;
  readonly nb_frames?: string;
  readonly disposition?: { readonly attached_pic?: number };
  readonly tags?: { readonly rotate?: string };
  readonly side_data_list?: readonly { readonly rotation?: number }[];
}

/** What a container says of its first video stream. */
export interface ContainerFacts {
  /** As stored. */
  readonly storedWidthPx: number;
  readonly storedHeightPx: number;
  /** As displayed. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frameRate: number;
  /** Null: not told. */
  readonly durationMs: number | null;
  readonly codec: string;
  readonly isVariableRate: boolean;
  readonly isMarkedInterlaced: boolean;
  readonly hasAudio: boolean;
}

/** Base and mean rate of a stream of constant rate differ by rounding only. */
const RATE_TOLERANCE = 0.01;

/**
 * Reads ffprobe's answer.
 * @throws VideoInputError `VIDEO_NO_PICTURES`, `VIDEO_NO_FRAME_RATE`
 */
export function containerFacts(file: string, { format, streams = [] }: ProbeAnswer): ContainerFacts {
  const isPictures = ({ codec_type, disposition }: ProbeStream): boolean =>
    codec_type === 'video' && disposition?.attached_pic !== 1;
  const stream = streams.find(isPictures);
  const { width = 0, height = 0 } = stream ?? {};
  if (!stream || width <= 0 || height <= 0) {
    throw new VideoInputError('VIDEO_NO_PICTURES', `${file}: has no stream of moving pictures`);
  }
  const [mean, base] = [ratioOf(stream.avg_frame_rate), ratioOf(stream.r_frame_rate)];
  const frameRate = mean ?? base;
  if (frameRate === null) {
    throw new VideoInputError('VIDEO_NO_FRAME_RATE', `${file}: tells no frame rate above 0`);
  }
  return {
    ...{ storedWidthPx: width, storedHeightPx: height },
    ...displayedSize(stream, width, height),
    frameRate,
    durationMs: millisecondsOf(stream.duration) ?? millisecondsOf(format?.duration),
    codec: stream.codec_name ?? 'unknown',
    isVariableRate: mean !== null && base !== null && Math.abs(base / mean - 1) > RATE_TOLERANCE,
    isMarkedInterlaced: ['tt', 'bb', 'tb', 'bt'].includes(stream.field_order ?? ''),
    hasAudio: streams.some(({ codec_type }) => codec_type === 'audio'),
  };
}

function displayedSize(
  stream: ProbeStream,
  width: number,
  height: number,
): { widthPx: number; heightPx: number } {
  const wide = Math.round(width * (ratioOf(stream.sample_aspect_ratio?.replace(':', '/')) ?? 1));
  const turn = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation;
  const isTurned = Math.abs(Math.round((turn ?? Number(stream.tags?.rotate ?? 0)) / 90)) % 2 === 1;
  return isTurned ? { widthPx: height, heightPx: wide } : { widthPx: wide, heightPx: height };
}

/** Of `30000/1001`; null: not above 0. */
function ratioOf(text: string | undefined): number | null {
  const [over, under] = (text ?? '').split('/').map(Number);
  const ratio = over / under;
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null;
}

function millisecondsOf(seconds: string | undefined): number | null {
  const value = Number(seconds) * 1000;
  return Number.isFinite(value) && value > 0 ? Math.round(value) : null;
}
