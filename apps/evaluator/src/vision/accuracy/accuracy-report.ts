import { MEDIA, type Medium } from '../labels/artwork-labels';
import { faceAccuracyOf, type FaceAccuracy } from './face-accuracy';
import type { JudgedPicture } from './judged-picture';
import { letteringAccuracyOf, type LetteringAccuracy } from './lettering-accuracy';
import { shotScaleAccuracyOf, type ShotScaleAccuracy } from './shot-scale-accuracy';
import { topFacetAccuracyOf, type TopFacetAccuracy } from './top-facet-accuracy';

/** Accuracy over the pictures of one medium, or over all. */
export interface GroupAccuracy {
  readonly group: Medium | 'all';
  readonly pictureCount: number;
  readonly faces: FaceAccuracy;
  readonly lettering: LetteringAccuracy;
  readonly shotScale: ShotScaleAccuracy;
  readonly topFacet: TopFacetAccuracy;
}

/** Accuracy of each medium that has pictures, in the order of `MEDIA`; last over all of them. */
export function accuracyOf(pictures: readonly JudgedPicture[]): GroupAccuracy[] {
  const groups = MEDIA.map((medium) =>
    groupAccuracy(
      medium,
      pictures.filter((one) => one.medium === medium),
    ),
  );
  return [...groups.filter(({ pictureCount }) => pictureCount > 0), groupAccuracy('all', pictures)];
}

function groupAccuracy(group: Medium | 'all', pictures: readonly JudgedPicture[]): GroupAccuracy {
  return {
    group,
    pictureCount: pictures.length,
    faces: faceAccuracyOf(pictures),
    lettering: letteringAccuracyOf(pictures),
    shotScale: shotScaleAccuracyOf(pictures),
    topFacet: topFacetAccuracyOf(pictures),
  };
}
