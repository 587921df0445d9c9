import type { JudgedPicture } from './judged-picture';
import { proportionOf, type Proportion } from './proportion';

/** How well faces were found. */
export interface FaceAccuracy {
  /** Of the human faces tall enough. */
  readonly recall: Proportion;
  readonly falseBoxCount: number;
  /** 0 without pictures. */
  readonly falseBoxesPerTenPictures: number;
}

/** Over pictures of any kind; those without faces count for the false boxes. */
export function faceAccuracyOf(pictures: readonly JudgedPicture[]): FaceAccuracy {
  const sum = (count: (picture: JudgedPicture) => number): number =>
    pictures.reduce((total, picture) => total + count(picture), 0);
  const falseBoxCount = sum(({ faces }) => faces.falseBoxes.length);
  return {
    recall: proportionOf(
      sum(({ faces }) => faces.foundCount),
      sum(({ faces }) => faces.faceCount),
    ),
    falseBoxCount,
    falseBoxesPerTenPictures: pictures.length === 0 ? 0 : (10 * falseBoxCount) / pictures.length,
  };
}
