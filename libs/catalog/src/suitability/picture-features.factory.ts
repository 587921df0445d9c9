import type { PictureFeatures, PictureLook } from '@keyart/contracts';

const LOOK: PictureLook = {
  shotScale: 'no-person',
  faceCount: 0,
  tallestFaceFraction: 0,
  letteringFraction: 0,
  darkFraction: 0.1,
  warmth: 0,
  saturationFraction: 0.3,
};

/** Features of a sharp picture without faces and lettering, and its look; `over` replaces groups. For specs. */
export function somePictureFeatures(
  over: Partial<PictureFeatures> = {},
): PictureFeatures & { readonly look: PictureLook } {
  return {
    versions: { quality: '1' },
    quality: {
      ...{ widthPx: 960, heightPx: 540, bitsPerPixel: 2, noiseLevels: 1, blockinessRatio: 1 },
      ...{ sharpnessFraction: 0.8, exposureFraction: 0.5, contrastFraction: 0.2 },
      ...{ darkFraction: 0.1, brightFraction: 0.1 },
    },
    colour: {
      palette: [{ hex: '#336699', fraction: 1 }],
      ...{ colourfulness: 30, saturationFraction: 0.3, warmth: 0, dominantHueDegrees: 210 },
    },
    faces: { faces: [], areaFraction: 0, tallestFraction: 0 },
    lettering: { lines: [], areaFraction: 0 },
    composition: {
      ...{ saliencyCentroid: { x: 0.5, y: 0.5 }, thirdsDistanceFraction: 0.2 },
      ...{ symmetryFraction: 0.5, negativeSpaceFraction: 0.3, titleArea: null },
    },
    shotScale: 'no-person',
    embedding: { model: 'some', values: [1] },
    perceptualHash: '0'.repeat(16),
    ...over,
    look: LOOK,
  };
}
