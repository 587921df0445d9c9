import type { VideoAnalysis, VideoProbe } from './video-analysis';

/** Where a video stands. */
export const VIDEO_STATUSES = ['uploaded', 'analysing', 'ready', 'failed'] as const;

/** One of the statuses. */
export type VideoStatus = (typeof VIDEO_STATUSES)[number];

/** Aspects that frames are cut to. */
export const FRAME_ASPECTS = ['2:3', '16:9', '1:1'] as const;

/** One of the frames' aspects. */
export type FrameAspect = (typeof FRAME_ASPECTS)[number];

/** Whose a video is and until when its frames may be shown. */
export interface VideoRights {
  readonly author: string;
  readonly licence: string;
  /** Rights window of its frames, [from, until); null: unbounded. */
  readonly rightsFrom: Date | null;
  readonly rightsUntil: Date | null;
}

/** A title's video, without what was found in it. */
export interface VideoRecord extends VideoRights {
  readonly videoId: string;
  readonly titleId: string;
  /** As the file was called where it came from. */
  readonly fileName: string;
  /** Hex SHA-256 of the file. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly status: VideoStatus;
  /** Fraction done, in [0, 1]. */
  readonly progress: number;
  /** Code of why it failed, of `VIDEO_ERRORS` and the like; null: it did not. */
  readonly problemCode: string | null;
  /** The same in words. */
  readonly problem: string | null;
  /** null: not looked at yet. */
  readonly probe: VideoProbe | null;
  readonly uploadedAt: Date;
  readonly finishedAt: Date | null;
}

/** A frame that became an artwork. */
export interface FramePromotion {
  readonly videoId: string;
  readonly frame: number;
  readonly aspect: FrameAspect;
  readonly artworkId: string;
}

/** What viewers did in a shot, over all of them; nobody's own doings are kept. */
export interface ShotPlayback {
  readonly shot: number;
  /** Stretches played that held at least half of the shot. */
  readonly exposureCount: number;
  /** Stretches played again, by a replay or a jump back, that held at least half of the shot. */
  readonly replayCount: number;
  /** Viewers who left within the shot. */
  readonly dropOffCount: number;
  readonly pauseCount: number;
}

/** What happens while a video plays. */
export const PLAYBACK_KINDS = ['play', 'replay', 'seek-back', 'drop-off', 'pause'] as const;

/** One of the kinds. */
export type PlaybackKind = (typeof PLAYBACK_KINDS)[number];

/** Something that happened while a video played. */
export interface PlaybackEvent {
  readonly kind: PlaybackKind;
  /** Where in the video it began. */
  readonly fromMs: number;
  /** Where it ended; as `fromMs` for what has no length. Before `fromMs` for `seek-back`. */
  readonly toMs: number;
}

/** What is found in a video, once it is ready. */
export interface AnalysedVideo {
  readonly video: VideoRecord;
  readonly analysis: VideoAnalysis;
}
