import type { Formulation } from '@keyart/contracts';
import type { LabelScore } from '../label-scorer';

/** A title's candidates as read from its prompts. */
export interface LabelReading {
  /** `[K]`: letter log-probabilities (choice) or log-odds of yes over no (pointwise), uncalibrated. */
  readonly values: readonly number[];
  /** Smallest label mass over the title's prompts, in [0, 1]. */
  readonly labelMass: number;
  readonly missingLabelCount: number;
}

/**
 * Turns the label scores of one title's prompts into values of its candidates.
 * @param scores one (choice) or one per candidate (pointwise; labels yes, no in that order); at least one
 */
export function readLabels(formulation: Formulation, scores: readonly LabelScore[]): LabelReading {
  const values =
    formulation === 'choice'
      ? [...(scores[0]?.logProbabilities ?? [])]
      : scores.map(({ logProbabilities: [yes = NaN, no = NaN] }) => yes - no);
  return {
    values,
    labelMass: Math.min(...scores.map((score) => score.labelMass)),
    missingLabelCount: scores.reduce((count, score) => count + score.missing.length, 0),
  };
}
