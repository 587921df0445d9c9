/** A box by its centre, in pixels of the working copy. */
export interface CentredBox {
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
}

/** A place that may be a face. */
export interface FaceCandidate extends CentredBox {
  /** In [0, 1]. */
  readonly score: number;
  /** From the eye on the left to the eye on the right: what turns the face upright; unit vectors need not be. */
  readonly eyesX: number;
  readonly eyesY: number;
}

/** Length of the longer side. */
export function longerSide({ width, height }: CentredBox): number {
  return Math.max(width, height);
}
