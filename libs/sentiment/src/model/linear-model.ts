import type { FeatureSpec } from '../text/feature-scanner';
import type { Calibration } from '../linear/fit-platt';

/** One graph with what it needs beside it. */
export interface ModelPart {
  readonly spec: FeatureSpec;
  /** Hashes of known features, ascending; columns follow them. */
  readonly hashes: Uint32Array;
  /** ONNX bytes, see `writeBagOnnx`. */
  readonly graph: Uint8Array;
}

/** What a model was trained on, and how it did on rows that it had not seen then. */
export interface TrainingFacts {
  readonly polarityRowCount: number;
  readonly toneRowCount: number;
  /** sha256 of the rows, hexadecimal. */
  readonly fingerprint: string;
  /** By cross-fitting inside the rows given, titles kept apart. */
  readonly crossFitted: Readonly<Record<string, number>>;
}

/** A trained linear engine. */
export interface LinearModelFiles {
  readonly polarity: ModelPart & {
    readonly calibration: Calibration;
    /** |margin| that 95 of 100 training texts stay below: the end of the scale of intensity. */
    readonly largeMargin: number;
  };
  readonly tones: ModelPart & {
    /** Labels of the columns; `neutral` is among them. */
    readonly labels: readonly string[];
    /** Least probability at which each label is given, `[C]`. */
    readonly thresholds: readonly number[];
  };
  readonly training: TrainingFacts;
}
