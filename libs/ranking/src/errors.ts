import { InputError } from '@keyart/common';

/** Codes of the errors this library throws. */
export const RANKING_ERROR_CODES = {
  badParameter: 'BAD_POLICY_PARAMETER',
  duplicateCandidate: 'DUPLICATE_CANDIDATE',
} as const;

/** A policy was constructed with a parameter outside its range; `parameter` names it. */
export class PolicyParameterError extends InputError {
  constructor(
    readonly parameter: string,
    mustBe: string,
  ) {
    super(RANKING_ERROR_CODES.badParameter, `${parameter} must be ${mustBe}`);
  }
}

/** The same artwork was put before a policy twice. */
export class DuplicateCandidateError extends InputError {
  constructor(artworkId: string) {
    super(RANKING_ERROR_CODES.duplicateCandidate, `artwork ${artworkId} is a candidate twice`);
  }
}
