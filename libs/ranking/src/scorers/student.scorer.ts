import { temperedSoftmax } from '../calibration/tempered-softmax';
import { checkParameter } from '../check-parameter';
import type { Scorer, ScorerAnswer } from '../scorer';
import { UNAVAILABLE_REASONS } from '../unavailable';
import { valuesOf } from './values-of';

/** A student that serves, and what turns its scores into shares. */
export interface StudentCalibration {
  /** As in `StudentScores.modelVersion`. */
  readonly version: string;
  /** T ≥ 1e-6 of the softmax; 1 leaves the scores alone. */
  readonly temperature: number;
}

/**
 * The student's scores as shares in [0, 1] that sum to 1 over the eligible: softmax(v / T), as its teacher's pointwise scores are read.
 * Unavailable: `no-student-scores` (none at all, or of another student), `bad-score`, `candidate-set-changed`.
 * @throws PolicyParameterError `temperature`
 */
export function studentScorer({ version, temperature }: StudentCalibration): Scorer {
  checkParameter({ temperature }, 1e-6);
  return {
    source: 'student',
    score({ studentScores }, candidates): ScorerAnswer {
      if (studentScores?.modelVersion !== version)
        return { kind: 'unavailable', reason: UNAVAILABLE_REASONS.noStudentScores };
      const { artworkIds, values } = studentScores;
      if (values.length !== artworkIds.length || !values.every(Number.isFinite))
        return { kind: 'unavailable', reason: UNAVAILABLE_REASONS.badScore };
      const aligned = valuesOf(candidates, artworkIds, values);
      if (aligned === null) return { kind: 'unavailable', reason: UNAVAILABLE_REASONS.candidateSetChanged };
      return { kind: 'scores', scores: temperedSoftmax(aligned, temperature), modelVersion: version };
    },
  };
}
