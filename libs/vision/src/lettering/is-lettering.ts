import type { ReadText } from './ctc-decode';
import { heightOf, widthOf, type TextBox } from './text-box';

/** Faces, ghosts and ships get scores up to .982 on the project's pictures, but are never that long … */
const LONG_RATIO = 4;
const LEAST_SCORE_OF_LONG = 0.9;
/** … and seldom score so high. */
const LEAST_SCORE_UNREAD = 0.985;
const LEAST_TEXT_CONFIDENCE = 0.5;
/** Where there is nothing to read, one letter is read at most. */
const LEAST_SYMBOL_COUNT = 2;
const SYMBOL = /[\p{L}\p{N}]/gu;

/**
 * Whether a box is lettering and not a texture taken for it.
 * @param reading what was read there; null: nobody tried
 */
export function isLettering(box: TextBox, reading: ReadText | null): boolean {
  if (box.score >= LEAST_SCORE_OF_LONG && widthOf(box) >= LONG_RATIO * heightOf(box)) return true;
  return reading ? isPlausible(reading) : box.score >= LEAST_SCORE_UNREAD;
}

/** Whether a reading is likely to be what stands there: two letters or digits at least, read with some confidence. */
export function isPlausible({ text, confidence }: ReadText): boolean {
  return confidence >= LEAST_TEXT_CONFIDENCE && (text.match(SYMBOL)?.length ?? 0) >= LEAST_SYMBOL_COUNT;
}
