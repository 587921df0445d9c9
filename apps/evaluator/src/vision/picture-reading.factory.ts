import type { FacetStrengths, PictureBox, ShotScale } from '@keyart/contracts';
import type { PictureReading } from './picture-reader';

/** What matters of a reading to whoever judges it. */
export interface ReadingFacts {
  readonly faces?: readonly PictureBox[];
  readonly hasLettering?: boolean;
  readonly shotScale?: ShotScale;
  readonly facets?: FacetStrengths;
}

const BOX = { x: 0.1, y: 0.8, width: 0.8, height: 0.1 };
const QUALITY = {
  widthPx: 600,
  heightPx: 900,
  sharpnessFraction: 0.8,
  exposureFraction: 0.5,
  darkFraction: 0.1,
  brightFraction: 0.1,
  contrastFraction: 0.2,
  noiseLevels: 1,
  blockinessRatio: 1,
  bitsPerPixel: 2,
};
const COLOUR = {
  palette: [{ hex: '#204060', fraction: 1 }],
  colourfulness: 40,
  saturationFraction: 0.4,
  warmth: -0.2,
  dominantHueDegrees: 210,
};
const COMPOSITION = {
  saliencyCentroid: { x: 0.5, y: 0.4 },
  thirdsDistanceFraction: 0.1,
  symmetryFraction: 0.5,
  negativeSpaceFraction: 0.5,
  titleArea: null,
};

/** A reading with those facts; without facets nothing describes the picture. */
export function aReading({ faces = [], hasLettering, shotScale, facets }: ReadingFacts): PictureReading {
  const line = { box: BOX, confidence: 0.9, text: null, textConfidence: null };
  const features = {
    versions: { faces: '1', lettering: '1' },
    quality: QUALITY,
    colour: COLOUR,
    faces: {
      faces: faces.map((box) => ({ box, confidence: 0.9 })),
      areaFraction: faces.reduce((sum, { width, height }) => sum + width * height, 0),
      tallestFraction: Math.max(0, ...faces.map(({ height }) => height)),
    },
    lettering: { lines: hasLettering ? [line] : [], areaFraction: hasLettering ? 0.08 : 0 },
    composition: COMPOSITION,
    shotScale: shotScale ?? ('no-person' as const),
    embedding: { model: 'test', values: [1] },
    perceptualHash: '0123456789abcdef',
  };
  const words = { shows: 'a picture', suggests: 'a film', text: 'a picture; a film' };
  const description = { source: 'composed' as const, version: '1', ...words, doubts: [] };
  return { features, description: facets ? { ...description, facets } : null };
}
