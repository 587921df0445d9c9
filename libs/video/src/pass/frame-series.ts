/** Cells of a thumbnail, and its bytes: red, green, blue of each. */
export const [THUMB_WIDTH, THUMB_HEIGHT] = [12, 8];
/** Bytes of a thumbnail. */
export const THUMB_BYTES = THUMB_WIDTH * THUMB_HEIGHT * 3;

/** Names of what is measured of each frame, and what ffmpeg calls it. */
export const FRAME_MEASURES = {
  /** Mean absolute difference of luma to the frame before, percent (scdet). */
  change: 'scd.mafd',
  /** Mean luma, 16 (black) to 235 (white) (signalstats). */
  luma: 'signalstats.YAVG',
  /** Luma that a tenth of the pixels stay below. */
  lowLuma: 'signalstats.YLOW',
  /** Luma that a tenth of the pixels exceed. */
  highLuma: 'signalstats.YHIGH',
  /** Mean saturation, 0 to 181. */
  saturation: 'signalstats.SATAVG',
  /** Mean width of edges in pixels; the smaller the sharper (blurdetect). */
  blur: 'blur',
  /** Spatial information: standard deviation of edge strength (siti). */
  detail: 'siti.si',
} as const;

/** One of the measures. */
export type FrameMeasure = keyof typeof FRAME_MEASURES;

const MEASURES = Object.keys(FRAME_MEASURES) as FrameMeasure[];

/** What is kept of every frame: a time, seven numbers and a thumbnail of 12 × 8, `[count]` each. */
export interface FrameSeries extends Readonly<Record<FrameMeasure, Float32Array>> {
  readonly count: number;
  /** Since the video's start; rising. */
  readonly atMs: Float64Array;
  /** `[count · THUMB_BYTES]`, sRGB. */
  readonly thumbs: Uint8Array;
}

/** A series of given length, all zero. */
export function emptySeries(count: number): FrameSeries {
  const measures = Object.fromEntries(MEASURES.map((name) => [name, new Float32Array(count)]));
  return {
    ...(measures as Record<FrameMeasure, Float32Array>),
    count,
    atMs: new Float64Array(count),
    thumbs: new Uint8Array(count * THUMB_BYTES),
  };
}

/** The thumbnail of a frame, `[THUMB_BYTES]`; shares memory. */
export function thumbOf({ thumbs }: FrameSeries, frame: number): Uint8Array {
  return thumbs.subarray(frame * THUMB_BYTES, (frame + 1) * THUMB_BYTES);
}
