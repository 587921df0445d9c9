import { SHOT_SCALES, type ShotScale } from '@keyart/contracts';
import type { JudgedPicture } from './judged-picture';
import { proportionOf, type Proportion } from './proportion';

/** How often the shot scale was right, and what was taken for what. */
export interface ShotScaleAccuracy {
  readonly accuracy: Proportion;
  /** Expected → found → number of pictures. */
  readonly confusion: Readonly<Record<ShotScale, Readonly<Record<ShotScale, number>>>>;
}

/** Counts over the pictures. */
export function shotScaleAccuracyOf(pictures: readonly JudgedPicture[]): ShotScaleAccuracy {
  const answers = pictures.map(({ shotScale }) => shotScale);
  const count = (expected: ShotScale, found: ShotScale): number =>
    answers.filter((answer) => answer.expected === expected && answer.found === found).length;
  return {
    accuracy: proportionOf(
      SHOT_SCALES.reduce((sum, scale) => sum + count(scale, scale), 0),
      answers.length,
    ),
    confusion: byScale((expected) => byScale((found) => count(expected, found))),
  };
}

function byScale<T>(value: (scale: ShotScale) => T): Record<ShotScale, T> {
  return Object.fromEntries(SHOT_SCALES.map((scale) => [scale, value(scale)])) as Record<ShotScale, T>;
}
