/** How much each pixel looks like the middle of a line of text. */
export interface ProbabilityMap {
  readonly width: number;
  readonly height: number;
  /** Row by row, `[height · width]`, each in [0, 1]. */
  readonly data: Float32Array;
}
