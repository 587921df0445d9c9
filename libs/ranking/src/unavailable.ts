import type { Source } from '@keyart/contracts';
import type { PolicyUnavailable } from './policy';

/** Why a policy cannot answer; the only reasons there are. */
export const UNAVAILABLE_REASONS = {
  /** Nothing may be shown at all: no later tier can help. */
  noEligibleArtwork: 'no-eligible-artwork',
  /** The LLM has not scored this title for this member. */
  noLabelScores: 'no-label-scores',
  /** The student has no scores of this title's candidates. */
  noStudentScores: 'no-student-scores',
  /** The hybrid has no weights for the model that scored. */
  hybridUnfitted: 'hybrid-unfitted',
  /** The LLM scored another set of candidates. */
  candidateSetChanged: 'candidate-set-changed',
  /** The labels held too little of the next token's probability. */
  lowLabelMass: 'low-label-mass',
  /** The endpoint did not report a label. */
  missingLabel: 'missing-label',
  /** A score is not a finite number. */
  badScore: 'bad-score',
} as const;

/** One of the reasons. */
export type UnavailableReason = (typeof UNAVAILABLE_REASONS)[keyof typeof UNAVAILABLE_REASONS];

/** The answer of a tier that cannot answer for one reason. */
export function unavailable(source: Source, reason: string): PolicyUnavailable {
  return { kind: 'unavailable', failures: [{ source, reason }] };
}

/** Whether the answer says that the title has nothing that may be shown; a fallback must pass it on. */
export function isNothingEligible(answer: PolicyUnavailable): boolean {
  return answer.failures.some(({ reason }) => reason === UNAVAILABLE_REASONS.noEligibleArtwork);
}
