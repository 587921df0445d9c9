import { DependencyError, InputError } from '@keyart/common';

/** Codes of the input errors this library throws. */
export const VISION_ERRORS = {
  /** No picture, or one that is cut off or damaged. */
  PICTURE_UNREADABLE: 'PICTURE_UNREADABLE',
  /** A drawing (SVG, PDF) or another format that is not looked at. */
  PICTURE_FORMAT_REFUSED: 'PICTURE_FORMAT_REFUSED',
  /** More pixels than a picture may have. */
  PICTURE_TOO_MANY_PIXELS: 'PICTURE_TOO_MANY_PIXELS',
} as const;

/** One of the codes. */
export type VisionErrorCode = keyof typeof VISION_ERRORS;

/** The picture given cannot be looked at; the message says why. */
export class VisionInputError extends InputError {
  constructor(code: VisionErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

/** Codes of a model that failed us; none is retryable, for the same file fails the same way. */
export const VISION_MODEL_ERRORS = {
  /** Its file is not on this machine. */
  VISION_MODEL_MISSING: 'VISION_MODEL_MISSING',
  /** Its file has another content than expected, or is no graph. */
  VISION_MODEL_CORRUPT: 'VISION_MODEL_CORRUPT',
  /** It refused its input or ran out of memory. */
  VISION_MODEL_FAILED: 'VISION_MODEL_FAILED',
  /** It was asked after it was closed. */
  VISION_MODEL_CLOSED: 'VISION_MODEL_CLOSED',
} as const;

/** One of the codes. */
export type VisionModelErrorCode = keyof typeof VISION_MODEL_ERRORS;

/** A model cannot be loaded or run; the message names it and its file. */
export class VisionModelError extends DependencyError {
  constructor(code: VisionModelErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, false, options);
  }
}
