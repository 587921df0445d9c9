import type { ArtworkLabel, LabelledFace } from './artwork-labels';

/** Rounding of coordinates written by hand. */
const BORDER_TOLERANCE = 1e-9;

function isInside({ x, y, width, height }: LabelledFace): boolean {
  return x + width <= 1 + BORDER_TOLERANCE && y + height <= 1 + BORDER_TOLERANCE;
}

/** Where a label, each field of it valid, contradicts itself: field and fault; null: nowhere. */
export function faultOfLabel({ faces, lettering, shotScale }: ArtworkLabel): string | null {
  const outside = faces.findIndex((face) => !isInside(face));
  if (outside >= 0) return `faces[${outside}]: reaches out of the picture`;
  if (lettering.present !== (lettering.text !== null))
    return 'lettering.text: must be null exactly without lettering';
  if (lettering.title && !lettering.present) return 'lettering.title: cannot be read without lettering';
  const hasPerson = faces.some(({ kind }) => kind !== 'animal-or-creature');
  if (hasPerson === (shotScale === 'no-person'))
    return `shotScale: ${shotScale}, but ${hasPerson ? 'a head' : 'no head'} of a person is labelled`;
  return null;
}
