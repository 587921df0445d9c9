import { DependencyError, InputError } from '@keyart/common';

/** Codes of what is wrong with a video, and what each means. */
export const VIDEO_ERRORS = {
  /** There is no such file, it is a folder, or it cannot be opened. */
  VIDEO_NOT_FOUND: 'VIDEO_NOT_FOUND',
  /** The file has no bytes. */
  VIDEO_EMPTY: 'VIDEO_EMPTY',
  /** More bytes than a video may have. */
  VIDEO_TOO_LARGE: 'VIDEO_TOO_LARGE',
  /** A playlist, a script or a container that is not looked at. */
  VIDEO_FORMAT_REFUSED: 'VIDEO_FORMAT_REFUSED',
  /** No video, or one that is damaged. */
  VIDEO_UNREADABLE: 'VIDEO_UNREADABLE',
  /** The file ends before its pictures do. */
  VIDEO_TRUNCATED: 'VIDEO_TRUNCATED',
  /** A file without moving pictures: sound only, or a cover picture. */
  VIDEO_NO_PICTURES: 'VIDEO_NO_PICTURES',
  /** The container tells no frame rate above 0. */
  VIDEO_NO_FRAME_RATE: 'VIDEO_NO_FRAME_RATE',
  /** Runs longer than a video may. */
  VIDEO_TOO_LONG: 'VIDEO_TOO_LONG',
  /** A frame has more pixels than it may have. */
  VIDEO_TOO_MANY_PIXELS: 'VIDEO_TOO_MANY_PIXELS',
  /** More frames than are kept track of. */
  VIDEO_TOO_MANY_FRAMES: 'VIDEO_TOO_MANY_FRAMES',
  /** Reading it would take more time, processor time or memory than it may. */
  VIDEO_TOO_COSTLY: 'VIDEO_TOO_COSTLY',
  /** There is no frame at that time. */
  VIDEO_NO_SUCH_FRAME: 'VIDEO_NO_SUCH_FRAME',
} as const;

/** One of the codes. */
export type VideoErrorCode = keyof typeof VIDEO_ERRORS;

/** The video given cannot be looked at; the message names the file and says why. */
export class VideoInputError extends InputError {
  constructor(code: VideoErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

/** Codes of what fails on this machine. */
export const VIDEO_DEPENDENCY_ERRORS = {
  /** ffmpeg or ffprobe is not installed, or lacks a filter that is needed. */
  FFMPEG_MISSING: 'FFMPEG_MISSING',
  /** ffmpeg could not be run. Retryable. */
  FFMPEG_FAILED: 'FFMPEG_FAILED',
} as const;

/** One of the codes. */
export type VideoDependencyCode = keyof typeof VIDEO_DEPENDENCY_ERRORS;

/** Videos cannot be looked at on this machine at present. */
export class VideoDependencyError extends DependencyError {
  constructor(code: VideoDependencyCode, message: string, options?: { cause?: unknown }) {
    super(code, message, code === 'FFMPEG_FAILED', options);
  }
}
