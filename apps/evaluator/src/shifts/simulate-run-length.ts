import { advance, detectorOfThreshold, startDetector, type DetectorDesign } from '@keyart/shifts';
import { quietStream } from './quiet-stream';

/** How long streams without a shift ran until their first alarm. */
export interface RunLength {
  readonly threshold: number;
  /** Mean buckets to a false alarm, by the integral equation. */
  readonly designed: number;
  readonly measured: number;
  readonly standardError: number;
  readonly runCount: number;
}

/** How streams without a shift are drawn. */
export interface RunLengthOptions {
  readonly threshold: number;
  readonly runCount: number;
  readonly seed: string;
  readonly progress: (fraction: number) => void;
}

function runUntilAlarm(seed: string, design: DetectorDesign): number {
  let [state, length] = [startDetector('polarity'), 0];
  for (const bucket of quietStream(seed)) {
    const advanced = advance(state, bucket, design);
    state = advanced.state;
    if (advanced.reading.score !== null) length++;
    if (advanced.alarm) break;
  }
  return length;
}

/** Runs the whole detector on streams in which nothing changes; buckets count from the first that is scored. */
export function simulateRunLength({ threshold, runCount, seed, progress }: RunLengthOptions): RunLength {
  const design = detectorOfThreshold(threshold);
  const lengths = Array.from({ length: runCount }, (_, run) => {
    progress(run / runCount);
    return runUntilAlarm(`${seed}/run-length/${threshold}/${run}`, design);
  });
  const measured = lengths.reduce((sum, length) => sum + length, 0) / runCount;
  const variance = lengths.reduce((sum, length) => sum + (length - measured) ** 2, 0) / (runCount - 1);
  const standardError = Math.sqrt(variance / runCount);
  return { threshold, designed: design.runLength, measured, standardError, runCount };
}
