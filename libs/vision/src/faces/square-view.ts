/** A square cut out of a picture for a network, in pixels of the working copy; it may reach beyond the picture. */
export interface SquareView {
  readonly centreX: number;
  readonly centreY: number;
  readonly sidePx: number;
  /** Clockwise turn of the square: what lies along it appears upright. */
  readonly angleRadians: number;
}

/** Not turned. */
export function uprightView(centreX: number, centreY: number, sidePx: number): SquareView {
  return { centreX, centreY, sidePx, angleRadians: 0 };
}
