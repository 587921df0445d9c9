import { InputError } from '@keyart/common';

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
