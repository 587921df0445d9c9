import type { ShotStart } from '@keyart/contracts';

/** A shot by frames, [from, to). */
export interface ShotSpan {
  readonly from: number;
  readonly to: number;
  readonly startsBy: ShotStart;
}

/** A video's shots and which of its frames belong to a transition. */
export interface Cutting {
  readonly shots: readonly ShotSpan[];
  /** `[count]`, 1: between two shots or fading. */
  readonly isTransition: Uint8Array;
}
