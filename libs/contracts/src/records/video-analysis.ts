import type { PictureBox } from './picture-features';

/** What a video's container and first frames say of it. */
export interface VideoProbe {
  readonly durationMs: number;
  /** As displayed: rotation and pixel aspect applied. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Mean frames a second, > 0. */
  readonly frameRate: number;
  readonly codec: string;
  readonly isVariableRate: boolean;
  readonly isInterlaced: boolean;
  readonly hasAudio: boolean;
  /** The picture inside black bars, fractions of width and height; null: no bars. */
  readonly activeArea: PictureBox | null;
}

/** How a shot begins. */
export const SHOT_STARTS = ['video', 'cut', 'fade', 'black'] as const;

/** One of the ways a shot begins. */
export type ShotStart = (typeof SHOT_STARTS)[number];

/** Frames between two transitions, [fromMs, toMs). */
export interface VideoShot {
  /** Place among the shots, 0 first. */
  readonly shot: number;
  /** Scene it belongs to. */
  readonly scene: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly startsBy: ShotStart;
}

/** Shots of one place and mood, one after another, [fromMs, toMs). */
export interface VideoScene {
  /** Place among the scenes, 0 first. */
  readonly scene: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly shotCount: number;
}

/** Why a frame is no artwork. */
export const FRAME_FAULTS = [
  'dark',
  'blurred',
  'flat',
  'lettering',
  'transition',
  'interlaced',
  'duplicate',
] as const;

/** One of the faults. */
export type FrameFault = (typeof FRAME_FAULTS)[number];

/** A part of a frame in an artwork's aspect that keeps the faces whole. */
export interface FrameCrop {
  readonly aspect: '2:3' | '16:9' | '1:1';
  readonly box: PictureBox;
  /** Share of the frame's saliency inside, in [0, 1]. */
  readonly keptFraction: number;
}

/** What a frame's worth as artwork is made of; each in [0, 1]. */
export interface FrameParts {
  readonly quality: number;
  /** How typical of the video: 1 for the scene that most of it looks like. */
  readonly representativeness: number;
  /** Of its scene, see `scene-engagement`; .5 where there is not enough data. */
  readonly engagement: number;
}

/** How bright and how coloured a frame is; a choice covers the tones of a video. */
export interface FrameTone {
  /** Mean luma, in [0, 1]. */
  readonly lumaFraction: number;
  /** Red and yellow against blue, in [-1, 1]. */
  readonly warmth: number;
  /** Mean, in [0, 1]. */
  readonly saturationFraction: number;
}

/** The best frame of a shot. */
export interface VideoFrame {
  /** Place among the frames, 0 first in time. */
  readonly frame: number;
  readonly shot: number;
  readonly scene: number;
  readonly atMs: number;
  /** Share of the running time before it, in [0, 1]. */
  readonly positionFraction: number;
  readonly parts: FrameParts;
  readonly tone: FrameTone;
  /** Empty: none. */
  readonly faults: readonly FrameFault[];
  /** Place in the diverse top list, 1 first; null: not in it. */
  readonly rank: number | null;
  /** 64 bits as hexadecimal digits. */
  readonly perceptualHash: string;
  readonly faces: readonly PictureBox[];
  readonly crops: readonly FrameCrop[];
}

/** Why a video offers no frame as artwork. */
export const EMPTY_REASONS = ['black', 'faults'] as const;

/** `black`: nothing but black was seen; `faults`: every frame looked at has one. */
export type EmptyReason = (typeof EMPTY_REASONS)[number];

/** Everything found in a video. */
export interface VideoAnalysis {
  /** What made it; an analysis of another version is made anew. */
  readonly version: string;
  readonly probe: VideoProbe;
  readonly shots: readonly VideoShot[];
  readonly scenes: readonly VideoScene[];
  /** One a shot that has a usable frame, in time's order; those with faults too. */
  readonly frames: readonly VideoFrame[];
  /** Why no frame has a rank; null: some have. */
  readonly emptyBecause: EmptyReason | null;
}
