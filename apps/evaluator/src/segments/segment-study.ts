import type { ProgressListener } from '@keyart/common';

/** How much is simulated, and by which chance. */
export interface SegmentStudy {
  readonly viewerCount: number;
  /** Draws of the population for each figure. */
  readonly drawCount: number;
  readonly seed: string;
  readonly onProgress: ProgressListener;
}
