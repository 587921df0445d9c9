import type { GroupAccuracy } from './accuracy/accuracy-report';
import { accuracyOf } from './accuracy/accuracy-report';
import { judgeFloors, type FloorVerdict } from './accuracy/floors';
import type { JudgedPicture } from './accuracy/judged-picture';
import { errorsOf, type PictureError } from './accuracy/picture-errors';

/** How well the extractors read the labelled pictures. */
export interface VisionReport {
  readonly groups: readonly GroupAccuracy[];
  readonly floors: readonly FloorVerdict[];
  readonly errors: readonly PictureError[];
}

/** Figures, verdicts and every wrong answer, in the order of the pictures. */
export function visionReportOf(pictures: readonly JudgedPicture[]): VisionReport {
  const groups = accuracyOf(pictures);
  return { groups, floors: judgeFloors(groups), errors: pictures.flatMap(errorsOf) };
}
