import type { PictureBox, PictureFeatures, PicturePoint } from '@keyart/contracts';

/** What a crop is to keep of a picture. */
export interface CropSubject {
  /** Faces, then lettering, the largest first. */
  readonly keep: readonly PictureBox[];
  /** The faces' centre by their size, or what draws the eye where there are none. */
  readonly focus: PicturePoint;
}

/** What was read off a picture, as far as a crop minds it. */
export function cropSubjectOf({
  faces,
  lettering,
  composition,
}: Pick<PictureFeatures, 'faces' | 'lettering' | 'composition'>): CropSubject {
  const faceBoxes = faces.faces.map(({ box }) => box).sort(bySize);
  const letteringBoxes = lettering.lines.map(({ box }) => box).sort(bySize);
  return {
    keep: [...faceBoxes, ...letteringBoxes],
    focus: centreOf(faceBoxes) ?? composition.saliencyCentroid,
  };
}

function centreOf(boxes: readonly PictureBox[]): PicturePoint | null {
  const total = boxes.reduce((sum, box) => sum + areaOf(box), 0);
  if (total === 0) return null;
  const mean = (middleOf: (box: PictureBox) => number): number =>
    boxes.reduce((sum, box) => sum + (middleOf(box) * areaOf(box)) / total, 0);
  return { x: mean(({ x, width }) => x + width / 2), y: mean(({ y, height }) => y + height / 2) };
}

function areaOf({ width, height }: PictureBox): number {
  return width * height;
}

function bySize(a: PictureBox, b: PictureBox): number {
  return areaOf(b) - areaOf(a);
}
