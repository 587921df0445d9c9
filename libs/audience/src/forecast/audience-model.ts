import type { TitleEncoder } from '@keyart/similarity';
import type { AudienceCore } from './audience-core';
import type { UpdateWeights } from './market-update';
import type { BoundsByReach } from './shift-bounds';

/** What a model was fitted on. */
export interface AudienceFit {
  readonly seed: string;
  readonly titleCount: number;
  /** Titles × countries with an outcome. */
  readonly cellCount: number;
  /** Titles of the calibration, forecast from earlier ones only. */
  readonly forwardCount: number;
  /** First and last first week, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
}

/** Bounds once so many markets were seen. */
export interface UpdateBounds {
  readonly seenCount: number;
  readonly bounds: BoundsByReach;
}

/** Says in which countries a title finds its audience, before launch and after some markets were seen. */
export interface AudienceModel {
  /** Content hash of what it was fitted on and how. */
  readonly version: string;
  readonly fit: AudienceFit;
  readonly encoder: TitleEncoder;
  readonly core: AudienceCore;
  /** Intercept and slope on the stack's log odds (Platt 1999). */
  readonly calibration: ArrayLike<number>;
  readonly bounds: BoundsByReach;
  /** For titles without a synopsis that can be read. */
  readonly blindBounds: BoundsByReach;
  readonly update: UpdateWeights;
  /** By count, ascending. */
  readonly updateBounds: readonly UpdateBounds[];
}
