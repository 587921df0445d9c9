import type { FaceBox, LetteringBox, PictureFeatures } from '@keyart/contracts';

type Groups = { readonly [Group in keyof PictureFeatures]?: Partial<PictureFeatures[Group]> };

const ORDINARY: PictureFeatures = {
  versions: {},
  quality: {
    widthPx: 1280,
    heightPx: 720,
    sharpnessFraction: 0.6,
    exposureFraction: 0.4,
    darkFraction: 0.1,
    brightFraction: 0.05,
    contrastFraction: 0.2,
    noiseLevels: 1,
    blockinessRatio: 1,
    bitsPerPixel: 1,
  },
  colour: {
    palette: [
      { hex: '#1f3f7f', fraction: 0.7 },
      { hex: '#808080', fraction: 0.3 },
    ],
    colourfulness: 30,
    saturationFraction: 0.3,
    warmth: 0,
    dominantHueDegrees: 220,
  },
  faces: { faces: [], areaFraction: 0, tallestFraction: 0 },
  lettering: { lines: [], areaFraction: 0 },
  composition: {
    saliencyCentroid: { x: 0.5, y: 0.5 },
    thirdsDistanceFraction: 0.1,
    symmetryFraction: 0.5,
    negativeSpaceFraction: 0.3,
    titleArea: null,
  },
  shotScale: 'medium',
  embedding: { model: 'none', values: [1] },
  perceptualHash: '0000000000000000',
};

/** An ordinary picture (medium shot, even light, no face, no lettering) but for what is given. */
export function aPicture({
  shotScale,
  ...groups
}: Omit<Groups, 'shotScale'> & Pick<Partial<PictureFeatures>, 'shotScale'> = {}): PictureFeatures {
  const { quality, colour, faces, lettering, composition } = groups;
  return {
    ...ORDINARY,
    quality: { ...ORDINARY.quality, ...quality },
    colour: { ...ORDINARY.colour, ...colour },
    faces: { ...ORDINARY.faces, ...faces },
    lettering: { ...ORDINARY.lettering, ...lettering },
    composition: { ...ORDINARY.composition, ...composition },
    shotScale: shotScale ?? ORDINARY.shotScale,
  };
}

/** Faces side by side, each so tall, as a feature group. */
export function facesOf(...heights: readonly number[]): PictureFeatures['faces'] {
  const faces: FaceBox[] = [...heights]
    .sort((a, b) => b - a)
    .map((height, i) => ({
      box: { x: (i + 0.5) / heights.length - 0.025, y: 0.4, width: 0.05, height },
      confidence: 0.9,
    }));
  return { faces, areaFraction: 0.1, tallestFraction: Math.max(0, ...heights) };
}

/** One line of lettering at the foot of the picture. */
export function aLine(text: string | null = null): LetteringBox {
  const box = { x: 0.25, y: 0.8, width: 0.5, height: 0.12 };
  return { box, confidence: 0.9, text, textConfidence: text === null ? null : 0.9 };
}
