/** Where text is on a picture: a probability a pixel. */
export interface TextMap {
  readonly widthPx: number;
  readonly heightPx: number;
  /** `[heightPx · widthPx]`, each in [0, 1]. */
  readonly probabilities: Float32Array;
}
