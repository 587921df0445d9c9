import type { ColourFeatures, PictureBox, QualityFeatures } from '@keyart/contracts';

/** What draws the eye, `[heightPx · widthPx]`, ≥ 0. */
export interface SaliencyGrid {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly values: Float32Array;
}

/** What was read off a frame; boxes are fractions of the picture that was looked at. */
export interface FrameLook {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly quality: QualityFeatures;
  readonly colour: ColourFeatures;
  readonly perceptualHash: string;
  readonly saliency: SaliencyGrid;
  /** Largest first; empty where nobody looked for faces. */
  readonly faces: readonly PictureBox[];
  /** Share covered by lettering, in [0, 1]; 0 where nobody looked for it. */
  readonly letteringFraction: number;
  /** Writing on a plain ground, as credits and title cards are; told without a model. */
  readonly isCredits: boolean;
  /** Two moments of a moving subject in alternate lines. */
  readonly isCombed: boolean;
}
