import { subtractSlotPrior, type SlotPrior } from '../calibration/slot-prior';
import { temperedSoftmax } from '../calibration/tempered-softmax';
import type { Candidate } from '../candidate';
import { checkParameter } from '../check-parameter';
import type { LabelScores } from '../decision-context';
import { PolicyParameterError } from '../errors';
import type { Scorer, ScorerAnswer } from '../scorer';
import { UNAVAILABLE_REASONS, type UnavailableReason } from '../unavailable';
import { valuesOf } from './values-of';

/** What is stored with an LLM's version: how its raw label scores become shares. */
export interface LlmCalibration {
  /** T ≥ 1e-6 of the softmax; 1 leaves the scores alone. */
  readonly temperature: number;
  /** Of `choice`; `{}` for none. */
  readonly slotPrior: SlotPrior;
  /** Least share of the next token's probability the labels must hold, in [0, 1]. */
  readonly labelMassThreshold: number;
}

/**
 * The LLM's label scores as calibrated shares in [0, 1] that sum to 1 over the eligible.
 * `choice`: softmax((v − slot prior of K) / T); valid only for exactly the set of options that the model saw.
 * `pointwise`: softmax(v / T) over the eligible; each value stands alone, so a superset may have been scored.
 * Unavailable: `no-label-scores`, `missing-label` (choice), `low-label-mass`, `bad-score`, `candidate-set-changed`.
 * @throws PolicyParameterError `temperature`, `labelMassThreshold` or `slotPrior`
 */
export function llmScorer({ temperature, slotPrior, labelMassThreshold }: LlmCalibration): Scorer {
  checkParameter({ temperature }, 1e-6);
  checkParameter({ labelMassThreshold }, 0, 1);
  checkSlotPrior(slotPrior);
  return {
    source: 'llm',
    score({ labelScores }, candidates): ScorerAnswer {
      if (labelScores === null) return refuse(UNAVAILABLE_REASONS.noLabelScores);
      const fault = labelScoresFault(labelScores, { labelMassThreshold });
      if (fault !== null) return refuse(fault);
      const values = alignedValues(labelScores, candidates, slotPrior);
      if (values === null) return refuse(UNAVAILABLE_REASONS.candidateSetChanged);
      return {
        kind: 'scores',
        scores: temperedSoftmax(values, temperature),
        modelVersion: labelScores.modelVersion,
      };
    },
  };
}

function refuse(reason: UnavailableReason): ScorerAnswer {
  return { kind: 'unavailable', reason };
}

/** Why `llmScorer` would not use the scores, whatever the candidates; null: nothing speaks against them. */
export function labelScoresFault(
  scores: LabelScores,
  { labelMassThreshold }: Pick<LlmCalibration, 'labelMassThreshold'>,
): UnavailableReason | null {
  if (scores.formulation === 'choice' && scores.missingLabelCount > 0)
    return UNAVAILABLE_REASONS.missingLabel;
  if (!(scores.labelMass >= labelMassThreshold)) return UNAVAILABLE_REASONS.lowLabelMass;
  const isSound = scores.values.length === scores.artworkIds.length && scores.values.every(Number.isFinite);
  return isSound ? null : UNAVAILABLE_REASONS.badScore;
}

/** `[E]` values of the candidates; null when a candidate has none or, for `choice`, the sets differ. */
function alignedValues(
  { formulation, artworkIds, values }: LabelScores,
  candidates: readonly Candidate[],
  slotPrior: SlotPrior,
): readonly number[] | null {
  if (formulation === 'choice' && artworkIds.length !== candidates.length) return null;
  const corrected = formulation === 'choice' ? subtractSlotPrior(values, slotPrior) : values;
  return valuesOf(candidates, artworkIds, corrected);
}

function checkSlotPrior(slotPrior: SlotPrior): void {
  for (const [count, prior] of Object.entries(slotPrior)) {
    if (prior.length === Number(count) && prior.every(Number.isFinite)) continue;
    throw new PolicyParameterError('slotPrior', `${count} finite numbers for ${count} options`);
  }
}
