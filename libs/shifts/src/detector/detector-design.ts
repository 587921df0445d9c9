import { cusumRunLength, cusumThreshold } from '../design/cusum-run-length';
import { ewmaLimit } from '../design/ewma-run-length';

/** How sure a detector is to be. */
export interface DetectorDesign {
  /** Mean buckets of a stream between false alarms. */
  readonly runLength: number;
  /** h of the CUSUM, standard deviations of a bucket. */
  readonly threshold: number;
  /** Of the EWMA at the same run length, its standard deviations. */
  readonly ewmaLimit: number;
}

/** h ≈ 5: a false alarm in 465 buckets of a stream. Over many streams the screening asks for more. */
const DEFAULT_RUN_LENGTH = 465;

/** A detector with a mean time to a false alarm. @param runLength buckets, in [10, 10⁷] @throws InputError `BAD_SHIFT_DESIGN` */
export function detectorOfRunLength(runLength = DEFAULT_RUN_LENGTH): DetectorDesign {
  return { runLength, threshold: cusumThreshold(runLength), ewmaLimit: ewmaLimit(runLength) };
}

/** A detector with a threshold. @param threshold h, in (0, 20] @throws InputError `BAD_SHIFT_DESIGN` */
export function detectorOfThreshold(threshold: number): DetectorDesign {
  const runLength = cusumRunLength(threshold);
  return { runLength, threshold, ewmaLimit: ewmaLimit(runLength) };
}
