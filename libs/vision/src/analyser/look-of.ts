import type { PictureFeatures, PictureLook } from '@keyart/contracts';

/** The few numbers of a picture's features that rankers read. */
export function lookOf({ shotScale, faces, lettering, quality, colour }: PictureFeatures): PictureLook {
  return {
    shotScale,
    faceCount: faces.faces.length,
    tallestFaceFraction: faces.tallestFraction,
    letteringFraction: lettering.areaFraction,
    darkFraction: quality.darkFraction,
    warmth: colour.warmth,
    saturationFraction: colour.saturationFraction,
  };
}
